#include "sim/geo/arc_points.h"

#include <algorithm>
#include <cmath>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

/// Leaves room for what the middle of a side does not show.
constexpr double aimed_m = 0.8 * arc_tolerance_m;
/// Near a pole, where a side straight in longitude and latitude may run anywhere, splitting ends here.
constexpr int most_splits = 14;

/// The middle of a side as it is read straight in longitude and latitude.
LonLat middle(LonLat a, LonLat b)
{
    return {a.lon_deg + (side_end_lon(a.lon_deg, b.lon_deg) - a.lon_deg) / 2, (a.lat_deg + b.lat_deg) / 2};
}

LonLat wrapped(LonLat place)
{
    return {wrapped_lon(place.lon_deg), place.lat_deg};
}

/// Adds the points of a curve behind `from` up to `to`. The middle of a short side is within a hair where it is
/// farthest off, so that the distance there bounds that anywhere.
template <class Curve>
void split(const Curve& curve, double u, LonLat from, double v, LonLat to, int splits, std::vector<LonLat>& points)
{
    const double w = u + (v - u) / 2;
    const LonLat between = curve.at(w);
    if (splits > 0 && distance_m(between, middle(from, to)) > aimed_m) {
        split(curve, u, from, w, between, splits - 1, points);
        split(curve, w, between, v, to, splits - 1, points);
    } else {
        points.push_back(to);
    }
}

struct ArcCurve {
    const CentredArc& arc;

    LonLat at(double u) const
    {
        const double radius = arc.from_radius_m + (arc.to_radius_m - arc.from_radius_m) * u;
        return wrapped(
            direct(arc.centre, Angle::degrees(std::remainder(arc.from_deg + arc.sweep_deg * u, 360.0)), radius));
    }
};

struct GeodesicCurve {
    GeodesicLine line;

    LonLat at(double u) const { return wrapped(line.at(line.length_m() * u)); }
};

}  // namespace

void append_arc(const CentredArc& arc, std::vector<LonLat>& points)
{
    const ArcCurve curve{arc};
    // A chord of a circle is off by r a^2 / 8 in its middle (a in radians): on the ellipsoid by less, as far as the arc
    // bends less than a circle of its radius on a plane. Half of what is aimed at, since straight sides bend as well.
    const double radius = std::max(arc.from_radius_m, arc.to_radius_m);
    const double step_rad = std::clamp(std::sqrt(8 * aimed_m / 2 / radius), 1e-4, 0.5);
    const auto steps = std::max(1.0, std::ceil(std::abs(Angle::degrees(arc.sweep_deg).rad()) / step_rad));
    LonLat from = curve.at(0);
    points.push_back(from);
    for (double i = 0; i < steps; ++i) {
        const LonLat to = curve.at((i + 1) / steps);
        split(curve, i / steps, from, (i + 1) / steps, to, most_splits, points);
        from = to;
    }
}

Ring circle_ring(LonLat centre, double radius_m)
{
    Ring ring;
    append_arc({centre, radius_m, radius_m, 0, 360}, ring.points);
    ring.points.pop_back();  // the first again
    return ring;
}

void append_geodesic(LonLat to, EdgeReading edges, std::vector<LonLat>& points)
{
    if (points.empty() || edges == EdgeReading::geodesic) {
        points.push_back(to);
        return;
    }
    const GeodesicCurve curve{GeodesicLine{points.back(), to}};
    // The middle alone says nothing of a geodesic across the equator, which bends both ways.
    const double steps = std::max(1.0, std::ceil(curve.line.length_m() / 100e3));
    LonLat from = points.back();
    for (double i = 0; i < steps; ++i) {
        const LonLat end = i + 1 < steps ? curve.at((i + 1) / steps) : to;
        split(curve, i / steps, from, (i + 1) / steps, end, most_splits, points);
        from = end;
    }
}

}  // namespace incursion
