#include "render/view/panel_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "render/view/map_scale.h"

namespace incursion {

namespace {

/// From the last minute before the border on, seconds count.
constexpr double near_s = 60;

std::string joined(const std::vector<std::string>& keys)
{
    std::string text;
    for (const std::string& key : keys)
        text += (text.empty() ? "" : " and ") + key;
    return text;
}

}  // namespace

std::optional<Seen> seen_of(const PanelQuestion& question, std::size_t track)
{
    std::optional<Paint> paint = question.sweep.last_paint(track, question.view.time, question.is_live());
    if (!paint)
        return std::nullopt;
    return Seen{*paint, question.sweep.border_of(*paint)};
}

BorderState border_state(const PanelQuestion& question, std::size_t track)
{
    const Time now = question.view.time;
    const TrackReport& report = question.replay.track_report(track);
    BorderState state;
    state.dwell = foreign_dwell_until(report, now);
    for (const Visit& visit : report.visits)
        if (visit.foreign && visit.entry.time <= now && now < visit.exit.time)
            state.inside.push_back(visit.airspace);
    const std::optional<Seen> seen = seen_of(question, track);
    if (!seen)
        return state;
    state.border = seen->border;
    if (const auto time_s = question.memory.time_to_border_s(track, seen->paint.time)) {
        const double left_s = *time_s - to_seconds(now - seen->paint.time);
        if (left_s >= 0)
            state.time_to_border_s = left_s;
    }
    state.is_near = state.border && !state.border->inside &&
                    (state.border->distance_m < buffer_of_m(question.view) ||
                     (state.time_to_border_s && *state.time_to_border_s < near_s));
    return state;
}

float share_of(TimeSpan span, Time t)
{
    const double share = to_seconds(t - span.from) / to_seconds(span.length());
    return static_cast<float>(std::clamp(share, 0.0, 1.0));
}

const std::string& label_of(const Replay& replay, std::size_t track)
{
    return replay.track_report(track).track;
}

std::string state_words(const PanelQuestion& question, std::size_t track, const BorderState& state)
{
    const std::string& label = label_of(question.replay, track);
    if (!state.inside.empty())
        return fmt::format("{} INSIDE {}  {}", label, joined(state.inside), short_duration(to_seconds(state.dwell)));
    std::string words = label;
    if (state.border && !state.border->inside) {
        const bool has_time = state.is_near && state.time_to_border_s && *state.time_to_border_s < near_s;
        words += has_time ? fmt::format("  {} to {}", short_duration(*state.time_to_border_s), state.border->airspace)
                          : fmt::format("  {} to {}", length_text(question.unit(), state.border->distance_m),
                                        state.border->airspace);
    }
    if (state.dwell > Duration{0})
        words += fmt::format("  was inside {}", short_duration(to_seconds(state.dwell)));
    return words;
}

}  // namespace incursion
