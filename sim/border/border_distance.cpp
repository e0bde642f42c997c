#include "sim/border/border_distance.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "sim/border/leg_path.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr std::size_t per_node = 16;

/// Least metres from a point to a box: never more than the geodesic distance to anything in it.
/// On a sphere of the least radius of curvature; `dlon` is the difference in longitude left over after the
/// box's width. The formula for the distance to a meridian's arc bounds the slanting case from below.
double bound_to_box(LonLat p, double west, double south, double east, double north)
{
    constexpr double rad = 0.017453292519943295;
    const double middle = (west + east) / 2;
    const double dlon = std::max(0.0, std::abs(lon_near(p.lon_deg, middle) - middle) - (east - west) / 2) * rad;
    const double lat = p.lat_deg * rad;
    double dlat = 0;
    if (p.lat_deg < south)
        dlat = (south - p.lat_deg) * rad;
    else if (p.lat_deg > north)
        dlat = (p.lat_deg - north) * rad;
    if (dlon == 0)
        return wgs84_least_radius_m * dlat;
    // To the meridian dlon away: sin(d) = sin(dlon) cos(lat), as long as its foot is on this half.
    const double to_meridian = dlon < 1.5707 ? std::asin(std::min(1.0, std::sin(dlon) * std::cos(lat)))
                                             : 1.5707963267948966 - std::abs(lat);
    return wgs84_least_radius_m * std::max(dlat, std::max(0.0, to_meridian));
}

LonLat on_edge(EdgeReading reading, const BorderEdge& e, const std::optional<GeodesicLine>& line, double w)
{
    if (w <= 0)
        return e.a;
    if (w >= 1)
        return e.b;
    if (reading == EdgeReading::geodesic)
        return line->at(w * line->length_m());
    return {e.a.lon_deg + (e.b.lon_deg - e.a.lon_deg) * w, e.a.lat_deg + (e.b.lat_deg - e.a.lat_deg) * w};
}

}  // namespace

BorderDistance::BorderDistance(const BorderEdges& edges, const AirspaceSet& airspaces) : edges_{edges}
{
    const auto wanted = [&](AirspaceId id) { return std::binary_search(airspaces.begin(), airspaces.end(), id); };
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        const auto owners = edges.owners({i});
        const BorderEdge& e = edges[{i}];
        const bool at_pole = std::abs(e.a.lat_deg) == 90 && e.a.lat_deg == e.b.lat_deg;
        if (!at_pole && std::any_of(owners.begin(), owners.end(), wanted))
            order_.push_back({i});
    }
    if (order_.empty())
        return;
    // Sort-tile-recursive packing (Leutenegger, Lopez, Edgington 1997): slices by longitude, then latitude.
    const auto middle_lon = [&](BorderEdgeId id) { return edges[id].a.lon_deg + edges[id].b.lon_deg; };
    const auto middle_lat = [&](BorderEdgeId id) { return edges[id].a.lat_deg + edges[id].b.lat_deg; };
    const auto by = [](auto value) {
        return [value](BorderEdgeId p, BorderEdgeId q) {
            return value(p) != value(q) ? value(p) < value(q) : p < q;
        };
    };
    std::sort(order_.begin(), order_.end(), by(middle_lon));
    const std::size_t leaves = (order_.size() + per_node - 1) / per_node;
    const auto slice = per_node * static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(leaves))));
    for (std::size_t begin = 0; begin < order_.size(); begin += slice)
        std::sort(order_.begin() + static_cast<std::ptrdiff_t>(begin),
                  order_.begin() + static_cast<std::ptrdiff_t>(std::min(begin + slice, order_.size())), by(middle_lat));

    level_begin_.push_back(0);
    for (const BorderEdgeId id : order_) {
        const BorderEdge& e = edges[id];
        boxes_.push_back({e.a.lon_deg, std::min(e.a.lat_deg, e.b.lat_deg), e.b.lon_deg,
                          std::max(e.a.lat_deg, e.b.lat_deg)});
    }
    level_begin_.push_back(static_cast<std::uint32_t>(boxes_.size()));
    while (level_begin_.back() - level_begin_[level_begin_.size() - 2] > 1) {
        const std::size_t begin = level_begin_[level_begin_.size() - 2], end = level_begin_.back();
        for (std::size_t i = begin; i < end; i += per_node) {
            Box box = boxes_[i];
            for (std::size_t k = i + 1; k < std::min(i + per_node, end); ++k) {
                box.west = std::min(box.west, boxes_[k].west);
                box.south = std::min(box.south, boxes_[k].south);
                box.east = std::max(box.east, boxes_[k].east);
                box.north = std::max(box.north, boxes_[k].north);
            }
            boxes_.push_back(box);
        }
        level_begin_.push_back(static_cast<std::uint32_t>(boxes_.size()));
    }
}

