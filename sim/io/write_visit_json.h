#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "sim/analysis/report.h"

namespace incursion {

/// The one record of a visit, the same wherever visits are written as JSON.
nlohmann::ordered_json visit_json(const Visit& visit, const std::string& track);

/// The longitude as it is written: in [-180, 180], moved by whole turns only where it lies outside.
double reported_lon(LonLat place);

}  // namespace incursion
