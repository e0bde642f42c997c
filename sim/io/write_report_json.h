#pragma once

#include <string>

#include "sim/analysis/report.h"
#include "sim/base/diagnostics.h"

namespace incursion {

/// A report as one JSON document, schema `incursion.report/1`. Names carry their units: `_s` seconds, `_m`
/// metres, `_mps` metres per second, `_lon` and `_lat` degrees with longitudes in [-180, 180]; times are
/// RFC 3339 in UTC. Numbers read back exactly; what is absent is null. Paths are those of the report.
///
/// Every input is listed with its SHA-256, the scenario first. One that cannot be read for it (it is gone,
/// or a database) has null there and a warning in `diagnostics`.
std::string report_json(const Report& report, Diagnostics& diagnostics);

}  // namespace incursion
