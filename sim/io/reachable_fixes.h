#pragma once

#include <span>
#include <vector>

#include "sim/model/fix.h"

namespace incursion {

/// For each fix, whether it stays (1) or not (0), so that nobody needs to go faster than that from one that stays to
/// the next, and as few as possible go: an error that comes and goes costs itself, wherever it is. Of several ways, one
/// of those that end earliest. Exact while no more than 64 stretches without a jump lie between two fixes of the
/// choice. REQUIRES: times strictly ascend; valid places.
std::vector<char> reachable_fixes(std::span<const Fix> fixes, double max_speed_mps);

}  // namespace incursion
