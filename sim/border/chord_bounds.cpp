#include "sim/border/chord_bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace incursion {

namespace {
constexpr double rad_per_deg = std::numbers::pi / 180;
}

double length_bound_deg(LonLat a, LonLat b)
{
    const bool over_equator = a.lat_deg * b.lat_deg <= 0;
    const double widest =
        over_equator ? 1 : std::cos(std::min(std::abs(a.lat_deg), std::abs(b.lat_deg)) * rad_per_deg);
    const double dlat = b.lat_deg - a.lat_deg, dlon = widest * (b.lon_deg - a.lon_deg);
    return std::sqrt(dlat * dlat + dlon * dlon);  // not std::hypot, which is dear
}

double stray_bound_deg(LonLat a, LonLat b)
{
    const double steepest =
        std::max(std::abs(a.lat_deg), std::abs(b.lat_deg)) + bulge_bound_deg(b.lon_deg - a.lon_deg);
    if (steepest > 89.9)
        return 360;
    const double cos = std::cos(steepest * rad_per_deg);
    const double length = length_bound_deg(a, b);
    return 1.3 / 8 * rad_per_deg * std::sqrt(1 - cos * cos) / cos * (1 + 1 / cos) * length * length;
}

}  // namespace incursion
