#pragma once

#include <string>

#include "sim/base/time.h"

namespace incursion {

/// `17.000 s`, `6 min 43.0 s`, `2 h 05 min 07 s`; a minus sign in front of a negative one.
std::string duration_text(Duration duration);

/// Half the width of a bracket: `1 ns`, `3 µs`, `12 ms`, rounded up; `exact` for 0.
std::string error_text(double s);

/// To the nearest millisecond, without decimals for a whole second: `07:24:05`.
std::string brief_time(Time time);

/// `24 November 2015`.
std::string date_text(Time time);

}  // namespace incursion
