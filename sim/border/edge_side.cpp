#include "sim/border/edge_side.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/geo/geodesic.h"
#include "sim/geo/orientation.h"

namespace incursion {

namespace {

/// A geodesic edge that is also straight in lon/lat, so that the exact predicate decides.
bool runs_straight(const BorderEdge& e)
{
    return e.a.lon_deg == e.b.lon_deg || (e.a.lat_deg == 0 && e.b.lat_deg == 0) || std::abs(e.a.lat_deg) == 90 ||
           std::abs(e.b.lat_deg) == 90;
}

}  // namespace

int side_of(EdgeReading reading, const BorderEdge& edge, LonLat p)
{
    if (p == edge.a || p == edge.b)
        return -1;
    if (reading == EdgeReading::straight || runs_straight(edge))
        return orientation(edge.a, edge.b, p) > 0 ? +1 : -1;
    if (p.lon_deg >= edge.a.lon_deg && p.lon_deg <= edge.b.lon_deg) {
        // Exact where it can be: a part of a geodesic edge is monotone in latitude, so beyond its latitudes these
        // tell; and off its chord by more than it may stray, the chord tells.
        const auto [low, high] = std::minmax(edge.a.lat_deg, edge.b.lat_deg);
        if (p.lat_deg <= low || p.lat_deg > high)
            return p.lat_deg > high ? +1 : -1;
        const double dx = edge.b.lon_deg - edge.a.lon_deg, dy = edge.b.lat_deg - edge.a.lat_deg;
        const double off = dx * (p.lat_deg - edge.a.lat_deg) - dy * (p.lon_deg - edge.a.lon_deg);
        if (std::abs(off) > (edge.stray_deg + 1e-12) * (dx + std::abs(dy)))
            return off > 0 ? +1 : -1;
    }
    return EdgeRuler{reading, edge}.offset(p).off > 0 ? +1 : -1;
}

EdgeRuler::EdgeRuler(EdgeReading reading, const BorderEdge& edge) : reading_{reading}, edge_{edge}
{
    if (reading == EdgeReading::straight) {
        length_ = std::hypot(edge.b.lon_deg - edge.a.lon_deg, edge.b.lat_deg - edge.a.lat_deg);
        return;
    }
    const Inverse whole = inverse(edge.a, edge.b);
    length_ = whole.distance_m;
    azimuth_at_a_ = whole.azimuth;
    azimuth_at_b_ = Angle::radians(whole.azimuth_end.rad() + std::numbers::pi);
}

EdgeOffset EdgeRuler::offset(LonLat p) const
{
    if (reading_ == EdgeReading::geodesic)
        return geodesic_offset(p);
    const double dx = edge_.b.lon_deg - edge_.a.lon_deg, dy = edge_.b.lat_deg - edge_.a.lat_deg;
    const double x = p.lon_deg - edge_.a.lon_deg, y = p.lat_deg - edge_.a.lat_deg;
    return {(dx * y - dy * x) / length_, (x * dx + y * dy) / length_};
}

/// Azimuths lose meaning near the end they are taken at, so they are taken at the end farther off.
EdgeOffset EdgeRuler::geodesic_offset(LonLat p) const
{
    const Inverse from_a = inverse(edge_.a, p);
    if (from_a.distance_m * 2 > length_) {
        const double turn = (azimuth_at_a_ - from_a.azimuth).rad();
        return {from_a.distance_m * std::sin(turn), from_a.distance_m * std::cos(turn)};
    }
    const Inverse from_b = inverse(edge_.b, p);
    const double turn = (from_b.azimuth - azimuth_at_b_).rad();
    return {from_b.distance_m * std::sin(turn), length_ - from_b.distance_m * std::cos(turn)};
}

}  // namespace incursion
