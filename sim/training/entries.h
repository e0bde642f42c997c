#pragma once

#include <string>
#include <vector>

#include "sim/analysis/report.h"

namespace incursion {

/// The foreign visits to an airspace that began with an entry by side, floor or ceiling.
std::vector<Visit> true_entries(const TrackReport& report, const std::string& airspace);

/// Those that ended with an exit by side, floor or ceiling.
std::vector<Visit> true_exits(const TrackReport& report, const std::string& airspace);

}  // namespace incursion
