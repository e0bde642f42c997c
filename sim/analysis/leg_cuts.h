#pragma once

#include <vector>

#include "sim/border/border_index.h"
#include "sim/border/leg_walk.h"

namespace incursion {

/// A place on a leg where it meets border edges, or may: the airspaces that hold the leg can change here
/// and nowhere else.
struct LegCut {
    double u = 0;        ///< fraction of the leg
    double low = 0, high = 0;  ///< a bracket of the true crossing: the leg is surely off the edge at both ends
};

/// Where a leg meets edges: the roots of its offset from each of them, found by subdivision with a bound on
/// the curvature, so that none is missed, not even two near a point of tangency. More cuts than
/// crossings may come out (at vertices, at touches, along an edge), never fewer, except pairs closer
/// together than 60 nm across the edge. Cuts ascend; those whose brackets overlap are one.
///
/// A stretch that runs within 30 nm of an edge is cut at its two ends; the edge is then added to `along`
/// where leg and edge are collinear to the last bit.
struct LegCuts {
    std::vector<LegCut> cuts;
    std::vector<BorderEdgeId> along;
};
void find_leg_cuts(const BorderEdges& edges, const LegPath& leg, const std::vector<LegEdge>& met, LegCuts& result);

}  // namespace incursion
