#pragma once

#include <nlohmann/json.hpp>

#include "sim/analysis/report.h"

namespace incursion {

/// A claim set against a track: each figure in each reading, and the speeds that it asks for.
nlohmann::ordered_json claim_json(const ClaimReport& report);

}  // namespace incursion
