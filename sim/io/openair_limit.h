#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

/// A vertical limit in words that parse_vertical_limit reads.
struct LimitText {
    std::string text;
    std::string warning{};  ///< empty where nothing was changed
};

/// A height above what `datum` says: `MSL` or an empty one, `GND`, or `STD`, which comes out as a flight level (rounded
/// to whole hundreds of feet, with a warning, since a level has no others).
Result<LimitText> limit_text(double height, bool in_metres, std::string_view datum);

/// What stands behind AL or AH in OpenAir: `FL 65`, `1000ft MSL`, `100m GND`, `5000 STD`, `2500`, SFC, GND, UNL. A
/// number without a unit is in feet, one without a datum above mean sea level. The problem says why it is none.
Result<LimitText> parse_openair_limit(std::string_view text);

}  // namespace incursion
