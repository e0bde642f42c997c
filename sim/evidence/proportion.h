#pragma once

#include <cstddef>

#include "sim/analysis/uncertainty_report.h"

namespace incursion {

/// The share of `hits` among `trials`, with its 95 % confidence interval: Wilson, JASA 22 (1927), equation on page
/// 210 with z = 1.959964. The interval never leaves [0, 1] and is not empty for 0 or all hits.
/// REQUIRES: 0 <= hits <= trials. Without trials: 0 in [0, 1].
Probability proportion(std::size_t hits, std::size_t trials);

}  // namespace incursion
