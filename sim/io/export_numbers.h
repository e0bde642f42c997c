#pragma once

#include <string>

#include "sim/base/time.h"

namespace incursion {

/// To 1e-9 degrees: a tenth of a millimetre.
std::string degrees_text(double deg);

/// To the millimetre.
std::string metres_text(double m);

/// `12.5`: seconds from one instant to another, all digits that there are.
std::string seconds_after(Time from, Time to);

}  // namespace incursion
