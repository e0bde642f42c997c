#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/analysis/track_report.h"
#include "sim/base/diagnostics.h"
#include "sim/incident/seen_aircraft.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"
#include "sim/model/track.h"

namespace incursion {

/// A scenario that was flown and analysed.
struct Incident {
    std::vector<Track> tracks;  ///< in the order of Scenario::aircraft
    Report report;
    std::vector<SeenAircraft> seen;  ///< by the scenario's radars, by radar, then track
};

/// Flies every plan of the scenario, moves anchored flights to their instant, analyses all tracks against
/// the airspaces, and sets calls and claims against them. Pure: the same input gives the same result.
/// What cannot be flown or analysed, and rules about an airspace that is not there, are added to `diagnostics` with
/// their path in the scenario; nothing is returned then.
std::optional<Incident> run_incident(const Scenario& scenario, const Airspaces& airspaces, Diagnostics& diagnostics);

/// The same on a ground that the caller made and goes on to use.
/// REQUIRES: ground.options are crossing_options_of(scenario).
std::optional<Incident> run_incident(const Scenario& scenario, const AnalysisGround& ground, Diagnostics& diagnostics);

/// Whether rules protect an airspace that is there, or every one; else an error at `rules.airspace` of `file`.
bool can_protect(const WarningRules& rules, const Airspaces& airspaces, const std::string& file,
                 Diagnostics& diagnostics);

/// How a scenario wants its legs and gaps read.
CrossingOptions crossing_options_of(const Scenario& scenario);

}  // namespace incursion
