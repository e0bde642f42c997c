#pragma once

#include <vector>

#include "sim/analysis/uncertainty_report.h"

namespace incursion {

/// Quantiles (linear between order statistics: type 7 of Hyndman and Fan, The American Statistician 50, 1996), mean,
/// and the 95 % confidence interval of the median by order statistics: their ranks are binomial, taken as normal.
/// In: a sample in any order, of finite numbers. An empty one gives a count of 0.
Distribution distribution_of(std::vector<double> sample);

}  // namespace incursion
