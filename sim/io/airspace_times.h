#pragma once

#include <string_view>

#include "sim/base/result.h"
#include "sim/base/time.h"

namespace incursion {

/// Where a span of an airspace format has no beginning or no end: whole years within what an instant can be.
TimeSpan unbounded_span();

/// An RFC 3339 instant whose seconds may be absent and whose time of day may be 24:00, the end of its day. `is_utc`
/// says that one without Z or offset is UTC.
Result<Time> parse_airspace_time(std::string_view text, bool is_utc);

}  // namespace incursion
