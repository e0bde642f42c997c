#pragma once

#include <optional>

#include "sim/base/diagnostics.h"
#include "sim/border/border_edges.h"
#include "sim/model/airspace.h"
#include "sim/model/height_reading.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Reads the terrain that `heights` names into it, below the airspaces whose floor or ceiling is above ground; nothing
/// is read where there is none of them, or no terrain is named. The edges tell where airspaces lie whose rings were not
/// kept; null where all have rings. False if and only if an error is added: the terrain cannot be read there.
bool read_ground(HeightReading& heights, const Airspaces& airspaces, const BorderEdges* edges,
                 Diagnostics& diagnostics);

/// The airspaces of a scenario (read_airspaces), and its terrain into the scenario. Nothing if and only if an error is
/// added.
std::optional<Airspaces> read_scenario_airspaces(Scenario& scenario, Diagnostics& diagnostics);

}  // namespace incursion
