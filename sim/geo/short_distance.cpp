#include "sim/geo/short_distance.h"

#include <cmath>
#include <numbers>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {
constexpr double rad_per_deg = std::numbers::pi / 180;
constexpr double second_e2 = wgs84_e2 / (1 - wgs84_e2);
/// What is left out grows with the square of the distance and is 9e-10 of it at 72 km, by comparison with PROJ.
constexpr double reach_deg = 0.5;
}  // namespace

double short_distance_m(LonLat from, LonLat to)
{
    const double dlon_deg = lon_near(to.lon_deg, from.lon_deg) - from.lon_deg, dlat_deg = to.lat_deg - from.lat_deg;
    if (!(std::abs(dlon_deg) <= reach_deg && std::abs(dlat_deg) <= reach_deg))
        return distance_m(from, to);
    const double dlon = dlon_deg * rad_per_deg, dlat = dlat_deg * rad_per_deg;
    const double middle = (from.lat_deg + to.lat_deg) * (rad_per_deg / 2);
    const double sin = std::sin(middle), cos = std::cos(middle);
    const double eta2 = second_e2 * cos * cos, eta2_tan2 = second_e2 * sin * sin;
    const double v2 = 1 + eta2, n = wgs84_a_m * std::sqrt((1 + second_e2) / v2);  // a/W, and W = V sqrt(1 - e2)
    const double per_v2 = 1 / v2, dlat2 = dlat * dlat, dlon2 = dlon * dlon;
    const double dlat2_per_v4 = dlat2 * per_v2 * per_v2;
    const double east =
        n * cos * dlon * (1 - dlon2 * sin * sin * (1.0 / 24) + (1 + eta2 - 9 * eta2_tan2) * dlat2_per_v4 * (1.0 / 24));
    const double north =
        n * per_v2 * dlat * (1 - dlon2 * (1.0 / 8) * (1 - dlon2 * (1.0 / 48))) *
        (1 + (1 - 2 * eta2) * dlon2 * cos * cos * (1.0 / 24) + (eta2 - eta2_tan2) * dlat2_per_v4 * (1.0 / 8));
    return std::sqrt(east * east + north * north);
}

}  // namespace incursion
