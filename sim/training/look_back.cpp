#include "sim/training/look_back.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace incursion {

std::optional<Debrief> look_back(std::shared_ptr<const Exercise> exercise, ActionLog log, Diagnostics& diagnostics)
{
    Course course = exercise->course(actions_that_count(log.actions));
    Scenario scenario = debrief_scenario(*exercise, course);
    std::optional<Incident> incident = debrief_incident(*exercise, scenario, diagnostics);
    if (!incident)
        return std::nullopt;
    Score score = score_of(*exercise, course, incident->report);
    return Debrief{std::move(exercise),  std::move(log),   std::move(course), std::move(scenario),
                   std::move(*incident), std::move(score), std::string{},     std::string{}};
}

Scenario scenario_with_scores(const Debrief& debrief)
{
    Scenario scenario = debrief.scenario;
    const std::vector<Task>& tasks = debrief.exercise->lesson().tasks;
    for (const TaskScore& score : debrief.score.tasks) {
        const Task& task = tasks[score.task];
        if (!score.applies)
            continue;
        Event event;
        event.account = scenario.accounts.empty() ? std::string{} : scenario.accounts.front().id;
        // The span is half-open: what is looked at last is still within it.
        event.time = std::clamp(score.moment, scenario.span.from, scenario.span.to - Duration{1});
        event.title = fmt::format("{}: {:.4g} of {:.4g} points", task.title, score.points, score.out_of);
        scenario.events.push_back(std::move(event));
    }
    std::stable_sort(scenario.events.begin(), scenario.events.end(),
                     [](const Event& a, const Event& b) { return a.time < b.time; });
    return scenario;
}

}  // namespace incursion
