#pragma once

#include "sim/geo/lon_lat.h"
#include "sim/model/terrain.h"

namespace incursion {

/// Whether a ray from the antenna reaches a target. Rays are straight over a sphere of 4/3 of 6371 km
/// (ITU-R P.834), which is exact for that model: no parabola stands in for
/// the sphere. Heights are metres above mean sea level; those below zero count as zero. The ground between is sampled
/// every half step of the grid in longitude at the site; without terrain, or outside it, it is a smooth sea.
bool line_of_sight(LonLat site, double antenna_m, LonLat target, double target_m, const Terrain* terrain);

}  // namespace incursion
