#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "tools/incursion/html_map.h"

// What lies under the traffic of a map: airspaces, borders, places.

namespace incursion {

namespace {

constexpr std::size_t tints = 3;

/// The place of a key among those that matter.
std::optional<std::size_t> place_in(const std::vector<std::string>& keys, const std::string& key)
{
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - keys.begin())};
}

/// Those that have a side in the picture or hold all of it, in their order.
AirspaceSet airspaces_shown(const MapDrawing& map)
{
    const BorderIndex& index = map.html.ground.index;
    AirspaceSet shown = index.airspaces_at(map.view.middle());
    std::vector<BorderEdgeId> edges;
    index.collect(lon_lat_box(map.view), edges);
    for (const BorderEdgeId edge : edges)
        for (const AirspaceId id : index.edges().owners(edge))
            shown.push_back(id);
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    return shown;
}

/// Well inside what is seen of an airspace, away from its borders and the frame.
template <class IsFree>
std::optional<SvgPoint> middle_of(const MapOutline& outline, const MapView& view, const IsFree& is_free)
{
    std::optional<SvgPoint> best;
    double most = 14;
    for (int column = 1; column < 24; ++column)
        for (int row = 1; row < 18; ++row) {
            const SvgPoint point{view.width() * column / 24, view.height() * row / 18};
            if (!is_within(outline.areas, point) || !is_free(point))
                continue;
            const double away = std::min({distance_to_lines(outline.borders, point), point.x * 0.8,
                                          (view.width() - point.x) * 0.8, point.y, view.height() - point.y});
            if (away > most) {
                most = away;
                best = point;
            }
        }
    return best;
}

/// Words stand rather beside a border than on it.
void shun_lines(LabelPlacer& labels, const std::vector<SvgLine>& lines)
{
    for (const SvgLine& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const double dx = line[i + 1].x - line[i].x, dy = line[i + 1].y - line[i].y, length = std::hypot(dx, dy);
            for (double walked = 0; walked < length; walked += 6)
                labels.shun({line[i].x + dx * walked / length, line[i].y + dy * walked / length});
        }
}

bool is_marked(const MapDrawing& map, SvgPoint at)
{
    return map.view.shows(at, -6) && !is_under_scale(map, at);
}

std::string_view style_of_place(PlaceKind kind)
{
    return kind == PlaceKind::airfield ? "place airfield" : "place";
}

}  // namespace

void draw_ground(MapDrawing& map)
{
    const MapView& view = map.view;
    const AnalysisGround& ground = map.html.ground;
    const std::vector<std::string> matter = keys_that_matter(map.html);
    map.svg.rect(0, 0, view.width(), view.height(), "paper");
    std::vector<std::pair<AirspaceId, MapOutline>> outlines;
    for (const AirspaceId id : airspaces_shown(map))
        outlines.emplace_back(id, outline_of(id, ground.airspaces, ground.index, view));
    for (const auto& [id, outline] : outlines) {
        const auto place = place_in(matter, ground.airspaces[id].key);
        map.svg.path(outline.areas, true, place ? fmt::format("theirs-{}", *place % tints) : "land");
    }
    draw_graticule(map);
    for (const bool theirs : {false, true})  // theirs over a line that is shared
        for (const auto& [id, outline] : outlines)
            if (place_in(matter, ground.airspaces[id].key).has_value() == theirs)
                map.svg.path(outline.borders, false, theirs ? "shore theirs-line" : "shore");
    for (auto& [id, outline] : outlines) {
        if (place_in(matter, ground.airspaces[id].key))
            shun_lines(map.labels, outline.borders);
        map.grounds.emplace_back(ground.airspaces[id].key, std::move(outline));
    }
}

void draw_ground_names(MapDrawing& map)
{
    std::set<std::string> named;
    for (const auto& [key, outline] : map.grounds) {
        if (named.contains(key))
            continue;
        const double half = svg_text_width(key) * 0.75;
        const auto middle = middle_of(outline, map.view, [&, half = half](SvgPoint at) {
            return map.labels.is_free({at.x - half, at.y - 12, at.x + half, at.y + 6});
        });
        if (!middle)
            continue;
        named.insert(key);
        map.labels.keep_free(LabelPlacer::Box{middle->x - half, middle->y - 12, middle->x + half, middle->y + 6});
        map.svg.text(middle->x, middle->y + 4, key, "country", "middle");
    }
}

void draw_other_borders(MapDrawing& map)
{
    if (!map.plan.is_close_up)
        return;
    for (std::size_t i = 0; i < map.html.alternatives.size(); ++i) {
        const Airspaces& airspaces = map.html.alternatives[i].airspaces;
        std::vector<SvgLine> lines;
        for (const Airspace& airspace : airspaces.list)
            for (SvgLine& line : borders_of(airspace, airspaces.edges, map.view))
                lines.push_back(std::move(line));
        map.svg.path(lines, false, fmt::format("other other-{}", i % 3 + 1));
    }
}

void draw_places(MapDrawing& map)
{
    for (const Place& place : map.html.scenario.places) {
        const SvgPoint at = map.view.at(place.position);
        if (!is_marked(map, at))
            continue;
        if (place.kind == PlaceKind::town)
            map.svg.circle(at.x, at.y, 3, style_of_place(place.kind), place.name);
        else if (place.kind == PlaceKind::airfield)
            map.svg.path({{{at.x - 4, at.y - 4}, {at.x + 4, at.y - 4}, {at.x + 4, at.y + 4}, {at.x - 4, at.y + 4}}},
                         true, style_of_place(place.kind), place.name);
        else
            map.svg.path({{{at.x, at.y - 4}, {at.x + 4, at.y + 3}, {at.x - 4, at.y + 3}}}, true, "place", place.name);
        map.labels.keep_free(at);
    }
    for (const Radar& radar : map.html.scenario.radars) {
        const SvgPoint at = map.view.at(radar.site);
        if (!is_marked(map, at))
            continue;
        map.svg.path({{{at.x, at.y - 5}, {at.x + 5, at.y}, {at.x, at.y + 5}, {at.x - 5, at.y}}}, true, "radar",
                     "radar " + radar.id);
        map.labels.keep_free(at);
    }
}

void draw_place_names(MapDrawing& map)
{
    for (const Radar& radar : map.html.scenario.radars)
        if (const SvgPoint at = map.view.at(radar.site); is_marked(map, at))
            map.labels.around(map.svg, at, "radar " + radar.id, "place");
    for (const Place& place : map.html.scenario.places)
        if (const SvgPoint at = map.view.at(place.position); is_marked(map, at))
            map.labels.around(map.svg, at, place.name, "place");
}

void draw_boxes(MapDrawing& map)
{
    for (std::size_t i = 0; i < map.plan.boxes.size(); ++i) {
        double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
        for (const LonLat& place : map.plan.boxes[i]) {
            const SvgPoint at = map.view.at(place);
            left = std::min(left, at.x);
            right = std::max(right, at.x);
            top = std::min(top, at.y);
            bottom = std::max(bottom, at.y);
        }
        const double x = (left + right) / 2, y = (top + bottom) / 2;
        const double half = std::max({(right - left) / 2, (bottom - top) / 2, 9.0}) + 5;
        map.svg.rect(x - half, y - half, 2 * half, 2 * half, "close-up");
        map.labels.around(map.svg, {x + half - 4, y - half}, fmt::format("map {}", i + 2), "label");
    }
}

}  // namespace incursion
