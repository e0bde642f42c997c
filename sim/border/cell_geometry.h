#pragma once

#include <algorithm>
#include <cmath>

#include "sim/border/border_index.h"
#include "sim/border/edge_side.h"

namespace incursion {

/// Geometry that building the index and asking it have in common.

/// The child of a cell at a column and row; corners are exact, being multiples of powers of four.
inline LonLatBox child_box(const LonLatBox& cell, int fan, int column, int row)
{
    const double w = (cell.east - cell.west) / fan;
    const double h = (cell.north - cell.south) / fan;
    return {cell.west + w * column, cell.south + h * row, cell.west + w * (column + 1), cell.south + h * (row + 1)};
}

/// Whole turns that bring a cell's longitudes into an edge's range: edges may run past 180 degrees.
inline double turns_into(const BorderEdge& edge, const LonLatBox& cell)
{
    return cell.east < edge.a.lon_deg ? 360 : 0;
}

/// Which way the path from one corner of an L passes an edge: one answer for the builder and the query.
/// True if the level step from `from` to `to` (same latitude) crosses the edge.
inline bool level_step_crosses(EdgeReading reading, const BorderEdge& e, LonLat from, LonLat to)
{
    const double low = std::min(e.a.lat_deg, e.b.lat_deg), high = std::max(e.a.lat_deg, e.b.lat_deg);
    // The step runs infinitesimally south of its latitude (side_of): hence half-open this way round.
    if (!(low < from.lat_deg && from.lat_deg <= high))
        return false;
    if (std::max(from.lon_deg, to.lon_deg) < e.a.lon_deg || std::min(from.lon_deg, to.lon_deg) > e.b.lon_deg)
        return false;
    // A parallel meets the line through a geodesic edge twice, but the edge itself, which is monotone in
    // latitude, once: so sides are taken at its own longitudes.
    const auto side = [&](double lon) {
        const bool beyond = reading == EdgeReading::geodesic && e.a.lon_deg < e.b.lon_deg &&
                            (lon <= e.a.lon_deg || lon >= e.b.lon_deg);
        if (beyond)
            return from.lat_deg > (lon <= e.a.lon_deg ? e.a.lat_deg : e.b.lat_deg) ? +1 : -1;
        return side_of(reading, e, {lon, from.lat_deg});
    };
    return side(from.lon_deg) != side(to.lon_deg);
}

/// True if the step along a meridian from `from` to `to` crosses the edge.
inline bool upright_step_crosses(EdgeReading reading, const BorderEdge& e, LonLat from, LonLat to)
{
    if (!(e.a.lon_deg <= from.lon_deg && from.lon_deg < e.b.lon_deg))
        return false;
    return side_of(reading, e, from) != side_of(reading, e, to);
}

/// False only where the edge surely does not meet the closed cell.
inline bool may_meet(const BorderEdge& e, const LonLatBox& cell)
{
    const double turn = turns_into(e, cell);
    const double west = cell.west + turn, east = cell.east + turn;
    const double low = std::min(e.a.lat_deg, e.b.lat_deg), high = std::max(e.a.lat_deg, e.b.lat_deg);
    if (east < e.a.lon_deg || west > e.b.lon_deg || cell.north < low || cell.south > high)
        return false;
    const double dx = e.b.lon_deg - e.a.lon_deg, dy = e.b.lat_deg - e.a.lat_deg;
    // Distance of the cell's centre from the line through the edge, against the cell's reach across it.
    const double off = dx * ((cell.south + cell.north) / 2 - e.a.lat_deg) - dy * ((west + east) / 2 - e.a.lon_deg);
    const double reach = (dx * (cell.north - cell.south) + std::abs(dy) * (east - west)) / 2;
    return std::abs(off) <= reach + (e.stray_deg + 1e-12) * (dx + std::abs(dy));
}

}  // namespace incursion
