#pragma once

#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/training/look_back.h"
#include "tools/incursion/exit_status.h"
#include "tools/incursion/html_debrief.h"
#include "tools/incursion/messages.h"

namespace incursion {

/// What of a debrief needs graphics. In a build without them there are no pictures and no window, and both say so.

/// The scope at these moments, without a display. Where that cannot be had, `why_no_pictures` says so.
void draw_moments(const Debrief& debrief, const std::vector<DecisiveMoment>& moments, DebriefPage& page);

/// The truth of a debrief in a window, opened at `at` (an instant as on the command line; empty: the start).
ExitStatus show_debrief(const Debrief& debrief, const std::string& at, Verbosity verbosity);

}  // namespace incursion
