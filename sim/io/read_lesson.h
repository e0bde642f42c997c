#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/model/lesson.h"
#include "sim/model/scenario.h"

namespace incursion {

/// A lesson and the scenario that it is made of; `[scope]` of the lesson stands in the scenario's place.
struct LessonFiles {
    Lesson lesson;
    Scenario scenario;
};

/// Reads a lesson (TOML), the scenario that it names, and the aircraft and radar types of both; the airspaces are left
/// to read_airspaces. Paths in the file are relative to its folder. scenarios/LESSONS.md has every key.
/// Returns nothing if and only if it adds an error. Every problem of both files is added, with line and path, except
/// that a syntax error hides what follows it, and that names are not looked up in a scenario that cannot be read.
std::optional<LessonFiles> read_lesson(const std::string& path, Diagnostics& diagnostics);

}  // namespace incursion
