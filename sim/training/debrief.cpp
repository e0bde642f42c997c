#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/training/score.h"
#include "sim/training/task_marks.h"

namespace incursion {

namespace {

class DebriefScenario {
public:
    DebriefScenario(const Exercise& exercise, const Course& course)
        : exercise_{exercise}, lesson_{exercise.lesson()}, course_{course}, scenario_{exercise.world()}
    {
    }

    Scenario make() &&
    {
        take_tracks();
        for (const MadeCall& call : course_.calls)
            add_call(call);
        for (const Action& action : course_.actions)
            add_event(action);
        for (const Injected& one : course_.injected)
            add_inject(one);
        for (const Turned& turn : course_.turns)
            event(turn.from, fmt::format("{} turns to {:03.0f}", id_of(turn.aircraft), turn.heading.deg()),
                  id_of(turn.aircraft));
        add_dues();
        std::stable_sort(scenario_.events.begin(), scenario_.events.end(),
                         [](const Event& a, const Event& b) { return a.time < b.time; });
        return std::move(scenario_);
    }

private:
    std::string id_of(std::size_t aircraft) const { return exercise_.world().aircraft[aircraft].id; }

    void take_tracks()
    {
        std::vector<Aircraft> flown;
        for (std::size_t i = 0; i < scenario_.aircraft.size(); ++i) {
            if (course_.tracks[i].fixes().empty())
                continue;
            Aircraft aircraft = scenario_.aircraft[i];
            aircraft.was_flown = std::holds_alternative<FlightPlan>(aircraft.motion);
            aircraft.motion = course_.tracks[i];
            aircraft.anchor.reset();
            flown.push_back(std::move(aircraft));
        }
        scenario_.aircraft = std::move(flown);
    }

    void event(Time time, std::string title, std::string aircraft)
    {
        Event event;
        event.time = time;
        event.title = std::move(title);
        event.aircraft = std::move(aircraft);
        scenario_.events.push_back(std::move(event));
    }

    void add_call(const MadeCall& made)
    {
        const Action& action = course_.actions[made.action];
        const std::string aircraft = made.aircraft ? id_of(*made.aircraft) : "";
        const std::string text = call_text(lesson_, action);
        if (!made.was_heard)
            return event(action.time, fmt::format("call to {} not heard: radio failure", action.track), aircraft);
        if (!made.aircraft)
            event(action.time, fmt::format("call to {}, which is not shown", action.track), "");
        Call call;
        call.time = action.time;
        call.from = lesson_.role;
        call.to = made.aircraft ? aircraft : action.track;
        call.channel = "guard";
        call.text = text;
        scenario_.calls.push_back(std::move(call));
    }

    void add_event(const Action& action)
    {
        const auto aircraft = aircraft_of(course_, action);
        const std::string id = aircraft ? id_of(*aircraft) : "";
        switch (action.kind) {
        case ActionKind::take_up: return event(action.time, action.track + " taken up", id);
        case ActionKind::classify:
            return event(action.time, fmt::format("{} classified as {}", action.track, action.text), id);
        case ActionKind::log_entry: return event(action.time, fmt::format("entry of {} logged", action.track), id);
        case ActionKind::log_exit: return event(action.time, fmt::format("exit of {} logged", action.track), id);
        case ActionKind::report: return event(action.time, report_text(action), "");
        case ActionKind::begin: return event(action.time, "exercise begins", "");
        case ActionKind::finish: return event(action.time, "exercise ends", "");
        default: return;
        }
    }

    std::string report_text(const Action& action) const
    {
        std::string text = "report to " + (lesson_.superior.empty() ? "the superior" : lesson_.superior);
        for (std::size_t i = 0; i < action.figures.size(); ++i)
            text += fmt::format("{} {} {}", i == 0 ? ":" : ",", action.figures[i].first, action.figures[i].second);
        return text;
    }

    void add_inject(const Injected& one)
    {
        const Inject& inject = lesson_.injects[one.inject];
        const std::string title = inject.title.empty() ? inject.id : inject.title;
        event(one.span.from, "inject: " + title, inject.aircraft);
        if (one.span.to < lesson_.span.to)
            event(one.span.to, "inject over: " + title, inject.aircraft);
    }

    /// Until when things were due, of the score: what it needs of a report are the tracks alone.
    void add_dues()
    {
        Report report;
        for (const Aircraft& aircraft : scenario_.aircraft)
            report.tracks.push_back(
                analyse_track(std::get<Track>(aircraft.motion), belonging_of(aircraft), exercise_.ground()));
        for (const TaskScore& task : score_of(exercise_, course_, report).tasks)
            if (task.applies && task.due && lesson_.span.from <= *task.due && *task.due <= lesson_.span.to)
                add_due(lesson_.tasks[task.task], *task.due);
    }

    void add_due(const Task& task, Time due)
    {
        event(due, "due: " + (task.title.empty() ? task.id : task.title), flying(task.aircraft));
    }

    std::string flying(const std::string& aircraft) const
    {
        const bool flies = std::any_of(scenario_.aircraft.begin(), scenario_.aircraft.end(),
                                       [&](const Aircraft& a) { return a.id == aircraft; });
        return flies ? aircraft : "";
    }

    const Exercise& exercise_;
    const Lesson& lesson_;
    const Course& course_;
    Scenario scenario_;
};

}  // namespace

Scenario debrief_scenario(const Exercise& exercise, const Course& course)
{
    return DebriefScenario{exercise, course}.make();
}

std::optional<Incident> debrief_incident(const Exercise& exercise, const Scenario& debriefed, Diagnostics& diagnostics)
{
    return run_incident(debriefed, exercise.ground(), diagnostics);
}

}  // namespace incursion
