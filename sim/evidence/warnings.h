#pragma once

#include <span>

#include "sim/analysis/track_report.h"

namespace incursion {

/// Last avoidance points of every foreign entry, the calls beside them, and the scenario's rules, if it has any.
/// REQUIRES: `tracks` and `report.tracks` are those of `scenario.aircraft`, one by one; the calls are analysed.
WarningReport assess_warnings(const Scenario& scenario, std::span<const Track> tracks, const Report& report,
                              const AnalysisGround& ground);

}  // namespace incursion
