#pragma once

#include <vector>

#include "sim/base/time.h"

namespace incursion {

/// What of some spans lies in none of others, or in any of them; in spans that ascend and do not touch.
std::vector<TimeSpan> without(const std::vector<TimeSpan>& spans, const std::vector<TimeSpan>& others);
std::vector<TimeSpan> within(const std::vector<TimeSpan>& spans, const std::vector<TimeSpan>& others);

/// The instant by which so much time has passed since `from` that lies in none of the spans.
Time after_waiting(Time from, Duration time, const std::vector<TimeSpan>& spans);

/// The time from one instant to another that lies in none of the spans; negative where `to` is before `from`.
Duration waited(Time from, Time to, const std::vector<TimeSpan>& spans);

}  // namespace incursion
