#include "sim/io/read_lesson.h"

#include <algorithm>
#include <utility>

#include "sim/io/lesson_references.h"
#include "sim/io/read_aircraft.h"
#include "sim/io/read_lesson_parts.h"
#include "sim/io/read_lesson_task.h"
#include "sim/io/read_paths.h"
#include "sim/io/read_radars.h"
#include "sim/io/read_rules.h"
#include "sim/io/read_scenario.h"
#include "sim/io/read_scope.h"
#include "sim/io/toml_document.h"

namespace incursion {

namespace {

std::optional<Scenario> read_scenario_of(TomlReader& root, Lesson& lesson)
{
    const auto named = root.text("scenario");
    if (!named)
        return std::nullopt;
    if (named->empty()) {
        root.error("scenario", "name the scenario that the exercise is made of");
        return std::nullopt;
    }
    lesson.scenario_path = path_beside(lesson.path, *named);
    add_input(lesson.inputs, lesson.scenario_path);
    auto scenario = read_scenario(lesson.scenario_path, root.diagnostics());
    if (scenario)
        for (const std::string& input : scenario->inputs)
            add_input(lesson.inputs, input);
    return scenario;
}

/// `scenario` is null where it cannot be read: the lesson's own instants are then all that is known.
void read_span(TomlReader& root, const Scenario* scenario, Lesson& lesson)
{
    const auto start = root.time("start");
    const auto end = root.time("end");
    const TimeSpan whole = scenario != nullptr ? scenario->span : TimeSpan{};
    lesson.span = {start.value_or(whole.from), end.value_or(whole.to)};
    if (scenario == nullptr)
        return;
    if (start && (*start < whole.from || *start >= whole.to))
        root.error("start", "this lies outside the scenario's start and end");
    if (end && (*end <= whole.from || *end > whole.to))
        root.error("end", "this lies outside the scenario's start and end");
    if (lesson.span.empty())
        root.error(end ? "end" : "start", "the end must be later than the start");
}

void read_words(TomlReader& root, Lesson& lesson)
{
    root.need({"title", "scenario", "role", "briefing", "rules", "task"});
    lesson.title = root.text("title").value_or("");
    lesson.account = root.text("account").value_or("");
    lesson.role = root.text("role").value_or("");
    lesson.briefing = root.text("briefing").value_or("");
    lesson.superior = root.text("superior").value_or("");
    lesson.speed = root.number("speed", Sign::positive).value_or(1);
    lesson.categories = root.texts("categories");
    for (const char* key : {"title", "role", "briefing"})
        if (root.text(key) == "")
            root.error(key, "this must not be empty");
}

void read_lists(TomlReader& root, Lesson& lesson, LessonTables& tables)
{
    AircraftReading reading{lesson.path, lesson.span, std::move(lesson.inputs), {}};
    for (TomlReader& table : tables.aircraft)
        lesson.aircraft.push_back(read_aircraft(table, reading));
    lesson.inputs = std::move(reading.inputs);
    std::vector<Radar> radars = read_radars(tables.radars, lesson.span, lesson.inputs);
    if (radars.size() > 1)
        tables.radars[1].error("", "the trainee sees one radar; leave this one out");
    if (!radars.empty())
        lesson.radar = std::move(radars.front());
    for (TomlReader& table : tables.phrases)
        lesson.phrases.push_back(read_phrase(table));
    for (TomlReader& table : tables.reactions)
        lesson.reactions.push_back(read_reaction(table));
    for (TomlReader& table : tables.injects)
        lesson.injects.push_back(read_inject(table));
    if (tables.rules)
        lesson.rules = read_rules(*tables.rules);
    for (TomlReader& table : tables.tasks)
        lesson.tasks.push_back(read_task(table));
    if (root.has("task") && tables.tasks.empty())
        root.error("task", "an exercise asks for something; add a [[task]]");
}

std::optional<LessonFiles> read_lesson_document(TomlReader& root, const std::string& path)
{
    Lesson lesson;
    lesson.path = path;
    read_words(root, lesson);
    std::optional<Scenario> scenario = read_scenario_of(root, lesson);
    read_span(root, scenario ? &*scenario : nullptr, lesson);
    LessonTables tables;
    tables.aircraft = root.tables("aircraft");
    // One of the scenario's by its id, or a radar of the lesson's own.
    if (root.has("radar") && !root.has_array("radar"))
        tables.radar_of_scenario = root.text("radar");
    else
        tables.radars = root.tables("radar");
    tables.phrases = root.tables("phrase");
    tables.reactions = root.tables("reaction");
    tables.injects = root.tables("inject");
    tables.tasks = root.tables("task");
    tables.rules = root.table("rules");
    read_lists(root, lesson, tables);
    // In place of the scenario's: an exercise may have to show aircraft from farther off.
    const auto scope = read_scope(root, {lesson.radar});
    root.finish();
    check_lesson_alone(lesson, tables, root);
    if (!scenario)
        return std::nullopt;
    check_lesson_references(lesson, *scenario, tables, root);
    if (scope)
        scenario->scope = scope;
    return LessonFiles{std::move(lesson), std::move(*scenario)};
}

}  // namespace

std::optional<LessonFiles> read_lesson(const std::string& path, Diagnostics& diagnostics)
{
    return read_toml_document(path, diagnostics, [&](TomlReader& root) { return read_lesson_document(root, path); });
}

}  // namespace incursion
