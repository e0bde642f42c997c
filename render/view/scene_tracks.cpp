#include "render/view/scene_tracks.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "render/view/lit_border.h"
#include "render/view/look.h"
#include "render/view/map_borders.h"
#include "render/view/polyline.h"
#include "render/view/symbols.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double vector_s = 60;
constexpr int history_dots = 7;
constexpr std::chrono::seconds live_history_step{5};
constexpr float lit_seen_px = 0.5F;

bool is_on_visit(const TrackReport& report, Time t)
{
    return std::any_of(report.visits.begin(), report.visits.end(),
                       [&](const Visit& v) { return v.foreign && v.entry.time <= t && t < v.exit.time; });
}

/// Where the aircraft was before: at the last paints, or without the sweep every five seconds.
std::optional<Paint> past_paint(const SceneMaker& maker, const SeenTrack& seen, int back)
{
    if (maker.is_live()) {
        const auto since = maker.view.time.time_since_epoch() % live_history_step;
        return maker.memory.last_paint(seen.track, maker.view.time - since - live_history_step * (back - 1), true);
    }
    const std::int64_t turn = turn_at(maker.replay.radar(), seen.paint.time) - back;
    return maker.memory.paint_of(seen.track, turn);
}

void add_history(const SceneMaker& maker, const SeenTrack& seen, std::vector<Stroke>& strokes)
{
    const StyleId style = side_style(maker.replay.side_of_track(seen.track));
    for (int back = history_dots; back >= 1; --back) {
        const auto past = past_paint(maker, seen, back);
        if (!past)
            continue;
        const float opacity = 0.75F * (1 - static_cast<float>(back) / (history_dots + 1));
        add_dot(strokes, style, maker.mapping.screen_from(past->at), 2.2F * maker.frame.scale, opacity);
    }
}

/// The line from the rim of the symbol to a point beyond it.
Polyline line_from_symbol(Point symbol, Point to, float scale)
{
    const float length = distance_px(symbol, to), gap = symbol_radius_px * 1.15F * scale;
    if (length <= gap)
        return {};
    const float share = gap / length;
    return {{symbol.x + (to.x - symbol.x) * share, symbol.y + (to.y - symbol.y) * share}, to};
}

/// A stretch of border near one end of a visit, as large as it may be lit, would be on the glass and no mere dot.
bool can_be_seen(const SceneMaker& maker, const Visit& visit)
{
    constexpr double dot_px = 3;
    const double reach_px = maker.mapping.px_from_m(
        std::max(lit_near_m, std::min(distance_m(visit.entry.place, visit.exit.place), lit_farthest_chord_m)));
    if (reach_px < dot_px)
        return false;
    const auto room_px = static_cast<float>(static_cast<double>(maker.mapping.radius_px()) + reach_px);
    return std::min(distance_px(maker.mapping.centre_px(), maker.mapping.screen_from(visit.entry.place)),
                    distance_px(maker.mapping.centre_px(), maker.mapping.screen_from(visit.exit.place))) < room_px;
}

}  // namespace

SceneMaker::SceneMaker(const Replay& for_replay, const ViewState& for_view, const FrameSize& for_frame,
                       const TextSizes& for_sizes, SweepMemory& for_memory)
    : replay{for_replay},
      view{for_view},
      frame{for_frame},
      sizes{for_sizes},
      memory{for_memory},
      layout{layout_of(for_view.layout, for_frame)},
      mapping{for_replay.radar().site, for_view, layout}
{
    const double reach_m = std::hypot(view.middle.east_m, view.middle.north_m) + view.range_m;
    for (std::size_t track = 0; track < replay.track_count(); ++track) {
        if (!is_track_shown(replay, view, track) || !may_be_within(replay, track, view.time, reach_m))
            continue;
        near.push_back(track);
        const auto paint = memory.last_paint(track, view.time, is_live());
        if (!paint)
            continue;
        const Point at = mapping.screen_from(paint->at);
        if (mapping.is_on_glass(at))
            seen.push_back(
                {track, *paint, at, !view.is_exercise && is_on_visit(replay.track_report(track), paint->time)});
    }
}

Point vector_end(const SceneMaker& maker, const SeenTrack& seen)
{
    const Motion& motion = seen.paint.motion;
    return maker.mapping.screen_from(direct(motion.place, motion.track, motion.speed_mps * vector_s));
}

void add_track_strokes(const SceneMaker& maker, const SeenTrack& seen, std::vector<Stroke>& strokes)
{
    const std::size_t side = maker.replay.side_of_track(seen.track);
    const float scale = maker.frame.scale;
    if (is_on(maker.view, Switch::history))
        add_history(maker, seen, strokes);
    if (is_on(maker.view, Switch::vectors))
        if (Polyline line = line_from_symbol(seen.at, vector_end(maker, seen), scale); !line.empty())
            strokes.push_back(
                {side_style(side), account_line(maker.replay.account_of_track(seen.track)), 0.9F, 0, std::move(line)});
    add_symbol(strokes, side, seen.at, scale);
    if (maker.view.selected == seen.track)
        add_brackets(strokes, seen.at, scale);
}

void add_ghosts(const SceneMaker& maker, std::vector<Stroke>& strokes)
{
    if (!is_on(maker.view, Switch::truth) || maker.is_live())
        return;
    for (const SeenTrack& seen : maker.seen) {
        const auto truth = maker.memory.last_paint(seen.track, maker.view.time, true);
        if (!truth)
            continue;
        const Point at = maker.mapping.screen_from(truth->at);
        add_ghost(strokes, at, maker.frame.scale);
        if (Polyline line = line_from_symbol(seen.at, at, maker.frame.scale); !line.empty())
            strokes.push_back({StyleId::ghost, LineStyle::dotted, 0.8F, 0, std::move(line)});
    }
}

void add_lit_borders(const SceneMaker& maker, std::vector<Stroke>& strokes)
{
    const Rect frame = square_about_glass(maker.mapping, 8 * maker.frame.scale);
    for (const SeenTrack& seen : maker.seen) {
        if (!seen.is_inside)
            continue;
        const auto& visits = maker.replay.track_report(seen.track).visits;
        for (std::size_t i = 0; i < visits.size(); ++i) {
            const Visit& visit = visits[i];
            if (!visit.foreign || seen.paint.time < visit.entry.time || seen.paint.time >= visit.exit.time)
                continue;
            if (!can_be_seen(maker, visit))
                continue;
            for (const PlaneLine& points : maker.memory.lit_border(seen.track, i)) {
                Polyline line;
                for (const PlanePoint point : points)
                    line.push_back(maker.mapping.screen_from(point));
                for (const Polyline& part : clipped_line(line, frame))
                    strokes.push_back({StyleId::border_lit, LineStyle::solid, 1, 0, decimated(part, lit_seen_px)});
            }
        }
    }
}

}  // namespace incursion
