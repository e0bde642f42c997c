#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "sim/base/angle.h"
#include "sim/base/result.h"
#include "sim/model/action.h"

namespace incursion {

inline constexpr const char* action_log_schema = "incursion.actions/1";

/// A heading as records have it: degrees to a billionth, so that 255 degrees are written as 255.
double written_deg(Angle heading);

/// An action as the record that logs and debriefs have of it.
nlohmann::ordered_json action_json(const Action& action);

/// The action of a record. The problem says what is wrong with it, and what to do.
Result<Action> action_of(const nlohmann::ordered_json& record);

/// The head of a log, without its actions.
nlohmann::ordered_json head_json(const ActionLog& log);
Result<ActionLog> head_of(const nlohmann::ordered_json& record);

/// The record of a line, nothing where it is no JSON object.
std::optional<nlohmann::ordered_json> record_of(std::string_view line);

}  // namespace incursion
