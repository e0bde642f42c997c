#pragma once

#include <span>
#include <vector>

#include "sim/analysis/track_report.h"

namespace incursion {

/// Each call to a known aircraft beside its next foreign entry and the last avoidance point of that entry. An entry
/// that has been made no longer counts: a call made inside has no figures before an entry unless another one follows.
/// REQUIRES: `tracks` are those of `report.tracks`, one by one.
/// PROMISES: in the order of the calls.
std::vector<CallTiming> time_calls(std::span<const Track> tracks, const Report& report,
                                   std::span<const Avoidance> avoidances, const AnalysisGround& ground);

}  // namespace incursion
