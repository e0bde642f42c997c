#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/border/border_index.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Airspaces and their index, from one or several sources.
struct Borders {
    Airspaces airspaces;
    std::shared_ptr<const BorderIndex> index;
    std::vector<std::string> inputs;  ///< the files opened, in the order of the sources
};

/// One prepared file is mapped: the rings of its airspaces are then left empty (index and limits need none). Any other
/// sources are read through read_airspaces, joined in their order and indexed; airspaces of different sources stay
/// apart, even where they have one key. All sources must have one reading of edges.
/// Nothing if and only if an error is added.
std::unique_ptr<Borders> open_borders(const std::vector<AirspaceSource>& sources, Diagnostics& diagnostics);

/// The airspaces of all sources, with rings, joined as above. Nothing if and only if an error is added.
std::unique_ptr<Airspaces> read_joined_airspaces(const std::vector<AirspaceSource>& sources, Diagnostics& diagnostics);

}  // namespace incursion
