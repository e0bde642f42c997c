#include "tools/incursion/html_moments.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/text_debrief_words.h"

namespace incursion {

namespace {

constexpr Duration one_moment = std::chrono::seconds{5};

const Task& task_of(const Debrief& debrief, const TaskScore& score)
{
    return debrief.exercise->lesson().tasks[score.task];
}

std::string earned(const Debrief& debrief, const TaskScore& score, const std::string& when)
{
    return fmt::format("{}{}: {} of {} points", task_of(debrief, score).title, when, points_text(score.points),
                       points_text(score.out_of));
}

void add_first_calls(const Debrief& debrief, std::vector<DecisiveMoment>& moments)
{
    for (const TaskScore& score : debrief.score.tasks)
        if (score.applies && score.due && task_of(debrief, score).kind == TaskKind::first_call)
            moments.push_back(
                {*score.due, earned(debrief, score, ", due at " + clock_words(*score.due)), {score.task}});
}

void add_entries(const Debrief& debrief, std::vector<DecisiveMoment>& moments)
{
    for (const TrackReport& track : debrief.incident.report.tracks)
        for (const Visit& visit : track.visits) {
            if (!visit.foreign || visit.entry.by == CrossedBy::start)
                continue;
            DecisiveMoment moment{
                visit.entry.time,
                fmt::format("{} enters {} at {}", track.track, visit.airspace, clock_words(visit.entry.time)),
                {}};
            for (const TaskScore& score : debrief.score.tasks)
                if (task_of(debrief, score).kind == TaskKind::log_entry &&
                    task_of(debrief, score).aircraft == track.track)
                    moment.tasks.push_back(score.task);
            moments.push_back(std::move(moment));
            break;  // the first of each aircraft
        }
}

/// What has no instant of its own (no report, no call at all) has nothing to show either.
void add_lost_points(const Debrief& debrief, std::vector<DecisiveMoment>& moments)
{
    std::vector<const TaskScore*> lost;
    for (const TaskScore& score : debrief.score.tasks)
        if (score.applies && score.points < score.out_of && (score.at || score.due))
            lost.push_back(&score);
    std::stable_sort(lost.begin(), lost.end(), [](const TaskScore* a, const TaskScore* b) {
        return a->out_of - a->points > b->out_of - b->points;
    });
    for (const TaskScore* score : lost)
        moments.push_back({score->moment, earned(debrief, *score, ""), {score->task}});
}

bool is_told(const DecisiveMoment& moment, const DecisiveMoment& by)
{
    return std::all_of(moment.tasks.begin(), moment.tasks.end(), [&](std::size_t task) {
        return std::find(by.tasks.begin(), by.tasks.end(), task) != by.tasks.end();
    });
}

}  // namespace

std::vector<DecisiveMoment> decisive_moments(const Debrief& debrief, std::size_t most)
{
    std::vector<DecisiveMoment> wanted;
    add_first_calls(debrief, wanted);
    add_entries(debrief, wanted);
    add_lost_points(debrief, wanted);
    const TimeSpan span = debrief.exercise->lesson().span;
    std::vector<DecisiveMoment> moments;
    for (DecisiveMoment& next : wanted) {
        next.time = std::clamp(next.time, span.from, span.to - Duration{1});
        const auto near = std::find_if(moments.begin(), moments.end(), [&](const DecisiveMoment& moment) {
            return std::chrono::abs(moment.time - next.time) <= one_moment;
        });
        if (near == moments.end()) {
            if (moments.size() < most)
                moments.push_back(std::move(next));
            continue;
        }
        if (!next.tasks.empty() && is_told(next, *near))
            continue;
        for (const std::size_t task : next.tasks)
            if (std::find(near->tasks.begin(), near->tasks.end(), task) == near->tasks.end())
                near->tasks.push_back(task);
        near->caption += "; " + next.caption;
    }
    std::stable_sort(moments.begin(), moments.end(),
                     [](const DecisiveMoment& a, const DecisiveMoment& b) { return a.time < b.time; });
    return moments;
}

}  // namespace incursion
