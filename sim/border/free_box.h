#pragma once

#include "sim/border/border_index.h"

namespace incursion {

/// Takes from a box what it needs to lose so that the edge neither meets nor touches it while it still holds the
/// point by 1e-6 degrees on that side: all that lies beyond the nearer end of the edge, or, for an edge askew past
/// the point, beyond a corner next to its line, whichever leaves more room. False, and the box unchanged, where the
/// edge is too near. REQUIRES: the box holds the point, its longitudes lie in [-180, 180].
bool keep_free_of(const BorderEdge& edge, LonLat p, LonLatBox& box);

}  // namespace incursion
