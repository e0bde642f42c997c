#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/io/toml_reader.h"
#include "sim/model/lesson.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The tables of a lesson, one by one beside what was read of them, so that problems can be told at their lines.
struct LessonTables {
    std::vector<TomlReader> aircraft, radars, phrases, reactions, injects, tasks;
    std::optional<TomlReader> rules;
    std::optional<std::string> radar_of_scenario;  ///< id
};

/// What can be wrong within the lesson itself: ids that are not unique, instants outside its span, tasks whose rules or
/// categories are not there.
void check_lesson_alone(const Lesson& lesson, LessonTables& tables, TomlReader& root);

/// Looks up every name in the lesson and its scenario, and takes the radar that is shown from there where the lesson
/// has none of its own.
void check_lesson_references(Lesson& lesson, const Scenario& scenario, LessonTables& tables, TomlReader& root);

}  // namespace incursion
