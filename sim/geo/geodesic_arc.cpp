#include "sim/geo/geodesic_arc.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double arc_rad_per_deg = std::numbers::pi / 180, deg_per_rad = 180 / std::numbers::pi;

/// Nodes of Gauss and Legendre for five points, beside 0 (Abramowitz and Stegun, table 25.4).
constexpr double inner = 0.538469310105683091, outer = 0.906179845938663993;
constexpr std::array<double, 5> nodes{-outer, -inner, 0, inner, outer};

/// Half an arc's length over the radius, times 1 + tan(lat): what the series ascends in. At this value the first term
/// left out, of seventh order, is about a nanometre.
constexpr double greatest_step = 0.016;
/// Radians, 0.6 nm.
constexpr double settled = 1e-16;
constexpr int most_turns = 12;

/// A function on [-1, 1] by its values at the nodes: the polynomial through them, integrated twice such that it
/// is zero at both ends.
std::array<double, 7> twice_integrated(const std::array<double, 5>& f)
{
    constexpr double a2 = inner * inner, b2 = outer * outer;
    constexpr double per_apart = 1 / (b2 - a2), per_a2 = 1 / a2, per_b2 = 1 / b2;
    const double even_a = ((f[3] + f[1]) * 0.5 - f[2]) * per_a2, even_b = ((f[4] + f[0]) * 0.5 - f[2]) * per_b2;
    const double odd_a = (f[3] - f[1]) * (0.5 / inner), odd_b = (f[4] - f[0]) * (0.5 / outer);
    const double c4 = (even_b - even_a) * per_apart, c2 = even_a - c4 * a2;
    const double c3 = (odd_b - odd_a) * per_apart, c1 = odd_a - c3 * a2;
    std::array<double, 7> p{0, 0, f[2] * 0.5, c1 * (1.0 / 6), c2 * (1.0 / 12), c3 * (1.0 / 20), c4 * (1.0 / 30)};
    p[0] = -(p[2] + p[4] + p[6]);
    p[1] = -(p[3] + p[5]);
    return p;
}

double slope(const std::array<double, 7>& p, double v)
{
    return p[1] + v * (2 * p[2] + v * (3 * p[3] + v * (4 * p[4] + v * (5 * p[5] + v * 6 * p[6]))));
}

}  // namespace

std::optional<GeodesicArc> GeodesicArc::between(LonLat from, LonLat to)
{
    const double middle = (from.lat_deg + to.lat_deg) / 2 * arc_rad_per_deg;
    const double sin = std::sin(middle), cos = std::cos(middle);
    const double half_lat = (to.lat_deg - from.lat_deg) / 2 * arc_rad_per_deg;
    const double half_lon = (to.lon_deg - from.lon_deg) / 2 * arc_rad_per_deg * cos;
    const double half_length = std::sqrt(half_lat * half_lat + half_lon * half_lon);
    if (!(half_length * (cos + std::abs(sin)) <= greatest_step * cos))
        return std::nullopt;
    GeodesicArc arc{from, to};
    arc.bend(sin, cos, half_length);
    return arc;
}

/// `sin` and `cos` of the latitude half-way between those of the ends.
void GeodesicArc::bend(double sin, double cos, double half_length)
{
    const double half_lat = (to_.lat_deg - from_.lat_deg) / 2 * arc_rad_per_deg;
    const double half_lon = (to_.lon_deg - from_.lon_deg) / 2 * arc_rad_per_deg;
    Polynomial lat{}, lon{};
    // How far a turn can still move the arc, at most: each is the one before times the step of the series.
    const double step = half_length * (cos + std::abs(sin)) / cos;
    double moves = half_length * step;
    for (int turn = 0; turn < most_turns && moves > settled; ++turn, moves *= step) {
        std::array<double, 5> lat_pull{}, lon_pull{};
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const double v = nodes[i];
            // The node's latitude is off the middle one by so little that series of five terms tell its sine.
            const double d = half_lat * v + value(lat, v), d2 = d * d;
            const double sin_d = d - d * d2 * (1.0 / 6 - d2 * (1.0 / 120)), cos_d = 1 - d2 * (0.5 - d2 * (1.0 / 24));
            const double s = sin * cos_d + cos * sin_d, c = cos * cos_d - sin * sin_d;
            const double w2 = 1 - wgs84_e2 * s * s;
            const double lat_slope = half_lat + slope(lat, v), lon_slope = half_lon + slope(lon, v);
            lat_pull[i] =
                -s * c * (3 * wgs84_e2 / w2 * lat_slope * lat_slope + w2 / (1 - wgs84_e2) * lon_slope * lon_slope);
            lon_pull[i] = 2 * (1 - wgs84_e2) * s / (c * w2) * lat_slope * lon_slope;
        }
        lat = twice_integrated(lat_pull);
        lon = twice_integrated(lon_pull);
    }
    // The speed is the same all along: taken in the middle.
    const double d = lat[0], sin_d = d - d * d * d * (1.0 / 6), cos_d = 1 - d * d * 0.5;
    const double s = sin * cos_d + cos * sin_d, c = cos * cos_d - sin * sin_d;
    const double w2 = 1 - wgs84_e2 * s * s, n = wgs84_a_m / std::sqrt(w2);
    const double north = n * (1 - wgs84_e2) / w2 * (half_lat + lat[1]), east = n * c * (half_lon + lon[1]);
    length_m_ = 2 * std::sqrt(north * north + east * east);
    for (std::size_t i = 0; i < lat.size(); ++i) {
        lat_bend_deg_[i] = lat[i] * deg_per_rad;
        lon_bend_deg_[i] = lon[i] * deg_per_rad;
    }
}

}  // namespace incursion
