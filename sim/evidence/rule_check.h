#pragma once

#include <span>
#include <vector>

#include "sim/analysis/track_report.h"

namespace incursion {

/// What the rules ask for, set against the calls and events that were: for every approach of every track to a foreign
/// airspace that the rules protect (approaches.h).
///
/// `buffer`: whether an aircraft nearer than the buffer was called. `first_call`: distance and time before the entry
/// (of an aircraft that stayed out, with its velocity at the call held), whether it came before the last avoidance
/// point's call, and `missing` where there was none; not asked of an aircraft first seen inside. `interval`: between
/// neighbouring calls, from the last one to the entry and, where that was kept, on until the aircraft was out again or
/// had turned away; only time in which it has to be called counts (spans_to_call). `least_calls`: made before the first
/// event that intercepts or engages. `response_time`: from the first call to an event that engages. `may`: where the
/// aircraft was when somebody did something, and when those whom the rules let call did.
/// A call belongs to the approach that it comes before or in, and counts where its account is that of the rules, or the
/// rules name none; a track of another account is checked only where calls or events of the rules' account name it. An
/// event belongs to the approach nearest in time; to an aircraft without any, all calls count, and the airspace nearest
/// to it then.
/// REQUIRES: `tracks` are those of `report.tracks`, one by one; events and calls are in the order of time.
/// PROMISES: by track in the report's order, then by time.
std::vector<RuleCheck> check_rules(const WarningRules& rules, std::span<const Track> tracks, const Report& report,
                                   std::span<const Avoidance> avoidances, const AnalysisGround& ground);

}  // namespace incursion
