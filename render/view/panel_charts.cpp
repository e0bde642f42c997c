#include "render/view/panel_parts.h"

#include <algorithm>
#include <limits>

#include "render/view/chart_parts.h"
#include "render/view/map_scale.h"

namespace incursion {

namespace {

constexpr std::size_t lines_told = 4;

double nearest_m(const TrackReport& report)
{
    double least = std::numeric_limits<double>::infinity();
    for (const ClosestApproach& approach : report.closest_approach)
        least = std::min(least, approach.distance_m);
    return least;
}

/// The selected aircraft, those with foreign visits, then those that come nearest to foreign airspace.
std::vector<std::size_t> charted_tracks(const Replay& replay, const ViewState& view)
{
    std::vector<std::size_t> tracks = tracks_of_concern(replay, view);
    std::vector<std::size_t> others;
    for (const std::size_t track : shown_tracks(replay, view))
        if (std::find(tracks.begin(), tracks.end(), track) == tracks.end())
            others.push_back(track);
    std::stable_sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) {
        return nearest_m(replay.track_report(a)) < nearest_m(replay.track_report(b));
    });
    tracks.insert(tracks.end(), others.begin(), others.end());
    if (tracks.size() > lines_told)
        tracks.erase(tracks.begin() + lines_told, tracks.end());
    return tracks;
}

/// What the lines of aircraft are at the instant itself.
void tell_values(const PanelQuestion& question, const std::vector<std::size_t>& tracks, std::vector<Chart>& charts)
{
    const Time now = question.view.time;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const TrackOutlook& outlook = question.replay.outlook(tracks[i]);
        const std::optional<Motion> motion = outlook.motion_at(now);
        if (!motion)
            continue;
        if (const std::optional<ForeignBorder> border = outlook.border_at(now))
            charts[0].lines[i].value = length_number(question.unit(), border->distance_m);
        if (motion->altitude_m)
            charts[1].lines[i].value = altitude_number(question.unit(), *motion->altitude_m);
        charts[2].lines[i].value = speed_number(question.unit(), motion->speed_mps);
        charts[3].lines[i].value =
            number_text(to_seconds(foreign_dwell_until(question.replay.track_report(tracks[i]), now)), 1);
    }
}

}  // namespace

ChartsData panel_charts(const PanelQuestion& question)
{
    ChartsData data;
    data.span = question.view.loop.value_or(question.replay.span());
    if (data.span.empty())
        return data;
    data.cursor = share_of(data.span, question.view.time);
    const std::vector<std::size_t> tracks = charted_tracks(question.replay, question.view);
    const PanelMemory::ChartKey key{data.span, tracks, shown_selection(question.replay, question.view), question.unit(),
                                    buffer_of_m(question.view)};
    const std::vector<Chart>* kept = question.memory.charts(key);
    data.charts =
        kept != nullptr ? *kept : question.memory.keep_charts(key, draw_charts(question.replay, key, question.memory));
    tell_values(question, tracks, data.charts);
    tell_limits_now(question.replay, key, question.view.time, data.charts);
    return data;
}

}  // namespace incursion
