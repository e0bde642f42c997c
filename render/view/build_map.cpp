#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include <fmt/format.h>

#include "render/view/build_scene.h"
#include "render/view/map_borders.h"
#include "render/view/map_labels.h"
#include "render/view/map_scale.h"
#include "render/view/polyline.h"

namespace incursion {

namespace {

constexpr float seen_px = 0.7F;         // finer than this nobody sees
constexpr float buffer_seen_px = 2.5F;  // the edge of a wide band is soft

Point on_circle(Point centre, float radius_px, double turns)
{
    const auto angle = static_cast<float>(turns * 2 * std::numbers::pi);
    return {centre.x + radius_px * std::sin(angle), centre.y - radius_px * std::cos(angle)};
}

/// Rings about the radar, and faint rays every 30 degrees.
void add_rings(const ViewState& view, const ScopeMapping& mapping, double north_turns, MapScene& map)
{
    const double step_m = ring_step_m(view.range_m, view.unit);
    const double farthest_m = std::hypot(view.middle.east_m, view.middle.north_m) + view.range_m;
    const Point radar = mapping.screen_from(PlanePoint{});
    const Rect frame = square_about_glass(mapping, 4);
    const auto add = [&](const Polyline& line, float opacity) {
        for (Polyline& part : clipped_line(line, frame))
            map.strokes.push_back({StyleId::range_ring, LineStyle::solid, opacity, 0, std::move(part)});
    };
    const auto last = static_cast<int>(std::min(farthest_m / step_m, 1000.0));
    for (int i = 1; i <= last; ++i)
        add(circle(radar, static_cast<float>(mapping.px_from_m(step_m * i))), 1);
    for (int i = 0; i < 12; ++i)
        add({radar, on_circle(radar, static_cast<float>(mapping.px_from_m(farthest_m)), north_turns + i / 12.0)},
            0.35F);
}

/// The radar's own place.
void add_site(const ScopeMapping& mapping, float scale, MapScene& map)
{
    const Point at = mapping.screen_from(PlanePoint{});
    if (!mapping.is_on_glass(at))
        return;
    const float arm = 5 * scale;
    map.strokes.push_back({StyleId::place_mark, LineStyle::solid, 1, 0, {{at.x - arm, at.y}, {at.x + arm, at.y}}});
    map.strokes.push_back({StyleId::place_mark, LineStyle::solid, 1, 0, {{at.x, at.y - arm}, {at.x, at.y + arm}}});
}

/// The scale of bearings on the bezel, whose rim no number crosses: its north is `north_turns` clockwise of the true
/// one.
void add_bearings(const ScopeMapping& mapping, float rim_px, float scale, const TextSizes& sizes, double north_turns,
                  char north, MapScene& map)
{
    const float radius = mapping.radius_px();
    const float text_radius = rim_px - 1.5F * scale - text_width_px(sizes, FontId::scope_bold, "000") / 2;
    const float spacing_px = radius * 2 * std::numbers::pi_v<float> / 36;
    const bool crowded = spacing_px < text_width_px(sizes, FontId::scope_small, "0000");
    for (int degrees = 0; degrees < 360; ++degrees) {
        const double turns = north_turns + degrees / 360.0;
        const bool tens = degrees % 10 == 0, thirties = degrees % 30 == 0;
        if (degrees % 2 == 0 || degrees % 5 == 0) {
            const float length = (tens ? 7.5F : degrees % 5 == 0 ? 5.0F : 3.0F) * scale;
            map.strokes.push_back({StyleId::bearing_tick,
                                   LineStyle::solid,
                                   tens ? 1.0F : 0.7F,
                                   (thirties ? 2.0F : 1.0F) * scale,
                                   {on_circle(mapping.centre_px(), radius + 2 * scale, turns),
                                    on_circle(mapping.centre_px(), radius + 2 * scale + length, turns)}});
        }
        if (!tens || (crowded && !thirties))
            continue;
        const std::string text = degrees == 0 ? fmt::format("000{}", north) : fmt::format("{:03}", degrees);
        map.labels.push_back(label_about(StyleId::bearing_text, thirties ? FontId::scope_bold : FontId::scope_small,
                                         text, on_circle(mapping.centre_px(), text_radius, turns), sizes));
    }
}

void add_borders(const Replay& replay, const ViewState& view, const ScopeMapping& mapping, float scale, MapScene& map)
{
    const float margin_px = 0.05F * mapping.radius_px();
    const MapDetail detail{mapping, square_about_glass(mapping, margin_px), seen_px};
    if (is_on(view, Switch::airspace_fill))
        add_airspace_fills(replay, detail, map.fills);
    const bool has_buffer = is_on(view, Switch::border_buffer);
    const auto reach_px = has_buffer ? static_cast<float>(mapping.px_from_m(buffer_of_m(view))) : 0;
    const MapDetail wide{mapping, square_about_glass(mapping, margin_px + reach_px), buffer_seen_px * scale};
    const NearBorders borders = near_borders(replay, wide);
    if (has_buffer)
        add_border_strokes(borders.concerned, wide, StyleId::border_buffer, 2 * reach_px, map.strokes);
    add_border_strokes(borders.others, detail, StyleId::border, 0, map.strokes);
    add_border_strokes(borders.concerned, detail, StyleId::border_concerned, 0, map.strokes);
}

}  // namespace

MapKey map_key(const ViewState& view, const FrameSize& frame)
{
    MapKey key;
    key.frame = frame;
    key.layout = view.layout;
    key.range_m = view.range_m;
    key.buffer_m = buffer_of_m(view);
    key.middle = view.middle;
    key.unit = view.unit;
    key.north = view.north;
    key.rings = is_on(view, Switch::range_rings);
    key.fill = is_on(view, Switch::airspace_fill);
    key.buffer = is_on(view, Switch::border_buffer);
    key.names = is_on(view, Switch::place_names);
    key.accounts_shown = view.accounts_shown;
    return key;
}

MapScene build_map(const Replay& replay, const ViewState& view, const FrameSize& frame, const TextSizes& sizes)
{
    const Layout layout = layout_of(view.layout, frame);
    const float rim_px = std::min(layout.scope.width, layout.scope.height) / 2;
    const ScopeMapping mapping{replay.radar().site, view, layout};
    const bool is_magnetic = view.north == North::magnetic && replay.declination();
    const double north_turns = is_magnetic ? replay.declination()->deg() / 360 : 0;
    MapScene map;
    add_borders(replay, view, mapping, frame.scale, map);
    if (is_on(view, Switch::range_rings))
        add_rings(view, mapping, north_turns, map);
    add_site(mapping, frame.scale, map);
    add_bearings(mapping, rim_px, frame.scale, sizes, north_turns, is_magnetic ? 'M' : 'T', map);
    MapLabels names = map_labels(replay, view, mapping, frame.scale, sizes);
    std::move(names.marks.begin(), names.marks.end(), std::back_inserter(map.strokes));
    std::move(names.labels.begin(), names.labels.end(), std::back_inserter(map.labels));
    return map;
}

}  // namespace incursion
