#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "sim/analysis/report.h"
#include "sim/base/diagnostics.h"

namespace incursion {

/// What a result was made of: title, span, readings, seed and every input with its SHA-256. An input that cannot be
/// read for it has null there and a warning in `diagnostics`.
nlohmann::ordered_json scenario_json(const Report& report, Diagnostics& diagnostics);

nlohmann::ordered_json accounts_json(const std::vector<Account>& accounts);

/// The versions a result was made with.
nlohmann::ordered_json versions_json();

}  // namespace incursion
