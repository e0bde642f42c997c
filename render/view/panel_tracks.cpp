#include "render/view/panel_parts.h"

#include <fmt/format.h>

#include "render/view/look.h"

namespace incursion {

namespace {

/// More than any table shows at once; the count tells of the others, and the selected one is always listed.
constexpr std::size_t rows_told = 100;

bool is_seen(const PanelQuestion& question, std::size_t track)
{
    if (question.is_live())
        return question.replay.outlook(track).flies_at(question.view.time);
    return question.sweep.last_paint(track, question.view.time, false).has_value();
}

TrackRow row_of(const PanelQuestion& question, std::size_t track)
{
    TrackRow row;
    row.track = track;
    row.label = label_of(question.replay, track);
    row.side = side_style(question.replay.side_of_track(track));
    row.line = account_line(question.replay.account_of_track(track));
    row.is_selected = question.view.selected == track;
    row.level = row.speed = row.heading = row.border = row.range = "-";
    const std::optional<Seen> seen = seen_of(question, track);
    row.is_seen = seen.has_value();
    if (!seen)
        return row;
    const Motion& motion = seen->paint.motion;
    if (motion.altitude_m)
        row.level = level_number(question.unit(), *motion.altitude_m) + std::string{trend_arrow(motion.climb_mps)};
    row.speed = speed_number(question.unit(), motion.speed_mps);
    row.heading = question.direction(motion.track);
    row.range = length_number(question.unit(), seen->paint.range_m);
    if (seen->border) {
        row.border = length_number(question.unit(), seen->border->distance_m);
        row.is_inside = seen->border->inside;
    }
    return row;
}

}  // namespace

TracksData panel_tracks(const PanelQuestion& question)
{
    TracksData data;
    data.level_unit = level_unit(question.unit());
    data.speed_unit = speed_unit(question.unit());
    data.border_unit = data.range_unit = length_unit(question.unit());
    const std::vector<std::size_t> tracks = shown_tracks(question.replay, question.view);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const bool is_selected = question.view.selected == tracks[i];
        if (i < rows_told || is_selected)
            data.rows.push_back(row_of(question, tracks[i]));
        seen += is_seen(question, tracks[i]) ? 1U : 0U;
    }
    data.count = fmt::format("{} of {} seen", seen, tracks.size());
    if (tracks.size() > rows_told)
        data.count += fmt::format(", first {} listed", rows_told);
    return data;
}

}  // namespace incursion
