#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/time.h"

namespace incursion {

/// Hours that come back every week, in UTC.
struct WeeklyHours {
    std::uint8_t days = 0;  ///< on which they begin: bit 0 is Monday, bit 6 Sunday
    Duration from{}, to{};  ///< since midnight, 0 to 24 h; where `to` is not after `from`, they end on the next day
    TimeSpan within{};      ///< only what lies in it counts; empty: any time
    friend bool operator==(const WeeklyHours&, const WeeklyHours&) = default;
};

/// When an airspace is active: in any of the spans or weekly hours. Never, where there is none.
struct Activation {
    std::vector<TimeSpan> spans;
    std::vector<WeeklyHours> weekly;
    friend bool operator==(const Activation&, const Activation&) = default;
};

/// The parts of `window` in which it is active: half-open, ascending, those that touch or overlap joined.
std::vector<TimeSpan> active_within(const Activation& activation, const TimeSpan& window);

/// A list apart by `;` of spans, `2023-12-16T12:00Z/2023-12-16T13:00Z` (RFC 3339, seconds may be absent), and of weekly
/// hours, `MON-FRI 08:00-16:00` or `SAT SUN 22:00-02:00` (UTC; days apart by blanks, ranges of them may run over Sunday;
/// no days are all; `24:00` is an end), which a span may follow that bounds them. `never` is an empty activation. Words
/// in any case. The problem says what is wrong and how to write it.
Result<Activation> parse_activation(std::string_view text);

/// As read by parse_activation.
std::string format_activation(const Activation& activation);

}  // namespace incursion
