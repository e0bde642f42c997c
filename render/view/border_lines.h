#pragma once

#include <span>
#include <vector>

#include "sim/border/border_index.h"

namespace incursion {

/// Places in a row; closed where the last is the first.
using PlaceLine = std::vector<LonLat>;

/// A box that holds every place within that distance; all longitudes where a pole is near.
LonLatBox box_around(LonLat place, double radius_m);

/// Edges that meet the box and that `wanted` picks, each once, in the order of the rings.
template <class Wanted>
std::vector<BorderEdgeId> edges_in(const BorderIndex& index, const LonLatBox& box, const Wanted& wanted);
std::vector<BorderEdgeId> edges_in(const BorderIndex& index, const LonLatBox& box);

/// Edges joined end to end into lines as long as can be, the shared ends being the same numbers. Longitudes run on
/// without a jump along each line. REQUIRES: ids ascend.
std::vector<PlaceLine> chained(const BorderEdges& edges, std::span<const BorderEdgeId> ids);

/// The line with more places, none farther than `step_m` from the next (as the sides of straight reading run, the
/// short way round).
PlaceLine densified(const PlaceLine& line, double step_m);

template <class Wanted>
std::vector<BorderEdgeId> edges_in(const BorderIndex& index, const LonLatBox& box, const Wanted& wanted)
{
    std::vector<BorderEdgeId> ids = edges_in(index, box);
    std::erase_if(ids, [&](BorderEdgeId id) { return !wanted(id); });
    return ids;
}

}  // namespace incursion
