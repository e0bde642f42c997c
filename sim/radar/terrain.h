#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/geo/lon_lat.h"

namespace incursion {

/// Heights of the ground above mean sea level on a regular grid of longitude and latitude, metres.
struct Terrain {
    double west_deg = 0;   ///< of the first column
    double south_deg = 0;  ///< of the first row
    double step_deg = 0;   ///< between neighbours, the same in both directions; above zero
    std::size_t columns = 0, rows = 0;
    std::vector<float> heights_m;  ///< row after row from the south, each from the west; columns * rows of them

    /// Bilinear between the four nodes about a place; none outside the grid.
    std::optional<double> height_m(LonLat place) const;
};

/// Whether a ray from the antenna reaches a target. Rays are straight over a sphere of 4/3 of 6371 km
/// (ITU-R P.834), which is exact for that model: no parabola stands in for
/// the sphere. Heights are metres above mean sea level; those below zero count as zero. The ground between is sampled
/// every half step of the grid in longitude at the site; without terrain, or outside it, it is a smooth sea.
bool line_of_sight(LonLat site, double antenna_m, LonLat target, double target_m, const Terrain* terrain);

}  // namespace incursion
