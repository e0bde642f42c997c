#include "sim/io/lesson_references.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/check_ids.h"
#include "sim/io/read_lesson_parts.h"
#include "sim/io/toml_spelling.h"
#include "sim/training/check_lesson.h"

namespace incursion {

namespace {

std::string known(const char* what, const std::vector<std::string>& ids)
{
    return ids.empty() ? fmt::format("; there is no {} at all", what)
                       : fmt::format("; there are {}", fmt::join(ids, ", "));
}

void check_categories(const Lesson& lesson, TomlReader& root)
{
    const std::vector<std::string>& categories = lesson.categories;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        if (categories[i].empty())
            root.error("categories", "a category must not be empty");
        else if (std::find(categories.begin(), categories.begin() + static_cast<std::ptrdiff_t>(i), categories[i]) !=
                 categories.begin() + static_cast<std::ptrdiff_t>(i))
            root.error("categories", fmt::format("'{}' is listed twice", categories[i]));
    }
}

void check_inject(const Inject& inject, const Lesson& lesson, TomlReader& table)
{
    if (inject.from && !lesson.span.empty() && !lesson.span.contains(*inject.from))
        table.error("from", "this instant lies outside the exercise's start and end");
    if (inject.kind != InjectKind::aircraft || inject.aircraft.empty())
        return;
    const std::vector<std::string> own = ids_of(lesson.aircraft);
    if (!holds(own, inject.aircraft))
        table.error("aircraft", fmt::format("only an [[aircraft]] of the lesson can begin to fly, and '{}' is none{}",
                                            inject.aircraft, known("aircraft of the lesson", own)));
    const auto first = std::find_if(lesson.injects.begin(), lesson.injects.end(), [&](const Inject& other) {
        return other.kind == InjectKind::aircraft && other.aircraft == inject.aircraft;
    });
    if (&*first != &inject)
        table.error("aircraft", fmt::format("'{}' begins to fly by the inject '{}' already; an aircraft does so once",
                                            inject.aircraft, first->id));
}

/// Of the scenario's aircraft those of the lesson's account fly (all, where it has none or an unknown one, which is
/// told elsewhere), and all of the lesson's.
std::vector<std::string> flying(const Lesson& lesson, const Scenario& scenario)
{
    const bool fly_all = !holds(ids_of(scenario.accounts), lesson.account);
    std::vector<std::string> ids;
    for (const Aircraft& aircraft : scenario.aircraft)
        if (fly_all || aircraft.account == lesson.account)
            ids.push_back(aircraft.id);
    for (const Aircraft& aircraft : lesson.aircraft)
        ids.push_back(aircraft.id);
    return ids;
}

void check_aircraft(const std::string& id, const std::vector<std::string>& ids, const Scenario& scenario,
                    TomlReader& table)
{
    if (!table.has("aircraft") || holds(ids, id))
        return;
    if (holds(ids_of(scenario.aircraft), id))
        table.error("aircraft", fmt::format("'{}' flies in another account than the lesson's", id));
    else
        table.error("aircraft",
                    fmt::format("there is no aircraft '{}'{}{}", id, did_you_mean(id, ids), known("aircraft", ids)));
}

void check_account(const std::string& account, const Scenario& scenario, TomlReader& table)
{
    const std::vector<std::string> accounts = ids_of(scenario.accounts);
    if (table.has("account") && !account.empty() && !holds(accounts, account))
        table.error("account", fmt::format("the scenario has no account '{}'{}{}", account,
                                           did_you_mean(account, accounts), known("account", accounts)));
}

void take_radar(Lesson& lesson, const Scenario& scenario, LessonTables& tables, TomlReader& root)
{
    if (!tables.radars.empty())
        return;
    const std::vector<std::string> ids = ids_of(scenario.radars);
    const std::string wanted = tables.radar_of_scenario.value_or(ids.empty() ? "" : ids.front());
    const auto found = std::find(ids.begin(), ids.end(), wanted);
    if (found != ids.end())
        lesson.radar = scenario.radars[static_cast<std::size_t>(found - ids.begin())];
    else if (tables.radar_of_scenario)
        root.error("radar", fmt::format("the scenario has no radar '{}'{}{}", wanted, did_you_mean(wanted, ids),
                                        known("radar", ids)));
    else if (!root.has("radar"))
        root.error("", "nothing shows the trainee anything; add a [[radar]], for the scenario has none");
}

}  // namespace

void check_lesson_alone(const Lesson& lesson, LessonTables& tables, TomlReader& root)
{
    check_ids(ids_of(lesson.aircraft), tables.aircraft);
    check_ids(ids_of(lesson.phrases), tables.phrases);
    check_ids(ids_of(lesson.injects), tables.injects);
    check_ids(ids_of(lesson.tasks), tables.tasks);
    check_categories(lesson, root);
    if (tables.rules && !tables.rules->has("airspace"))
        tables.rules->error("", "'airspace' is missing; name the airspace that is watched");
    for (std::size_t i = 0; i < lesson.injects.size(); ++i)
        check_inject(lesson.injects[i], lesson, tables.injects[i]);
    for (std::size_t i = 0; i < lesson.tasks.size(); ++i) {
        const Task& task = lesson.tasks[i];
        if (tables.rules)
            if (const auto gap = gap_in_rules(task, lesson.rules))
                tables.tasks[i].error(gap->key, std::string{gap->message});
        if (!task.category.empty() &&
            std::find(lesson.categories.begin(), lesson.categories.end(), task.category) == lesson.categories.end())
            tables.tasks[i].error("category", fmt::format("the lesson's categories do not have '{}'{}{}", task.category,
                                                          did_you_mean(task.category, lesson.categories),
                                                          known("category", lesson.categories)));
        if (task.kind == TaskKind::report && lesson.superior.empty())
            root.error("superior", "a task asks for a report; say to whom");
    }
}

void check_lesson_references(Lesson& lesson, const Scenario& scenario, LessonTables& tables, TomlReader& root)
{
    check_account(lesson.account, scenario, root);
    if (tables.rules)
        check_account(lesson.rules.account, scenario, *tables.rules);
    for (std::size_t i = 0; i < lesson.aircraft.size(); ++i)
        if (holds(ids_of(scenario.aircraft), lesson.aircraft[i].id))
            tables.aircraft[i].error(
                "id", fmt::format("the scenario has an aircraft '{}'; take another id", lesson.aircraft[i].id));
    const std::vector<std::string> ids = flying(lesson, scenario);
    for (std::size_t i = 0; i < lesson.reactions.size(); ++i)
        check_aircraft(lesson.reactions[i].aircraft, ids, scenario, tables.reactions[i]);
    for (std::size_t i = 0; i < lesson.injects.size(); ++i)
        if (lesson.injects[i].kind != InjectKind::aircraft)
            check_aircraft(lesson.injects[i].aircraft, ids, scenario, tables.injects[i]);
    for (std::size_t i = 0; i < lesson.tasks.size(); ++i)
        check_aircraft(lesson.tasks[i].aircraft, ids, scenario, tables.tasks[i]);
    take_radar(lesson, scenario, tables, root);
}

}  // namespace incursion
