#include "render/view/panel_parts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "render/view/look.h"
#include "render/view/nice_ticks.h"

namespace incursion {

namespace {

constexpr std::size_t lanes_told = 4;
constexpr int tick_steps = 8;
constexpr std::size_t hint_letters = 60;
constexpr std::size_t most_marks = 60;

bool touches(TimeSpan span, Time from, Time to)
{
    return from <= span.to && to >= span.from;
}

void add_visits(const PanelQuestion& question, TimelineData& data)
{
    int lane = 0;
    for (const std::size_t track : tracks_of_concern(question.replay, question.view)) {
        const TrackReport& report = question.replay.track_report(track);
        if (!has_foreign_visit(report))
            continue;
        if (lane == static_cast<int>(lanes_told))
            return;
        for (const Visit& visit : report.visits)
            if (visit.foreign && touches(data.span, visit.entry.time, visit.exit.time))
                data.visits.push_back({share_of(data.span, visit.entry.time), share_of(data.span, visit.exit.time),
                                       lane, side_style(question.replay.side_of_track(track)), visit.entry.time,
                                       fmt::format("{} inside {} for {}", report.track, visit.airspace,
                                                   duration_text(visit.duration()))});
        ++lane;
    }
}

void add_calls(const PanelQuestion& question, TimelineData& data)
{
    const std::vector<CallReport>& calls = question.replay.report().calls.list;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const Call& call = calls[i].call;
        const Time end = call.time + shown_length(question.replay, i);
        if (!is_account_shown(question.replay, question.view, call.account) || !touches(data.span, call.time, end))
            continue;
        const bool is_now = call.time <= question.view.time && question.view.time < end;
        data.calls.push_back({share_of(data.span, call.time), share_of(data.span, end), 0,
                              is_now ? StyleId::call_now : StyleId::call, call.time,
                              fmt::format("{} {}: {}", brief_time(call.time), call.from.empty() ? "unknown" : call.from,
                                          first_words(call.text, hint_letters))});
    }
}

StyleId style_of(MomentKind kind)
{
    switch (kind) {
    case MomentKind::entry: return StyleId::entry;
    case MomentKind::exit: return StyleId::exit;
    case MomentKind::call: return StyleId::call;
    case MomentKind::event: break;
    }
    return StyleId::event;
}

/// Entries, exits and events that are shown. Where many aircraft come and go, the entries and exits of the selected
/// one alone: more would hide each other.
std::vector<const Moment*> marked_moments(const PanelQuestion& question)
{
    std::vector<const Moment*> marked;
    for (const Moment& moment : question.replay.moments())
        if (moment.kind != MomentKind::call && is_moment_shown(question.replay, question.view, moment))
            marked.push_back(&moment);
    if (marked.size() > most_marks)
        marked.erase(std::remove_if(marked.begin(), marked.end(),
                                    [&](const Moment* moment) {
                                        return moment->track && moment->track != question.view.selected;
                                    }),
                     marked.end());
    return marked;
}

void add_marks(const PanelQuestion& question, TimelineData& data)
{
    const auto add = [&](TimelineMark mark, const std::string& words) {
        if (!touches(data.span, mark.time, mark.time))
            return;
        mark.at = share_of(data.span, mark.time);
        mark.hint = brief_time(mark.time) + (words.empty() ? "" : "  " + first_words(words, hint_letters));
        data.marks.push_back(std::move(mark));
    };
    for (const Moment* moment : marked_moments(question))
        add({0, style_of(moment->kind), moment->kind, false, 0, moment->time, ""}, moment->text);
    for (std::size_t i = 0; i < question.view.bookmarks.size(); ++i)
        add({0, StyleId::bookmark, MomentKind::event, true, i, question.view.bookmarks[i].time, ""},
            question.view.bookmarks[i].note);
    std::stable_sort(data.marks.begin(), data.marks.end(),
                     [](const TimelineMark& a, const TimelineMark& b) { return a.time < b.time; });
}

std::string state_words(const ViewState& view)
{
    if (!view.playing)
        return "paused";
    return std::string{view.speed < 0 ? "backwards" : "playing"} + (view.loop ? ", loop" : "");
}

}  // namespace

TimelineData panel_timeline(const PanelQuestion& question)
{
    TimelineData data;
    data.span = question.replay.span();
    data.speed = fmt::format("{}{:g}x", question.view.speed < 0 ? "−" : "", std::abs(question.view.speed));
    data.state = state_words(question.view);
    data.is_playing = question.view.playing;
    data.speed_factor = question.view.speed;
    if (data.span.empty())
        return data;
    data.cursor = share_of(data.span, question.view.time);
    if (question.view.loop)
        data.loop = {share_of(data.span, question.view.loop->from), share_of(data.span, question.view.loop->to)};
    for (const TimeTick& tick : time_ticks(data.span, tick_steps))
        data.ticks.push_back({share_of(data.span, tick.time), tick.text});
    add_visits(question, data);
    add_calls(question, data);
    add_marks(question, data);
    return data;
}

}  // namespace incursion
