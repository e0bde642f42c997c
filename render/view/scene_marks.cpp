#include "render/view/scene_marks.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "render/view/data_block.h"
#include "render/view/look.h"
#include "render/view/map_labels.h"
#include "render/view/symbols.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr std::chrono::seconds event_shown{60};
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

/// `127T 12.4 nmi`.
std::string ruler_text(const SceneMaker& maker, LonLat from, LonLat to)
{
    const Inverse way = inverse(from, to);
    const bool is_magnetic = maker.view.north == North::magnetic && maker.replay.declination();
    const Angle bearing = wrapped_to_circle(is_magnetic ? way.azimuth - *maker.replay.declination() : way.azimuth);
    return fmt::format("{:03}{} {} {}", std::lround(bearing.deg()) % 360, is_magnetic ? 'M' : 'T',
                       distance_text(way.distance_m, maker.view.unit), unit_name(maker.view.unit));
}

void add_text_beside(const SceneMaker& maker, Point point, Label label, LabelSpace& space, Scene& scene)
{
    const Rect box = box_of(label, maker.sizes);
    const auto place = place_beside(space, point, box.width, box.height, 0.25, 12 * maker.frame.scale);
    if (!place)
        return;
    space.take(grown(place->box, maker.frame.scale));
    label.at = {place->box.x, place->box.y};
    scene.labels.push_back(std::move(label));
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
    add_text_beside(maker, {(a.x + b.x) / 2, (a.y + b.y) / 2},
                    {StyleId::ruler_text, FontId::scope_text, 1, {}, true, ruler_text(maker, *from, *to)}, space,
                    scene);
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
        add_text_beside(maker, at, {StyleId::event, FontId::scope_text, opacity, {}, true, event.title}, space, scene);
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
        for (const Paint& paint : maker.memory.turn(scene.beam.turn - back)) {
            const double age_s = to_seconds(now - paint.time);
            if (paint.time > now || age_s > dark_s || paint.range_m > reach_m ||
                !is_track_shown(maker.replay, maker.view, paint.track))
                continue;
            const double strength = 1 - 0.4 * std::min(1.0, paint.range_m / reach_m);
            const auto azimuth = static_cast<float>(paint.azimuth_turns);
            blips.push_back({azimuth < 1 ? azimuth : 0, static_cast<float>(paint.range_m), static_cast<float>(strength),
                             static_cast<float>(age_s)});
        }
        std::stable_sort(blips.begin(), blips.end(), [](const Blip& a, const Blip& b) { return a.age_s > b.age_s; });
        scene.blips.insert(scene.blips.end(), blips.begin(), blips.end());
    }
}

}  // namespace incursion
