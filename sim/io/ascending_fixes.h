#pragma once

#include <span>
#include <vector>

#include "sim/model/fix.h"

namespace incursion {

/// For each fix, whether it stays (1) or not (0), so that those which stay strictly ascend in time and as few as
/// possible go. Of several ways, the one in which the earliest fix stays, then the next, and so on.
std::vector<char> ascending_fixes(std::span<const Fix> fixes);

}  // namespace incursion
