#pragma once

#include <string>

#include "sim/base/diagnostics.h"
#include "sim/training/look_back.h"

namespace incursion {

/// A debrief as one JSON document, schema `incursion.debrief/1`: the lesson, the log, the score with every task, the
/// visits as flown, what was shown to the trainee, calls, turns, injects and actions. Names carry their units, as in
/// report_json; what is absent is null. The same debrief gives the same bytes.
///
/// Every input is listed with its SHA-256, the lesson first. One that cannot be read for it has null there and a
/// warning in `diagnostics`.
std::string debrief_json(const Debrief& debrief, Diagnostics& diagnostics);

}  // namespace incursion
