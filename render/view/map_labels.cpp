#include "render/view/map_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

#include <fmt/format.h>

#include "render/view/map_scale.h"
#include "render/view/polyline.h"
#include "render/view/wording.h"

namespace incursion {

namespace {

constexpr int grid = 19;            // calm places are sought on so many by so many points
constexpr float least_room = 1.4F;  // steps of the grid to a border; nearer to it a key would lie on it

/// Everything that placing needs, and what was placed.
struct Placing {
    const Replay& replay;
    const ViewState& view;
    const ScopeMapping& mapping;
    float scale;
    const TextSizes& sizes;
    LabelSpace space;
    MapLabels placed;

    void add(Label label)
    {
        space.take(grown(box_of(label, sizes), 2 * scale));
        placed.labels.push_back(std::move(label));
    }
    bool fits(const Label& label) const
    {
        const auto cost = space.cost_of(box_of(label, sizes));
        return cost && *cost == 0;
    }
};

PlanePoint around_radar(double range_m, double turns)
{
    const double angle = 2 * std::numbers::pi * turns;
    return {range_m * std::sin(angle), range_m * std::cos(angle)};
}

void add_ring_numbers(Placing& p)
{
    const double step_m = ring_step_m(p.view.range_m, p.view.unit);
    const PlanePoint middle = p.view.middle;
    const double farthest_m = std::hypot(middle.east_m, middle.north_m) + p.view.range_m;
    const auto last = static_cast<int>(std::min(farthest_m / step_m, 1000.0));
    for (int i = 1; i <= last; ++i) {
        std::string text = ring_text(step_m * i, p.view.unit);
        if (i == 1)
            text += fmt::format(" {}", length_unit(p.view.unit));
        // North-north-west, else the first direction in which it is on the glass.
        for (int k = 0; k < 24; ++k) {
            const double turns = 0.9375 + (k % 2 == 0 ? k / 2 : -(k + 1) / 2) / 24.0;
            Label label = label_about(StyleId::range_text, FontId::scope_small, text,
                                      p.mapping.screen_from(around_radar(step_m * i, turns)), p.sizes);
            label.has_backing = true;
            if (!p.fits(label))
                continue;
            p.add(std::move(label));
            break;
        }
    }
}

/// Points spread over the glass, and which airspaces hold them.
struct CalmGrid {
    std::array<AirspaceSet, grid * grid> held;
    std::array<bool, grid * grid> on_glass{};
    static std::size_t at(int column, int row) { return static_cast<std::size_t>(row * grid + column); }
};

Point grid_point(const ScopeMapping& mapping, int column, int row)
{
    const float step = 2 * mapping.radius_px() / (grid - 1);
    const Point centre = mapping.centre_px();
    return {centre.x + step * static_cast<float>(column - grid / 2),
            centre.y + step * static_cast<float>(row - grid / 2)};
}

CalmGrid calm_grid(const Placing& p)
{
    CalmGrid result;
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column) {
            const Point point = grid_point(p.mapping, column, row);
            const std::size_t at = CalmGrid::at(column, row);
            result.on_glass[at] = p.mapping.is_on_glass(point);
            if (result.on_glass[at])
                result.held[at] = p.replay.index().airspaces_at(p.mapping.place_from(point));
        }
    return result;
}

/// Steps of the grid to the nearest point that is off the glass or outside the airspaces.
float calm_at(const std::array<bool, grid * grid>& inside, int column, int row)
{
    float least = grid;
    for (int r = 0; r < grid; ++r)
        for (int c = 0; c < grid; ++c)
            if (!inside[CalmGrid::at(c, r)])
                least = std::min(least, std::hypot(static_cast<float>(c - column), static_cast<float>(r - row)));
    // The frame of the grid is no place for text either.
    return std::min({least, static_cast<float>(column), static_cast<float>(row), static_cast<float>(grid - 1 - column),
                     static_cast<float>(grid - 1 - row)});
}

/// The calmest free place for an airspace's key; beyond three steps of the grid none is calmer than another, and the
/// one nearest to the rim counts, since the middle is where things happen.
void add_key(Placing& p, const std::string& key, const std::array<bool, grid * grid>& inside, bool concerned)
{
    std::optional<Label> best;
    float best_calm = 0;
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column) {
            if (!inside[CalmGrid::at(column, row)])
                continue;
            const Point point = grid_point(p.mapping, column, row);
            const float rim = distance_px(point, p.mapping.centre_px()) / p.mapping.radius_px();
            const float room = calm_at(inside, column, row);
            const float calm = std::min(room, 3.0F) + 0.5F * rim;
            if (room < least_room || (best && calm <= best_calm))
                continue;
            Label label = label_about(concerned ? StyleId::border_concerned : StyleId::place_text, FontId::scope_bold,
                                      key, point, p.sizes);
            if (!p.fits(label))
                continue;
            best = std::move(label);
            best_calm = calm;
        }
    if (best)
        p.add(std::move(*best));
}

