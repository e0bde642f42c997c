#include "render/view/border_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <utility>

#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double degrees_per_radian = 180 / std::numbers::pi;

bool is_same(LonLat a, LonLat b)
{
    return a.lat_deg == b.lat_deg && wrapped_lon(a.lon_deg) == wrapped_lon(b.lon_deg);
}

/// Adds places to a line whose end is where they begin.
void append(PlaceLine& line, const PlaceLine& more)
{
    for (std::size_t i = 1; i < more.size(); ++i)
        line.push_back({line.back().lon_deg + (more[i].lon_deg - more[i - 1].lon_deg), more[i].lat_deg});
}

/// Lengthens a run by an edge that begins or ends where the run ends.
bool continues(PlaceLine& run, const BorderEdge& edge)
{
    const auto fits = [&] { return is_same(run.back(), edge.a) || is_same(run.back(), edge.b); };
    if (!fits() && run.size() == 2)
        std::reverse(run.begin(), run.end());
    if (!fits())
        return false;
    if (is_same(run.back(), edge.a))
        append(run, {edge.a, edge.b});
    else
        append(run, {edge.b, edge.a});
    return true;
}

/// Joins neighbours in the order given; most of a border is joined so.
std::vector<PlaceLine> runs_of(const BorderEdges& edges, std::span<const BorderEdgeId> ids)
{
    std::vector<PlaceLine> runs;
    for (const BorderEdgeId id : ids) {
        const BorderEdge& edge = edges[id];
        if (!runs.empty() && continues(runs.back(), edge))
            continue;
        runs.push_back({edge.a, edge.b});
    }
    return runs;
}

/// Joins lines at their ends until none fit. Where more than two meet, the first in order are joined.
std::vector<PlaceLine> joined(std::vector<PlaceLine> runs)
{
    using Key = std::pair<double, double>;
    const auto key = [](LonLat p) { return Key{wrapped_lon(p.lon_deg) + 0.0, p.lat_deg + 0.0}; };
    std::multimap<Key, std::size_t> ends;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        ends.emplace(key(runs[i].front()), i);
        ends.emplace(key(runs[i].back()), i);
    }
    std::vector<bool> used(runs.size(), false);
    const auto next_at = [&](LonLat end) -> std::optional<std::size_t> {
        const auto [first, last] = ends.equal_range(key(end));
        for (auto at = first; at != last; ++at)
            if (!used[at->second])
                return at->second;
        return std::nullopt;
    };
    std::vector<PlaceLine> lines;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (used[i])
            continue;
        used[i] = true;
        PlaceLine line = std::move(runs[i]);
        for (int side = 0; side < 2; ++side) {
            while (const auto next = next_at(line.back())) {
                used[*next] = true;
                if (!is_same(runs[*next].front(), line.back()))
                    std::reverse(runs[*next].begin(), runs[*next].end());
                append(line, runs[*next]);
            }
            std::reverse(line.begin(), line.end());
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

LonLatBox box_around(LonLat place, double radius_m)
{
    // A degree of latitude is never shorter than on the sphere of the least radius of curvature.
    const double lat_room = radius_m / wgs84_least_radius_m * degrees_per_radian;
    LonLatBox box{place.lon_deg - 180, std::max(place.lat_deg - lat_room, -90.0), place.lon_deg + 180,
                  std::min(place.lat_deg + lat_room, 90.0)};
    const double arc = radius_m / wgs84_least_radius_m;
    const double widest = std::sin(arc) / std::cos(place.lat_deg / degrees_per_radian);
    if (box.south > -89.9 && box.north < 89.9 && arc < std::numbers::pi / 2 && widest < 1) {
        // On a sphere the disc reaches asin(sin(r) / cos(lat)) to each side; the ellipsoid is covered by the radius.
        const double lon_room = std::asin(widest) * degrees_per_radian * 1.01;
        box.west = place.lon_deg - lon_room;
        box.east = place.lon_deg + lon_room;
    }
    return box;
}

std::vector<BorderEdgeId> edges_in(const BorderIndex& index, const LonLatBox& box)
{
    std::vector<BorderEdgeId> ids;
    index.collect(box, ids);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::vector<PlaceLine> chained(const BorderEdges& edges, std::span<const BorderEdgeId> ids)
{
    return joined(runs_of(edges, ids));
}

PlaceLine densified(const PlaceLine& line, double step_m)
{
    // As long as on the largest sphere, or longer.
    constexpr double metres_per_degree = wgs84_largest_radius_m / degrees_per_radian;
    PlaceLine dense;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const LonLat a = line[i - 1], b{lon_near(line[i].lon_deg, a.lon_deg), line[i].lat_deg};
            const double width = (b.lon_deg - a.lon_deg) *
                                 std::cos(std::min(std::abs(a.lat_deg), std::abs(b.lat_deg)) / degrees_per_radian);
            const double length_m = std::hypot(width, b.lat_deg - a.lat_deg) * metres_per_degree;
            const int pieces = static_cast<int>(std::clamp(std::ceil(length_m / step_m), 1.0, 4096.0));
            for (int k = 1; k < pieces; ++k) {
                const double share = static_cast<double>(k) / pieces;
                dense.push_back(
                    {a.lon_deg + (b.lon_deg - a.lon_deg) * share, a.lat_deg + (b.lat_deg - a.lat_deg) * share});
            }
        }
        dense.push_back(line[i]);
    }
    return dense;
}

}  // namespace incursion
