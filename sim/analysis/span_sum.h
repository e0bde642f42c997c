#pragma once

#include <vector>

#include "sim/base/time.h"

namespace incursion {

/// Summed length of spans.
Duration total_length(const std::vector<TimeSpan>& spans);

/// The same time in spans that ascend and do not touch.
std::vector<TimeSpan> joined(std::vector<TimeSpan> spans);

/// Length of the time that lies in at least one of the spans. They may overlap and come in any order.
Duration covered_length(std::vector<TimeSpan> spans);

}  // namespace incursion