void add_airspace_keys(Placing& p)
{
    const CalmGrid calm = calm_grid(p);
    std::map<std::string, std::array<bool, grid * grid>> keys;
    for (std::size_t at = 0; at < calm.held.size(); ++at)
        for (const AirspaceId id : calm.held[at])
            keys[p.replay.airspaces()[id].key][at] = true;
    for (const auto& [key, inside] : keys) {
        const auto& concerned = p.replay.concerned_airspaces();
        const bool matters = std::any_of(concerned.begin(), concerned.end(), [&, &name = key](std::size_t i) {
            return p.replay.airspaces().list[i].key == name;
        });
        add_key(p, key, inside, matters);
    }
}

void add_place_mark(Placing& p, PlaceKind kind, Point at)
{
    const float r = 2.5F * p.scale;
    Polyline outline;
    if (kind == PlaceKind::airfield)
        outline = circle(at, r * 1.3F);
    else if (kind == PlaceKind::mark)
        outline = {{at.x, at.y - r * 1.3F},
                   {at.x + r * 1.3F, at.y},
                   {at.x, at.y + r * 1.3F},
                   {at.x - r * 1.3F, at.y},
                   {at.x, at.y - r * 1.3F}};
    else
        outline = {{at.x - r, at.y - r},
                   {at.x + r, at.y - r},
                   {at.x + r, at.y + r},
                   {at.x - r, at.y + r},
                   {at.x - r, at.y - r}};
    p.placed.marks.push_back({StyleId::place_mark, LineStyle::solid, 1, 0, std::move(outline)});
    if (kind == PlaceKind::airfield)
        p.placed.marks.push_back({StyleId::place_mark,
                                  LineStyle::solid,
                                  1,
                                  0,
                                  {{at.x - r * 2, at.y + r * 2}, {at.x + r * 2, at.y - r * 2}}});
}

void add_place_names(Placing& p)
{
    const auto& places = p.replay.scenario().places;
    std::vector<Point> points;
    for (const Place& place : places) {
        points.push_back(p.mapping.screen_from(place.position));
        if (p.mapping.is_on_glass(points.back()))
            p.space.avoid(grown({points.back().x, points.back().y, 0, 0}, 5 * p.scale), 1);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!p.mapping.is_on_glass(points[i]))
            continue;
        add_place_mark(p, places[i].kind, points[i]);
        Label label = label_about(StyleId::place_text, FontId::scope_small, places[i].name, points[i], p.sizes);
        const Rect box = box_of(label, p.sizes);
        const auto place = place_beside(p.space, points[i], box.width, box.height, 0.25, 8 * p.scale);
        if (!place || distance_px(place->leader_end, points[i]) > 16 * p.scale)
            continue;
        label.at = {place->box.x, place->box.y};
        p.add(std::move(label));
    }
}

}  // namespace

Rect box_of(const Label& label, const TextSizes& sizes)
{
    return {label.at.x, label.at.y, text_width_px(sizes, label.font, label.text), sizes[label.font].height_px};
}

Label label_about(StyleId style, FontId font, std::string text, Point middle, const TextSizes& sizes)
{
    const float width = text_width_px(sizes, font, text), height = sizes[font].height_px;
    return {style, font, 1, {middle.x - width / 2, middle.y - height / 2}, false, std::move(text)};
}

MapLabels map_labels(const Replay& replay, const ViewState& view, const ScopeMapping& mapping, float scale,
                     const TextSizes& sizes)
{
    Placing p{replay, view, mapping, scale, sizes, LabelSpace{mapping.centre_px(), mapping.radius_px()}, {}};
    if (is_on(view, Switch::range_rings))
        add_ring_numbers(p);
    if (is_on(view, Switch::place_names)) {
        add_place_names(p);
        add_airspace_keys(p);
    }
    return std::move(p.placed);
}

std::vector<Label> uncovered(const std::vector<Label>& names, const std::vector<Label>& others, const TextSizes& sizes)
{
    std::vector<Rect> taken;
    for (const Label& label : others)
        taken.push_back(grown(box_of(label, sizes), 0.3F * sizes[label.font].height_px));
    std::vector<Label> free;
    for (const Label& name : names) {
        const Rect box = box_of(name, sizes);
        if (std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return overlap(box, other); }))
            free.push_back(name);
    }
    return free;
}

}  // namespace incursion
