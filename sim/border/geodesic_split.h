#pragma once

#include <functional>

#include "sim/border/border_edges.h"

namespace incursion {

/// Cuts a geodesic side so that each part is monotone in latitude and spans at most half a degree of
/// longitude and of latitude; parts come from west to east, in stored form, and join at the very same
/// numbers. Sides along a meridian, along the equator or at a pole are straight and stay whole.
void for_each_geodesic_part(const BorderEdge& edge, const std::function<void(const BorderEdge&)>& use);

}  // namespace incursion
