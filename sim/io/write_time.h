#pragma once

#include <cstddef>

#include "sim/base/time.h"

namespace incursion {

/// The length of the longest text that write_time writes: nine decimals.
inline constexpr std::size_t longest_time_text = 30;

/// Writes the very text of format_time to `out` and returns what follows it; for tables, which hold millions of
/// instants. REQUIRES: room for longest_time_text characters.
char* write_time(char* out, Time time);

}  // namespace incursion
