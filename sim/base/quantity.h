#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

/// What a number with a unit measures. The SI unit of each is what parse_quantity returns.
enum class Dimension {
    length,        ///< m
    speed,         ///< m/s
    angle,         ///< rad
    angular_rate,  ///< rad/s
    acceleration,  ///< m/s2
    time,          ///< s
    frequency,     ///< Hz
    mass,          ///< kg
    area,          ///< m2
};

/// Reads a number with its unit: `19000 ft`, `1.15mi`, `-3 deg`, `0.5 g`. Units by dimension:
/// m km ft nmi mi; m/s km/h kt ft/min mph; deg rad; deg/s; m/s2 g; s ms min h; Hz kHz MHz; kg t lb;
/// m2 km2 ft2. The unit is required; `mi` is the statute mile, `nmi` the nautical mile.
/// PROMISES: the value in the SI unit of `dimension`, correctly rounded before its conversion; or a
/// problem that names the units that would do.
Result<double> parse_quantity(std::string_view text, Dimension dimension);

/// The value in `unit` with its unit: format_quantity(5791.2, "ft") is `19000 ft`. Twelve
/// significant digits, trailing zeros dropped.
/// REQUIRES: `unit` is one of those above.
std::string format_quantity(double si_value, std::string_view unit);

}  // namespace incursion
