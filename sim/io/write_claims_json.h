#pragma once

#include <string>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/base/diagnostics.h"
#include "sim/incident/claim_study.h"

namespace incursion {

/// Claims and which flights would make them true, as one JSON document, schema `incursion.claims/1`: the claims as
/// report_json writes them, then the studies. Units and inputs as there; a bound that there is not is null. Feasible
/// crossings are all listed, each with the speeds that make every figure true.
std::string claims_json(const Report& report, const std::vector<ClaimStudy>& studies, Diagnostics& diagnostics);

}  // namespace incursion
