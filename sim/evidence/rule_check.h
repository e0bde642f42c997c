#pragma once

#include <span>
#include <vector>

#include "sim/analysis/track_report.h"

namespace incursion {

/// What the rules ask for, set against the calls and events that were: for every track with a foreign entry into
/// the airspace that the rules protect, or nearer to it than the buffer.
///
/// `first_call`: distance and time (with the velocity at the call held) at the first call, and whether it came before
/// the last avoidance point's call. `buffer`: nobody called an aircraft that was nearer than the buffer. `interval`:
/// between neighbouring calls until the first entry's exit. `least_calls`: made before the first event that
/// intercepts or engages. `response_time`: from the first call to an event that engages. `may`: where the aircraft
/// was when somebody whom the rules name did something.
/// Calls count where their account is that of the rules, or the rules name none.
/// REQUIRES: `tracks` are those of `report.tracks`, one by one.
/// PROMISES: by track in the report's order, then by time; what has no time comes first.
std::vector<RuleCheck> check_rules(const WarningRules& rules, std::span<const Track> tracks, const Report& report,
                                   std::span<const Avoidance> avoidances, const AnalysisGround& ground);

}  // namespace incursion
