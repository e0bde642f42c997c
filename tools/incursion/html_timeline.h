#pragma once

#include <string>
#include <vector>

#include "sim/training/look_back.h"
#include "tools/incursion/html_lanes.h"

namespace incursion {

/// What was shown and flown, said, done, injected and due in one run. Lanes with nothing in them are left out.
std::vector<TimelineLane> timeline_lanes(const Debrief& debrief);

/// The lanes one below the other as SVG. REQUIRES: the span is not empty.
std::string timeline_chart(TimeSpan span, const std::vector<TimelineLane>& lanes);

}  // namespace incursion
