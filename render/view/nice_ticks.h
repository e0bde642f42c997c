#pragma once

#include <string>
#include <vector>

#include "sim/base/time.h"

namespace incursion {

/// The least of 1, 2, 5 times a power of ten that cuts `range` into at most `at_most` steps.
/// REQUIRES: range > 0 and finite; at_most >= 1.
double nice_step(double range, int at_most);

struct Tick {
    double value = 0;
    std::string text;  ///< with as many decimals as the step has
};
/// The multiples of a nice step in [from, to], at most `at_most` + 1 of them. REQUIRES: from < to, finite.
std::vector<Tick> nice_ticks(double from, double to, int at_most);

struct TimeTick {
    Time time{};
    std::string text;  ///< `07:24`, `07:24:30`, `07:24:30.5`: as much as the step needs
};
/// Times of the clock in [span.from, span.to], a step apart that cuts the span into at most `at_most` parts: 0.1 0.2
/// 0.5 1 2 5 10 15 30 s, as many minutes from 1 to 30, 1 2 3 6 12 h, days.
/// REQUIRES: the span is not empty; at_most >= 1.
std::vector<TimeTick> time_ticks(TimeSpan span, int at_most);

}  // namespace incursion
