#include "render/view/scene_marks.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "render/view/look.h"
#include "render/view/polyline.h"
#include "render/view/symbols.h"
#include "render/view/wording.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr std::chrono::seconds event_shown{60};
constexpr std::size_t longest_line = 26;  // of an event's title, in bytes
constexpr float leader_from_px = 30;      // nearer text needs no line to what it is about
constexpr int most_turns = 12;
// Light under one of 255 steps is no light: e^-5.54 is 1/255.
constexpr double dark_after = 5.54;

/// Where an end of the ruler is; one that rides on an aircraft rides on its last paint.
std::optional<LonLat> place_of(const SceneMaker& maker, const RulerEnd& end)
{
    if (!end.track)
        return end.place;
    if (*end.track >= maker.replay.track_count())
        return std::nullopt;
    const auto paint = maker.memory.last_paint(*end.track, maker.view.time, maker.is_live());
    return paint ? std::optional{paint->motion.place} : std::nullopt;
}

/// `127°T 12.4 nmi`.
std::string ruler_text(const SceneMaker& maker, LonLat from, LonLat to)
{
    const Inverse way = inverse(from, to);
    return fmt::format("{} {}", bearing_text(way.azimuth, maker.view.north, maker.replay.declination()),
                       length_text(maker.view.unit, way.distance_m));
}

/// Lines of no more characters than that, broken between words.
std::vector<std::string> broken(const std::string& text, std::size_t longest)
{
    std::vector<std::string> lines{""};
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, space - at);
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > longest)
            lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
        at = space + 1;
    }
    return lines;
}

void add_text_beside(const SceneMaker& maker, Point point, StyleId style, float opacity, const std::string& text,
                     LabelSpace& space, Scene& scene)
{
    const std::vector<std::string> lines = broken(text, longest_line);
    const float line_px = maker.sizes[FontId::scope_text].height_px;
    float width_px = 0;
    for (const std::string& line : lines)
        width_px = std::max(width_px, text_width_px(maker.sizes, FontId::scope_text, line));
    const auto place =
        place_beside(space, point, width_px, line_px * static_cast<float>(lines.size()), 0.25, 12 * maker.frame.scale);
    if (!place)
        return;
    space.take(grown(place->box, maker.frame.scale));
    if (distance_px(point, place->leader_end) > leader_from_px * maker.frame.scale)
        scene.strokes.push_back(
            {style, LineStyle::solid, 0.5F * opacity, maker.frame.scale, {point, place->leader_end}});
    for (std::size_t i = 0; i < lines.size(); ++i)
        scene.labels.push_back({style,
                                FontId::scope_text,
                                opacity,
                                {place->box.x, place->box.y + line_px * static_cast<float>(i)},
                                true,
                                lines[i]});
}

bool is_event_shown(const SceneMaker& maker, const Event& event)
{
    const auto& accounts = maker.replay.report().accounts;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (accounts[i].id == event.account)
            return is_account_shown(maker.view, i);
    return true;
}

}  // namespace

void add_ruler(const SceneMaker& maker, LabelSpace& space, Scene& scene)
{
    if (!maker.view.ruler)
        return;
    const auto from = place_of(maker, maker.view.ruler->from), to = place_of(maker, maker.view.ruler->to);
    if (!from || !to)
        return;
    const Point a = maker.mapping.screen_from(*from), b = maker.mapping.screen_from(*to);
    scene.strokes.push_back({StyleId::ruler, LineStyle::dashed, 1, 0, {a, b}});
    add_text_beside(maker, {(a.x + b.x) / 2, (a.y + b.y) / 2}, StyleId::ruler_text, 1, ruler_text(maker, *from, *to),
                    space, scene);
}

void add_events(const SceneMaker& maker, LabelSpace& space, Scene& scene)
{
    for (const Event& event : maker.replay.report().events) {
        const Duration age = maker.view.time - event.time;
        if (!event.place || age < Duration{} || age >= event_shown || !is_event_shown(maker, event))
            continue;
        const Point at = maker.mapping.screen_from(*event.place);
        if (!maker.mapping.is_on_glass(at))
            continue;
        // Bright for the first half, then fading.
        const double share = to_seconds(age) / to_seconds(event_shown);
        const auto opacity = static_cast<float>(std::min(1.0, 2 * (1 - share)));
        add_event_mark(scene.strokes, at, opacity, maker.frame.scale);
        add_text_beside(maker, at, StyleId::event, opacity, event.title, space, scene);
    }
}

void add_radar_picture(const SceneMaker& maker, Scene& scene)
{
    const ScopeRadar& radar = maker.replay.radar();
    const Time now = maker.view.time;
    scene.beam = {!maker.is_live(),
                  maker.mapping.screen_from(PlanePoint{}),
                  static_cast<float>(maker.mapping.px_from_m(1)),
                  beam_turns(radar, now),
                  to_seconds(radar.turn),
                  turn_at(radar, now)};
    if (maker.is_live())
        return;
    const double dark_s = dark_after * static_cast<double>(look_of(maker.view.palette).afterglow_s);
    const PlanePoint middle = maker.view.middle;
    const double reach_m = std::hypot(middle.east_m, middle.north_m) + maker.view.range_m;
    const auto turns = std::min(most_turns, 1 + static_cast<int>(std::ceil(dark_s / to_seconds(radar.turn))));
    for (int back = turns - 1; back >= 0; --back) {
        std::vector<Blip> blips;
        for (const std::size_t track : maker.near) {
            const auto paint = maker.memory.paint_of(track, scene.beam.turn - back);
            if (!paint || paint->time > now || paint->range_m > reach_m)
                continue;
            const double age_s = to_seconds(now - paint->time);
            if (age_s > dark_s)
                continue;
            const double strength = 1 - 0.4 * std::min(1.0, paint->range_m / reach_m);
            const auto azimuth = static_cast<float>(paint->azimuth_turns);
            blips.push_back({azimuth < 1 ? azimuth : 0, static_cast<float>(paint->range_m),
                             static_cast<float>(strength), static_cast<float>(age_s)});
        }
        std::stable_sort(blips.begin(), blips.end(), [](const Blip& a, const Blip& b) { return a.age_s > b.age_s; });
        scene.blips.insert(scene.blips.end(), blips.begin(), blips.end());
    }
}

}  // namespace incursion
