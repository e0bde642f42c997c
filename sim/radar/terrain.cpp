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

std::optional<double> Terrain::height_m(LonLat place) const
{
    if (columns < 2 || rows < 2)
        return std::nullopt;
    const double width_deg = step_deg * static_cast<double>(columns - 1);
    const double x = (lon_near(place.lon_deg, west_deg + width_deg / 2) - west_deg) / step_deg;
    const double y = (place.lat_deg - south_deg) / step_deg;
    if (!(x >= 0 && y >= 0 && x <= static_cast<double>(columns - 1) && y <= static_cast<double>(rows - 1)))
        return std::nullopt;
    const std::size_t column = std::min(static_cast<std::size_t>(x), columns - 2);
    const std::size_t row = std::min(static_cast<std::size_t>(y), rows - 2);
    const double u = x - static_cast<double>(column), v = y - static_cast<double>(row);
    const auto node = [&](std::size_t right, std::size_t up) {
        return static_cast<double>(heights_m[(row + up) * columns + column + right]);
    };
    return (1 - v) * ((1 - u) * node(0, 0) + u * node(1, 0)) + v * ((1 - u) * node(0, 1) + u * node(1, 1));
}

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
