#pragma once

#include <optional>
#include <string_view>

#include "sim/base/result.h"
#include "sim/base/time.h"

namespace incursion {

// What stands in elements and text members of track files.

/// Without blanks, tabs and line ends around it.
std::string_view trimmed(std::string_view text);

/// A finite decimal number, all of the text, blanks around it allowed. Independent of the locale.
std::optional<double> parse_decimal_number(std::string_view text);

/// An RFC 3339 instant, blanks around it allowed; `is_utc` says that one without Z or offset is UTC.
Result<Time> parse_time_text(std::string_view text, bool is_utc);

}  // namespace incursion
