#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/base/result.h"
#include "sim/base/time.h"

namespace incursion {

/// How the cells of a time column are to be read.
struct TimeCells {
    /// Power of ten that makes a number nanoseconds since 1970: 9 for seconds, 6 for milliseconds, ...;
    /// by magnitude where absent.
    std::optional<int> power;
    bool utc = false;  ///< a text without Z or offset is UTC
};

/// An RFC 3339 text, or a number since 1970: without a unit, seconds from 1e8 (1973) to below 1e11 (5138) and
/// milliseconds from 1e11 (1973) to below 1e13, so that no number can mean both; others are refused.
/// Decimals are read from the text, to the nearest nanosecond.
Result<Time> parse_time_cell(std::string_view text, const TimeCells& cells);

/// text * 10^power as a whole number, halves away from zero, without rounding in between; nothing if the text
/// is no decimal number (an exponent is allowed) or the result needs more than 63 bits.
std::optional<std::int64_t> scaled_decimal(std::string_view text, int power);

}  // namespace incursion
