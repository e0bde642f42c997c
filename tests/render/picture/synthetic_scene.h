#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "render/view/scene.h"

namespace incursion::test {

inline float turns_to_radians(double turns)
{
    return static_cast<float>(turns * 2 * std::numbers::pi);
}

inline Point on_circle(Point centre, float radius, double azimuth_turns)
{
    const float angle = turns_to_radians(azimuth_turns);
    return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

inline std::vector<Point> circle(Point centre, float radius, int sides)
{
    std::vector<Point> points;
    for (int i = 0; i <= sides; ++i)
        points.push_back(on_circle(centre, radius, static_cast<double>(i) / sides));
    return points;
}

inline FrameSize frame_of(int width_px, int height_px)
{
    return {width_px, height_px, natural_scale(LayoutId::full, width_px, height_px)};
}

/// Rings, ticks, an airspace with a jagged border and a buffer, on the glass of a layout.
inline MapScene synthetic_map(const Layout& layout, float scale)
{
    const Point centre = layout.scope_centre;
    const float radius = layout.scope_radius_px;
    MapScene map;
    std::vector<Point> border;
    for (int i = 0; i <= 240; ++i) {
        const float share = static_cast<float>(i) / 240;
        const float wave = std::sin(share * 9) * 0.16F + std::sin(share * 31) * 0.035F + std::sin(share * 143) * 0.008F;
        border.push_back({centre.x + (wave + 0.12F) * radius, centre.y + (share * 2 - 1) * radius});
    }
    std::vector<Point> area = border;
    area.push_back({centre.x + radius, centre.y + radius});
    area.push_back({centre.x + radius, centre.y - radius});
    map.fills.push_back({StyleId::airspace_fill_concerned, 1, {area}});
    map.strokes.push_back({StyleId::border_buffer, LineStyle::solid, 1, 70 * scale, border});
    for (int ring = 1; ring <= 4; ++ring)
        map.strokes.push_back(
            {StyleId::range_ring, LineStyle::solid, 1, 0, circle(centre, radius * static_cast<float>(ring) / 4, 180)});
    for (int tick = 0; tick < 72; ++tick) {
        const double at = tick / 72.0;
        map.strokes.push_back({StyleId::bearing_tick,
                               LineStyle::solid,
                               1,
                               0,
                               {on_circle(centre, radius + 3 * scale, at),
                                on_circle(centre, radius + (tick % 2 == 0 ? 10.0F : 6.0F) * scale, at)}});
    }
    map.strokes.push_back({StyleId::border_concerned, LineStyle::solid, 1, 0, border});
    map.strokes.push_back({StyleId::border,
                           LineStyle::solid,
                           1,
                           0,
                           {{centre.x - 0.7F * radius, centre.y - 0.6F * radius},
                            {centre.x - 0.4F * radius, centre.y - 0.1F * radius},
                            {centre.x - 0.5F * radius, centre.y + 0.3F * radius},
                            {centre.x - 0.2F * radius, centre.y + 0.9F * radius}}});
    return map;
}

/// Two aircraft that fly towards each other, `time_s` after the beam first passed north; one turn takes 5 s.
inline Scene synthetic_scene(const Layout& layout, float scale, double time_s)
{
    static constexpr double turn_s = 5;
    const Point centre = layout.scope_centre;
    const float radius = layout.scope_radius_px;
    Scene scene;
    scene.centre = centre;
    scene.radius_px = radius;
    scene.beam.radar = centre;
    scene.beam.px_per_m = radius / 50'000;
    scene.beam.turn_s = turn_s;
    scene.beam.turn = static_cast<std::int64_t>(std::floor(time_s / turn_s));
    scene.beam.azimuth_turns = time_s / turn_s - static_cast<double>(scene.beam.turn);
    for (std::int64_t back = 12; back >= 0; --back)
        for (int target = 0; target < 2; ++target) {
            const double azimuth = target == 0 ? 0.115 : 0.62;
            const double painted_s = (static_cast<double>(scene.beam.turn - back) + azimuth) * turn_s;
            const double range_m = (target == 0 ? 42'000 : 26'000) - 220 * painted_s;
            if (painted_s <= time_s && painted_s > time_s - 60)
                scene.blips.push_back({static_cast<float>(azimuth), static_cast<float>(range_m), 1,
                                       static_cast<float>(time_s - painted_s)});
        }
    for (int target = 0; target < 2; ++target) {
        const StyleId side = target == 0 ? StyleId::side_1 : StyleId::side_2;
        const Blip& blip = scene.blips[scene.blips.size() - (target == 0 ? 1 : 2)];
        const Point at = on_circle(centre, blip.range_m * scene.beam.px_per_m, static_cast<double>(blip.azimuth_turns));
        scene.strokes.push_back({side, LineStyle::solid, 1, 0, circle(at, 5 * scale, target == 0 ? 3 : 24)});
        scene.strokes.push_back({side,
                                 target == 0 ? LineStyle::solid : LineStyle::dashed,
                                 0.8F,
                                 0,
                                 {at, {at.x - 50 * scale, at.y + 22 * scale}}});
    }
    return scene;
}

}  // namespace incursion::test
