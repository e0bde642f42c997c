#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/time.h"

namespace incursion {

/// The instants that words stand for.
struct NamedInstants {
    TimeSpan span;                ///< `start`, `end`; and the day on which a time of day lies
    std::optional<Time> entry;    ///< first into foreign airspace
    std::optional<Time> exit;     ///< the one that ends that visit
    std::optional<Time> closest;  ///< of the aircraft that is selected; its entry where it has one
    std::vector<Time> steps;      ///< the stops of a tour, `step 1` first
};

/// Reads an instant of a replay: RFC 3339 (`2015-11-24T07:24:05Z`), a time of day in UTC (`07:24:05.5`: the first
/// such instant at or after the start's midnight that the span holds, else on the day of its start), or one of
/// `start`, `end`, `entry`, `exit`, `closest`, `step 3` (of a tour), to which a time may be added: `entry-90s`,
/// `exit+1min`.
Result<Time> parse_instant(std::string_view text, const NamedInstants& named);

}  // namespace incursion
