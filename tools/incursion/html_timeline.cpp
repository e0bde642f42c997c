#include "tools/incursion/html_timeline.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/text_debrief_words.h"

namespace incursion {

namespace {

constexpr Duration call_length = std::chrono::seconds{4};  // about as long as a short sentence; nobody timed it

/// What was shown of an aircraft, and below it its visits.
TimelineLane lane_of_aircraft(const Debrief& debrief, std::size_t aircraft)
{
    TimelineLane lane;
    lane.title = debrief.exercise->world().aircraft[aircraft].id;
    for (const ShownTrack& shown : debrief.course.shown)
        if (shown.aircraft == aircraft)
            lane.bars.push_back({shown.shown, "shown",
                                 fmt::format("shown as {} from {} to {}", shown.number, clock_words(shown.shown.from),
                                             clock_words(shown.shown.to))});
    for (const TrackReport& track : debrief.incident.report.tracks)
        for (const Visit& visit : track.visits)
            if (track.track == lane.title && visit.foreign)
                lane.bars.push_back({{visit.entry.time, visit.exit.time},
                                     "visit",
                                     fmt::format("inside {} from {} to {}", visit.airspace,
                                                 clock_words(visit.entry.time), clock_words(visit.exit.time))});
    return lane;
}

TimelineLane lane_of_calls(const Debrief& debrief)
{
    TimelineLane lane;
    lane.title = "calls";
    std::size_t number = 0;
    for (const MadeCall& call : debrief.course.calls) {
        const Action& action = debrief.course.actions[call.action];
        const std::string fate = call_fate(debrief, call);
        lane.bars.push_back({{action.time, action.time + call_length},
                             fate.empty() ? "call" : "unheard",
                             fmt::format("call {} at {}: {}{}", ++number, clock_words(action.time),
                                         action_words(action), fate.empty() ? "" : " (" + fate + ")")});
    }
    return lane;
}

TimelineLane lane_of_actions(const Debrief& debrief)
{
    TimelineLane lane;
    lane.title = "done";
    for (const Action& action : debrief.course.actions) {
        const bool is_other = action.kind == ActionKind::call || action.kind == ActionKind::order ||
                              action.kind == ActionKind::inject || action.kind == ActionKind::begin;
        if (is_other)
            continue;
        const bool is_logged = action.kind == ActionKind::log_entry || action.kind == ActionKind::log_exit;
        lane.marks.push_back({action.time, is_logged ? "logged" : "done",
                              fmt::format("{}: {}", clock_words(action.time), action_words(action)), ""});
    }
    return lane;
}

TimelineLane lane_of_injects(const Debrief& debrief)
{
    TimelineLane lane;
    lane.title = "injects";
    for (const Injected& injected : debrief.course.injected)
        if (debrief.exercise->lesson().injects[injected.inject].kind == InjectKind::aircraft)
            lane.marks.push_back({injected.span.from, "inject", inject_words(debrief, injected), ""});
        else
            lane.bars.push_back({injected.span, "inject", inject_words(debrief, injected)});
    return lane;
}

TimelineLane lane_of_dues(const Debrief& debrief)
{
    TimelineLane lane;
    lane.title = "due";
    for (const TaskScore& score : debrief.score.tasks) {
        if (!score.applies || !score.due)
            continue;
        const Task& task = debrief.exercise->lesson().tasks[score.task];
        lane.marks.push_back({*score.due, score.points < score.out_of ? "due missed" : "due",
                              fmt::format("{}: {} is due", clock_words(*score.due), task.title),
                              fmt::format("{}", score.task + 1)});
    }
    return lane;
}

}  // namespace

std::vector<TimelineLane> timeline_lanes(const Debrief& debrief)
{
    std::vector<TimelineLane> lanes;
    for (std::size_t i = 0; i < debrief.exercise->world().aircraft.size(); ++i)
        lanes.push_back(lane_of_aircraft(debrief, i));
    for (TimelineLane lane :
         {lane_of_calls(debrief), lane_of_actions(debrief), lane_of_injects(debrief), lane_of_dues(debrief)}) {
        std::stable_sort(lane.marks.begin(), lane.marks.end(),
                         [](const auto& a, const auto& b) { return a.time < b.time; });
        lanes.push_back(std::move(lane));
    }
    std::erase_if(lanes, [](const TimelineLane& lane) { return lane.bars.empty() && lane.marks.empty(); });
    return lanes;
}

std::string timeline_chart(TimeSpan span, const std::vector<TimelineLane>& lanes)
{
    return lane_chart({"timeline", "Time line of the exercise", span, lanes});
}

}  // namespace incursion
