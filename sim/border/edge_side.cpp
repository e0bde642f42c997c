#include "sim/border/edge_side.h"

#include <cmath>

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

/// Azimuths lose meaning near the end they are taken at, so they are taken at the end farther off.
EdgeOffset geodesic_offset(const BorderEdge& e, LonLat p)
{
    const Inverse whole = inverse(e.a, e.b);
    const Inverse from_a = inverse(e.a, p);
    if (from_a.distance_m * 2 > whole.distance_m) {
        const double turn = (whole.azimuth - from_a.azimuth).rad();
        return {from_a.distance_m * std::sin(turn), from_a.distance_m * std::cos(turn)};
    }
    const Inverse from_b = inverse(e.b, p);
    const Inverse back = inverse(e.b, e.a);
    const double turn = (from_b.azimuth - back.azimuth).rad();
    return {from_b.distance_m * std::sin(turn), whole.distance_m - from_b.distance_m * std::cos(turn)};
}

}  // namespace

int side_of(EdgeReading reading, const BorderEdge& edge, LonLat p)
{
    if (p == edge.a || p == edge.b)
        return -1;
    if (reading == EdgeReading::straight || runs_straight(edge))
        return orientation(edge.a, edge.b, p) > 0 ? +1 : -1;
    if (edge.stray_deg < 1) {  // off the chord by more than the geodesic may be: the chord tells
        const double dx = edge.b.lon_deg - edge.a.lon_deg, dy = edge.b.lat_deg - edge.a.lat_deg;
        const double off = dx * (p.lat_deg - edge.a.lat_deg) - dy * (p.lon_deg - edge.a.lon_deg);
        const bool alongside = p.lon_deg >= edge.a.lon_deg && p.lon_deg <= edge.b.lon_deg;
        if (alongside && std::abs(off) > (edge.stray_deg + 1e-12) * (dx + std::abs(dy)))
            return off > 0 ? +1 : -1;
    }
    return geodesic_offset(edge, p).off > 0 ? +1 : -1;
}

EdgeOffset offset_from(EdgeReading reading, const BorderEdge& edge, LonLat p)
{
    if (reading == EdgeReading::geodesic)
        return geodesic_offset(edge, p);
    const double dx = edge.b.lon_deg - edge.a.lon_deg;
    const double dy = edge.b.lat_deg - edge.a.lat_deg;
    const double length = std::hypot(dx, dy);
    const double along = ((p.lon_deg - edge.a.lon_deg) * dx + (p.lat_deg - edge.a.lat_deg) * dy) / length;
    const double off = dx * (p.lat_deg - edge.a.lat_deg) - dy * (p.lon_deg - edge.a.lon_deg);
    return {off / length, along};
}

double length_of(EdgeReading reading, const BorderEdge& edge)
{
    return reading == EdgeReading::geodesic
               ? distance_m(edge.a, edge.b)
               : std::hypot(edge.b.lon_deg - edge.a.lon_deg, edge.b.lat_deg - edge.a.lat_deg);
}

}  // namespace incursion
