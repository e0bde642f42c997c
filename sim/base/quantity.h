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
    pressure,      ///< Pa
};

/// Reads a number with its unit: `19000 ft`, `1.15mi`, `-3 deg`, `0.5 g`. Units by dimension:
/// m km ft nmi mi; m/s km/h kt ft/min mph; deg rad; deg/s; m/s2 g; s ms min h; Hz kHz MHz; kg t lb;
/// m2 km2 ft2; hPa mbar inHg. The unit is required; `mi` is the statute mile, `nmi` the nautical mile.
/// PROMISES: the value in the SI unit of `dimension`, correctly rounded before its conversion; or a
/// problem that names the units that would do.
Result<double> parse_quantity(std::string_view text, Dimension dimension);

/// A quantity as somebody stated it, in SI units.
struct StatedQuantity {
    double value = 0;
    double half_step = 0;  ///< half of what the last digit that counts is worth
};

/// The same with what it was rounded to. Digits after a point all count, even zeros; zeros at the end of a whole number
/// do not: `17 s` is good to half a second, `1.36 mi` to 0.005 miles, `19000 ft` to 500 ft, `0 s` to half a second.
Result<StatedQuantity> parse_stated_quantity(std::string_view text, Dimension dimension);

/// The value in `unit` with its unit: format_quantity(5791.2, "ft") is `19000 ft`. Twelve
/// significant digits, trailing zeros dropped.
/// REQUIRES: `unit` is one of those above.
std::string format_quantity(double si_value, std::string_view unit);

}  // namespace incursion
