#include "sim/radar/terrain.h"

#include <algorithm>
#include <cmath>

#include "sim/geo/geodesic.h"
#include "sim/radar/horizon.h"

namespace incursion {

namespace {

constexpr double effective_radius_m = effective_earth_factor * 6'371'000;

/// Angle at the Earth's centre from below a height to where its ray touches the sea.
double dip_rad(double height_m)
{
    return std::acos(effective_radius_m / (effective_radius_m + height_m));
}

}  // namespace

bool line_of_sight(LonLat site, double antenna_m, LonLat target, double target_m, const Terrain* terrain)
{
    const double from_m = std::max(0.0, antenna_m), to_m = std::max(0.0, target_m);
    const GeodesicLine line{site, target};
    const double apart_rad = line.length_m() / effective_radius_m;
    if (apart_rad > dip_rad(from_m) + dip_rad(to_m))
        return false;
    if (terrain == nullptr || !(apart_rad > 0))
        return true;
    // Columns are nearer to each other than rows; towards a pole they meet, and one in a hundred of a step is enough.
    const double narrowing = std::max(0.01, std::cos(Angle::degrees(site.lat_deg).rad()));
    const double step_m = Angle::degrees(terrain->step_deg).rad() * 6'371'000 * narrowing / 2;
    const auto steps = static_cast<int>(std::ceil(line.length_m() / step_m));
    for (int i = 1; i < steps; ++i) {
        const double u = static_cast<double>(i) / steps;
        const auto ground_m = terrain->height_m(line.at(u * line.length_m()));
        // A straight line in polar coordinates about the centre of the effective Earth.
        const double inverse_radius = (std::sin((1 - u) * apart_rad) / (effective_radius_m + from_m) +
                                       std::sin(u * apart_rad) / (effective_radius_m + to_m)) /
                                      std::sin(apart_rad);
        if (ground_m && *ground_m > 1 / inverse_radius - effective_radius_m)
            return false;
    }
    return true;
}

}  // namespace incursion
