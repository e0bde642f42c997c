#pragma once

#include <string>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/incident/claim_study.h"
#include "tools/incursion/text_report.h"

namespace incursion {

/// Claims for a reader: each set against its account's own track, then for each aircraft and airspace which flights
/// would make all of an account's claims true, or which claims exclude each other, and what follows from each speed.
/// The same input gives the same bytes. Lines keep within the width, addresses of sources excepted.
std::string claims_text(const Report& report, const std::vector<ClaimStudy>& studies, const TextOptions& options);

}  // namespace incursion