NearestBorder BorderDistance::to_edge(LonLat place, BorderEdgeId edge) const
{
    const BorderEdge& e = edges_[edge];
    const EdgeReading reading = edges_.reading();
    std::optional<GeodesicLine> line;
    if (reading == EdgeReading::geodesic)
        line.emplace(e.a, e.b);
    const auto distance_at = [&](double w) { return distance_m(place, on_edge(reading, e, line, w)); };

    // A first guess from the plane tangent at the point, then parabolas through three points: the square
    // of the distance along an edge is one to second order. Golden sections guard it.
    const double k = std::cos(Angle::degrees(place.lat_deg).rad());
    const double px = (lon_near(place.lon_deg, (e.a.lon_deg + e.b.lon_deg) / 2) - e.a.lon_deg) * k;
    const double py = place.lat_deg - e.a.lat_deg;
    const double dx = (e.b.lon_deg - e.a.lon_deg) * k, dy = e.b.lat_deg - e.a.lat_deg;
    const double guess = dx * dx + dy * dy > 0 ? std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0) : 0;

    const double edge_m = distance_m(e.a, e.b);
    double best_w = guess, best = distance_at(guess);
    for (const double w : {0.0, 1.0})
        if (const double d = distance_at(w); d < best) {
            best = d;
            best_w = w;
        }
    // Bracket growing from the guess; the window shrinks until it is a micrometre or the distance is flat.
    double reach = std::min(1.0, std::max(0.05, 1e-6 * best / std::max(edge_m, 1e-9)));
    for (int round = 0; round < 60 && reach * edge_m > 1e-4; ++round) {
        const double low = std::max(0.0, best_w - reach), high = std::min(1.0, best_w + reach);
        const double d_low = distance_at(low), d_high = distance_at(high);
        const double s_low = d_low * d_low, s_best = best * best, s_high = d_high * d_high;
        double w = best_w;
        const double p = best_w - low, q = high - best_w;
        const double curve = q * (s_low - s_best) + p * (s_high - s_best);
        if (p > 0 && q > 0 && curve > 0)
            w = std::clamp(best_w + 0.5 * (q * q * (s_low - s_best) - p * p * (s_high - s_best)) / curve, low, high);
        bool moved = false;
        for (const auto& [at, d] : {std::pair{low, d_low}, std::pair{high, d_high}, std::pair{w, distance_at(w)}})
            if (d < best) {
                moved = moved || (at == low || at == high);
                best = d;
                best_w = at;
            }
        if (!moved)
            reach /= 8;
    }
    return {best, on_edge(reading, e, line, best_w), edge};
}

std::optional<NearestBorder> BorderDistance::nearest(LonLat place, double within_m) const
{
    if (empty())
        return std::nullopt;
    struct Open {
        double bound;
        std::uint32_t level, box;
        bool operator<(const Open& other) const
        {
            return bound != other.bound ? bound > other.bound : box > other.box;  // nearest first
        }
    };
    const auto bound_of = [&](std::size_t i) {
        const Box& b = boxes_[i];
        return bound_to_box(place, b.west, b.south, b.east, b.north);
    };
    std::priority_queue<Open> open;
    const auto top = static_cast<std::uint32_t>(level_begin_.size() - 2);
    open.push({bound_of(boxes_.size() - 1), top, static_cast<std::uint32_t>(boxes_.size() - 1)});
    std::optional<NearestBorder> best;
    double limit = within_m;
    while (!open.empty() && open.top().bound <= limit) {
        const Open next = open.top();
        open.pop();
        if (next.level == 0) {
            const NearestBorder found = to_edge(place, order_[next.box]);
            if (found.distance_m <= limit) {
                limit = found.distance_m;
                best = found;
            }
            continue;
        }
        const std::size_t below = level_begin_[next.level - 1], end = level_begin_[next.level];
        const std::size_t first = below + (next.box - level_begin_[next.level]) * per_node;
        for (std::size_t i = first; i < std::min(first + per_node, end); ++i)
            if (const double bound = bound_of(i); bound <= limit)
                open.push({bound, next.level - 1, static_cast<std::uint32_t>(i)});
    }
    return best;
}

}  // namespace incursion
