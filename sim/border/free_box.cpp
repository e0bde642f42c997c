#include "sim/border/free_box.h"

#include <algorithm>
#include <cmath>

#include "sim/border/cell_geometry.h"

namespace incursion {

namespace {

/// A box ends so far short of an edge, 0.1 mm: more than any rounding of its sides.
constexpr double hair_deg = 1e-9;
/// A box with less room than 10 cm holds no leg, so it is not worth having.
constexpr double least_room_deg = 1e-6;

/// The largest of the four gaps between a point and the box of an edge's ends, negative where it holds the point.
double widest_gap(LonLat p, double west, double south, double east, double north)
{
    return std::max({west - p.lon_deg, p.lon_deg - east, south - p.lat_deg, p.lat_deg - north});
}

}  // namespace

bool keep_free_of(const BorderEdge& edge, LonLat p, LonLatBox& box)
{
    if (!may_meet(edge, box))
        return true;
    const double turn = turns_into(edge, box);
    const double west = edge.a.lon_deg - turn, east = edge.b.lon_deg - turn;
    const auto [south, north] = std::minmax(edge.a.lat_deg, edge.b.lat_deg);
    const double gap = widest_gap(p, west, south, east, north);

    // A square round the point with half this side has a corner on the line through the edge, or the edge's stray.
    const double dx = east - west, dy = edge.b.lat_deg - edge.a.lat_deg;
    const double off = dx * (p.lat_deg - edge.a.lat_deg) - dy * (p.lon_deg - west);
    const double corner = std::abs(off) / (dx + std::abs(dy)) - edge.stray_deg;
    if (std::max(gap, corner) < least_room_deg)
        return false;

    if (gap >= corner) {
        if (west - p.lon_deg == gap)
            box.east = std::min(box.east, west - hair_deg);
        else if (p.lon_deg - east == gap)
            box.west = std::max(box.west, east + hair_deg);
        else if (south - p.lat_deg == gap)
            box.north = std::min(box.north, south - hair_deg);
        else
            box.south = std::max(box.south, north + hair_deg);
        return true;
    }
    // The line runs past the point's south (north) where off is positive (negative), and past its east or west as
    // it rises or falls.
    const double room = corner - hair_deg;
    if (off > 0)
        box.south = std::max(box.south, p.lat_deg - room);
    else
        box.north = std::min(box.north, p.lat_deg + room);
    if ((off > 0) == (dy > 0))
        box.east = std::min(box.east, p.lon_deg + room);
    else
        box.west = std::max(box.west, p.lon_deg - room);
    return true;
}

}  // namespace incursion
