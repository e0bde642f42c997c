#include "sim/training/check_lesson.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/incident/incident.h"
#include "sim/training/call_threshold.h"

namespace incursion {

namespace {

class LessonCheck {
public:
    LessonCheck(const Lesson& lesson, const Scenario& world, Diagnostics& diagnostics)
        : lesson_{lesson}, world_{world}, diagnostics_{diagnostics}
    {
    }

    bool is_fit() const { return is_fit_; }

    void rules(const Airspaces& airspaces)
    {
        is_fit_ = can_protect(lesson_.rules, airspaces, lesson_.path, diagnostics_) && is_fit_;
    }

    void aircraft()
    {
        if (world_.aircraft.empty())
            error("account", "no aircraft flies in this lesson; name an account that has aircraft, or none for all");
        for (std::size_t i = 0; i < lesson_.aircraft.size(); ++i)
            if (lesson_.aircraft[i].anchor)
                error(fmt::format("aircraft[{}].anchor", i),
                      "an aircraft of a lesson begins when it is injected; leave the anchor out");
    }

    void reaction(std::size_t i)
    {
        const Reaction& reaction = lesson_.reactions[i];
        const std::string path = fmt::format("reaction[{}].aircraft", i);
        const Aircraft* aircraft = find(reaction.aircraft, path);
        if (aircraft && reaction.behaviour != Behaviour::deaf && !aircraft->type)
            error(path, fmt::format("{} has no type, so nobody knows how it turns; give it one in the scenario, or "
                                    "make it deaf",
                                    reaction.aircraft));
    }

    void task(std::size_t i)
    {
        const Task& task = lesson_.tasks[i];
        const std::string path = fmt::format("task[{}]", i);
        if (task.kind != TaskKind::right_aircraft)
            find(task.aircraft, path + ".aircraft");
        if (const auto gap = gap_in_rules(task, lesson_.rules))
            error(fmt::format("{}.{}", path, gap->key), std::string{gap->message});
        if (task.kind == TaskKind::order_heading && !task.heading)
            error(path + ".heading", "say which heading is to be ordered");
        if (task.kind == TaskKind::report && task.figures.empty())
            error(path + ".figures", "say which figures are to be reported");
    }

private:
    const Aircraft* find(const std::string& id, const std::string& path)
    {
        const auto found =
            std::find_if(world_.aircraft.begin(), world_.aircraft.end(), [&](const Aircraft& a) { return a.id == id; });
        if (found != world_.aircraft.end())
            return &*found;
        error(path, fmt::format("{} does not fly in this lesson; name one that does, or choose its account", id));
        return nullptr;
    }

    void error(std::string path, std::string message)
    {
        is_fit_ = false;
        diagnostics_.error(lesson_.path, std::nullopt, std::move(path), std::move(message));
    }

    const Lesson& lesson_;
    const Scenario& world_;
    Diagnostics& diagnostics_;
    bool is_fit_ = true;
};

}  // namespace

std::optional<RulesGap> gap_in_rules(const Task& task, const WarningRules& rules)
{
    const bool counts_from_threshold = task.kind == TaskKind::first_call || task.kind == TaskKind::order_heading;
    if (counts_from_threshold && !has_call_threshold(rules))
        return RulesGap{"kind", "the rules do not say from where on an aircraft is called; give [rules] a first_call, a "
                                "first_call_time or a buffer"};
    if (task.kind == TaskKind::interval && !rules.interval_s)
        return RulesGap{"kind", "the rules have no interval; give [rules] one"};
    if (task.kind == TaskKind::least_calls && task.count == 0 && rules.least_calls.value_or(0) == 0)
        return RulesGap{"count", "how many calls? give a count here, or least_calls in [rules]"};
    return std::nullopt;
}

bool check_lesson(const Lesson& lesson, const Scenario& world, const Airspaces& airspaces, Diagnostics& diagnostics)
{
    LessonCheck check{lesson, world, diagnostics};
    check.rules(airspaces);
    check.aircraft();
    for (std::size_t i = 0; i < lesson.reactions.size(); ++i)
        check.reaction(i);
    for (std::size_t i = 0; i < lesson.tasks.size(); ++i)
        check.task(i);
    return check.is_fit();
}

}  // namespace incursion
