#pragma once

#include <optional>
#include <string_view>

namespace incursion {

/// An angle in degrees and minutes, as IGC and NMEA 0183 write it in digits: the nearest double to it, negative for S
/// and W. Decimals beyond the tenth (a hundredth of a micrometre) do not count; there may be none. Nothing where
/// something else than digits stands there, there are 60 minutes or more, the letter is none of N, S, E and W, or
/// latitude or longitude reach beyond 90 and 180 degrees.
std::optional<double> angle_of_minutes(std::string_view degrees, std::string_view minutes, std::string_view decimals,
                                       char hemisphere);

}  // namespace incursion
