#pragma once

#include <optional>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/model/airspace.h"
#include "sim/model/lesson.h"
#include "sim/model/scenario.h"

namespace incursion {

/// What a task counts by and the rules do not say: at which key of the task that is told, and how.
struct RulesGap {
    std::string_view key;
    std::string_view message;
};
std::optional<RulesGap> gap_in_rules(const Task& task, const WarningRules& rules);

/// Whether a lesson can be held in its world, beyond what its reader can tell: aircraft that fly in it, types of those
/// that turn, rules that state what tasks ask for, the airspace that they protect. Problems are added with their path
/// in the lesson (`task[2].kind`).
bool check_lesson(const Lesson& lesson, const Scenario& world, const Airspaces& airspaces, Diagnostics& diagnostics);

}  // namespace incursion
