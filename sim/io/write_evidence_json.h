#pragma once

#include <nlohmann/json.hpp>

#include "sim/analysis/report.h"

namespace incursion {

// The parts of the report that tell how sure it is. Times as RFC 3339, all else in the units that the names end in;
// what does not exist is null.

nlohmann::ordered_json radars_json(const std::vector<RadarReport>& radars);
nlohmann::ordered_json uncertainties_json(const std::vector<Uncertainty>& uncertainties);
nlohmann::ordered_json reaches_json(const std::vector<ReachReport>& reaches);
/// Null where no other borders were named.
nlohmann::ordered_json borders_json(const std::optional<BorderComparison>& borders);
nlohmann::ordered_json warnings_json(const WarningReport& warnings);

}  // namespace incursion
