#pragma once

#include <cstddef>
#include <vector>

#include "sim/model/scenario.h"

namespace incursion {

/// The other aircraft that are the same machine as this one, by `same_as` of either of two and through any number of
/// steps: their places in the list, ascending.
/// REQUIRES: `aircraft` is a place in `all`.
std::vector<std::size_t> same_machine(const std::vector<Aircraft>& all, std::size_t aircraft);

}  // namespace incursion
