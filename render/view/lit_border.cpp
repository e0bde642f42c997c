#include "render/view/lit_border.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "render/view/polyline.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double on_border_m = 50;
constexpr double step_m = 100;
constexpr float tolerance_m = 20;

/// East and north of a place, good enough to find the nearest of places around it.
struct Around {
    LonLat origin;
    double east_m, north_m;

    explicit Around(LonLat place)
        : origin{place},
          east_m{wgs84_a_m * std::numbers::pi / 180 * std::cos(place.lat_deg * std::numbers::pi / 180)},
          north_m{wgs84_a_m * std::numbers::pi / 180}
    {
    }
    double distance_m(LonLat p) const
    {
        return std::hypot((lon_near(p.lon_deg, origin.lon_deg) - origin.lon_deg) * east_m,
                          (p.lat_deg - origin.lat_deg) * north_m);
    }
};

std::size_t nearest_in(const PlaceLine& line, const Around& around)
{
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        if (around.distance_m(line[i]) < around.distance_m(line[nearest]))
            nearest = i;
    return nearest;
}

double length_m(const PlaceLine& line)
{
    double sum_m = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum_m += Around{line[i]}.distance_m(line[i - 1]);
    return sum_m;
}

/// Between two places of a line; of a closed one the shorter way, over its end if need be.
PlaceLine between(const PlaceLine& line, std::size_t from, std::size_t to)
{
    if (from > to)
        std::swap(from, to);
    const auto at = [&](std::size_t i) { return line.begin() + static_cast<std::ptrdiff_t>(i); };
    PlaceLine direct_way{at(from), at(to) + 1};
    if (line.size() < 3 || Around{line.front()}.distance_m(line.back()) > 0)
        return direct_way;
    PlaceLine round_way{at(to), line.end()};
    round_way.insert(round_way.end(), line.begin() + 1, at(from) + 1);
    return length_m(round_way) < length_m(direct_way) ? round_way : direct_way;
}

/// Without the places that the line does not need.
PlaceLine thinned(const PlaceLine& line)
{
    const Around around{line.front()};
    Polyline metres;
    for (const LonLat p : line)
        metres.push_back(
            {static_cast<float>((lon_near(p.lon_deg, around.origin.lon_deg) - around.origin.lon_deg) * around.east_m),
             static_cast<float>((p.lat_deg - around.origin.lat_deg) * around.north_m)});
    PlaceLine kept;
    for (const Point p : decimated(metres, tolerance_m))
        kept.push_back({around.origin.lon_deg + static_cast<double>(p.x) / around.east_m,
                        around.origin.lat_deg + static_cast<double>(p.y) / around.north_m});
    return kept;
}

/// Lines of the border of the visited airspaces around a place.
std::vector<PlaceLine> border_around(const Replay& replay, const Visit& visit, LonLat place, double radius_m)
{
    const BorderEdges& edges = replay.index().edges();
    const auto of_visited = [&](BorderEdgeId id) {
        const auto owners = edges.owners(id);
        return std::any_of(owners.begin(), owners.end(),
                           [&](AirspaceId owner) { return replay.airspaces()[owner].key == visit.airspace; });
    };
    std::vector<PlaceLine> lines;
    for (const PlaceLine& line : chained(edges, edges_in(replay.index(), box_around(place, radius_m), of_visited)))
        lines.push_back(densified(line, step_m));
    return lines;
}

/// What of the border lies near a place.
void add_near(const Replay& replay, const Visit& visit, LonLat place, std::vector<PlaceLine>& lit)
{
    const Around around{place};
    for (const PlaceLine& line : border_around(replay, visit, place, lit_near_m)) {
        PlaceLine part;
        for (const LonLat p : line) {
            if (around.distance_m(p) <= lit_near_m) {
                part.push_back(p);
                continue;
            }
            if (part.size() > 1)
                lit.push_back(thinned(part));
            part.clear();
        }
        if (part.size() > 1)
            lit.push_back(thinned(part));
    }
}

/// The way along the border from entry to exit.
std::optional<PlaceLine> way_between(const Replay& replay, const Visit& visit)
{
    const LonLat in = visit.entry.place, out = visit.exit.place;
    const Inverse chord = inverse(in, out);
    if (chord.distance_m > lit_farthest_chord_m)
        return std::nullopt;
    const LonLat middle = direct(in, chord.azimuth, chord.distance_m / 2);
    const double radius_m = chord.distance_m + 2 * std::max(visit.max_depth_m, 1e3);
    const Around at_in{in}, at_out{out};
    for (const PlaceLine& line : border_around(replay, visit, middle, radius_m)) {
        const std::size_t from = nearest_in(line, at_in), to = nearest_in(line, at_out);
        if (at_in.distance_m(line[from]) > step_m + on_border_m || at_out.distance_m(line[to]) > step_m + on_border_m)
            continue;
        return between(line, from, to);
    }
    return std::nullopt;
}

}  // namespace

std::vector<PlaceLine> lit_border(const Replay& replay, const Visit& visit)
{
    std::vector<PlaceLine> lit;
    const bool by_sides = visit.entry.by == CrossedBy::side && visit.exit.by == CrossedBy::side;
    if (const auto way = by_sides ? way_between(replay, visit) : std::nullopt; way && way->size() > 1) {
        lit.push_back(thinned(*way));
        return lit;
    }
    for (const VisitEnd* end : {&visit.entry, &visit.exit})
        if (end->by == CrossedBy::side)
            add_near(replay, visit, end->place, lit);
    return lit;
}

}  // namespace incursion
