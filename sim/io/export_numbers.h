#pragma once

#include <string>

#include "sim/base/time.h"

namespace incursion {

/// Decimal text with at most `decimals` digits after the point, without zeros at the end; never `-0`.
std::string decimal_text(double number, int decimals);

/// To 1e-9 degrees: a tenth of a millimetre.
std::string degrees_text(double deg);

/// To the millimetre.
std::string metres_text(double m);

/// `12.5`: seconds from one instant to another, all digits that there are.
std::string seconds_after(Time from, Time to);

}  // namespace incursion
