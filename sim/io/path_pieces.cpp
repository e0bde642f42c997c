#include "sim/io/path_pieces.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

/// Where a leg whose longitudes run on beyond 180 degrees meets `lon_deg`.
PathPoint point_between(const PathPoint& from, const PathPoint& to, double lon_deg)
{
    const double share = (lon_deg - from.place.lon_deg) / (to.place.lon_deg - from.place.lon_deg);
    PathPoint point = from;
    point.time += Duration{std::llround(share * static_cast<double>((to.time - from.time).count()))};
    point.place = {lon_deg, from.place.lat_deg + share * (to.place.lat_deg - from.place.lat_deg)};
    if (from.altitude_m && to.altitude_m)
        point.altitude_m = *from.altitude_m + share * (*to.altitude_m - *from.altitude_m);
    else
        point.altitude_m.reset();
    return point;
}

}  // namespace

std::vector<std::vector<PathPoint>> path_pieces(std::span<const PathPoint> path)
{
    assert(!path.empty());
    std::vector<std::vector<PathPoint>> pieces(1);
    PathPoint last = path.front();
    last.place.lon_deg = reported_lon(last.place);
    pieces.back().push_back(last);
    for (PathPoint next : path.subspan(1)) {
        next.place.lon_deg = lon_near(reported_lon(next.place), last.place.lon_deg);
        if (std::abs(next.place.lon_deg) > 180) {
            const double side_deg = std::copysign(180.0, next.place.lon_deg);
            PathPoint cut = point_between(last, next, side_deg);
            if (last.place.lon_deg != side_deg)
                pieces.back().push_back(cut);
            else if (pieces.back().size() == 1)
                pieces.pop_back();  // begun on the very meridian, and left to the other side
            cut.place.lon_deg = -side_deg;
            pieces.push_back({cut});
            next.place.lon_deg -= 2 * side_deg;
        }
        pieces.back().push_back(next);
        last = next;
    }
    if (pieces.back().size() == 1)
        pieces.back().push_back(last);
    return pieces;
}

bool has_heights(std::span<const PathPoint> path)
{
    return std::all_of(path.begin(), path.end(), [](const PathPoint& point) { return point.altitude_m.has_value(); });
}

}  // namespace incursion
