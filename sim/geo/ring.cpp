#include "sim/geo/ring.h"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace incursion {

namespace {

constexpr double radians_of_degree = std::numbers::pi / 180;

bool along_pole(LonLat a, LonLat b)
{
    return std::abs(a.lat_deg) == 90 && a.lat_deg == b.lat_deg;
}

/// Degrees to the east from a to b.
double eastward(LonLat a, LonLat b)
{
    return (along_pole(a, b) ? b.lon_deg : side_end_lon(a.lon_deg, b.lon_deg)) - a.lon_deg;
}

template <class PerSide>
void for_each_side(const Ring& ring, PerSide per_side)
{
    const std::size_t n = ring.points.size();
    for (std::size_t i = 0; i < n; ++i)
        per_side(ring.points[i], ring.points[i + 1 < n ? i + 1 : 0]);
}

/// Mean over a side, by longitude, of the sine of the latitude.
double mean_sine(LonLat a, LonLat b)
{
    const double p = a.lat_deg * radians_of_degree;
    const double q = b.lat_deg * radians_of_degree;
    return std::abs(q - p) < 1e-9 ? std::sin((p + q) / 2) : (std::cos(p) - std::cos(q)) / (q - p);
}

}  // namespace

double side_end_lon(double from_deg, double to_deg)
{
    return std::abs(to_deg - from_deg) == 360 ? to_deg : lon_near(to_deg, from_deg);
}

int winding_of(const Ring& ring)
{
    double east = 0;
    for_each_side(ring, [&](LonLat a, LonLat b) { east += eastward(a, b); });
    return static_cast<int>(std::lround(east / 360));
}

Pole pole_held_by(const Ring& ring)
{
    const int winding = winding_of(ring);
    if (winding % 2 == 0)
        return Pole::none;
    // South of the ring lies the area 2 pi (1 + mean sine) R^2: the smaller half where the mean is negative.
    double sine_turns = 0;
    for_each_side(ring, [&](LonLat a, LonLat b) { sine_turns += mean_sine(a, b) * eastward(a, b); });
    return sine_turns * winding < 0 ? Pole::south : Pole::north;
}

}  // namespace incursion
