#pragma once

#include <optional>
#include <string_view>

#include "sim/geo/lon_lat.h"

namespace incursion {

/// Takes one place off the front of an OpenAir line: degrees, minutes and seconds or parts of them as numbers, the last
/// with decimals or none, apart by `:`, blanks, dashes or the signs of degrees, or packed (`614322N`), each axis with
/// its letter before or behind. Minutes and seconds of 60 carry. Nothing where it is no place, with no promise of what
/// is left of the text.
std::optional<LonLat> take_openair_position(std::string_view& text);

/// The same where the whole text is one place.
std::optional<LonLat> parse_openair_position(std::string_view text);

}  // namespace incursion
