#pragma once

#include <vector>

#include "sim/border/border_index.h"
#include "sim/border/leg_path.h"

namespace incursion {

/// A part of a leg and an edge that it may meet.
struct LegEdge {
    BorderEdgeId edge;
    double u0 = 0, u1 = 1;   ///< the part, as fractions of the leg
    LonLat p0, p1;           ///< its ends
    double turn = 0;         ///< degrees to add to the path's longitudes to get into the edge's range
};

/// Room to work in, kept from leg to leg.
struct LegWalkRoom {
    std::vector<BorderEdgeId> candidates;
};

/// Every edge that a leg can meet, with the parts of the leg where it may: never fewer. Long geodesic legs
/// are cut into parts of at most two degrees and walk the index from the top down, so only cells along
/// the way are visited. The result replaces what `found` held.
void edges_met(const BorderIndex& index, const LegPath& leg, std::vector<LegEdge>& found,
               LegWalkRoom& room);

}  // namespace incursion
