#pragma once

#include <optional>

#include "sim/analysis/track_report.h"
#include "sim/model/rules.h"
#include "sim/model/track.h"

namespace incursion {

/// Whether rules say from when on an aircraft has to be called at all.
bool has_call_threshold(const WarningRules& rules);

/// From when on an aircraft has to be called: it is nearer to the protected airspace than the rules' first call, or
/// so many seconds from its border with its velocity held, whichever comes first; where the rules state neither, within
/// their buffer. An aircraft that is inside has crossed it. Looked for each second, then to a millisecond: a crossing
/// that is taken back within a second is overlooked.
/// None where that never happens, or where no airspace of that key is foreign to the aircraft.
std::optional<Time> call_threshold(const Track& track, const Belonging& belonging, const WarningRules& rules,
                                   const AnalysisGround& ground);

}  // namespace incursion
