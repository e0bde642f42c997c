#pragma once

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

/// An instant in UTC, to the nanosecond; reaches from 1677 to 2262. Leap seconds do not exist in
/// it, as in POSIX time.
using Time = std::chrono::sys_time<std::chrono::nanoseconds>;
using Duration = std::chrono::nanoseconds;

/// Nearest nanosecond, halves away from zero. REQUIRES: |s| < 9.2e9.
Duration seconds(double s);

/// The nearest double for |d| < 104 days (2^53 ns), else within one unit of its last place.
double to_seconds(Duration d);

/// Half-open: from <= t < to, so spans that follow each other add up without gap or overlap.
struct TimeSpan {
    Time from{}, to{};

    constexpr Duration length() const { return to - from; }
    constexpr bool empty() const { return !(from < to); }
    constexpr bool contains(Time t) const { return from <= t && t < to; }
    friend constexpr auto operator<=>(const TimeSpan&, const TimeSpan&) = default;
};

/// Reads an RFC 3339 instant: `2015-11-24T07:24:05Z`, with up to nine decimals, `t`/`z` and a space
/// for `T` allowed, and an offset such as `+02:00`. An instant without `Z` or offset is refused,
/// because nobody can know what it means. A leap second (`:60`) is refused likewise.
Result<Time> parse_time(std::string_view text);

/// `2015-11-24T07:24:05.000000Z`: six decimals, or nine where the instant needs them.
std::string format_time(Time time);

/// `07:24:05.000`: the time of day with `decimals` (0 to 9) digits, rounded down.
std::string format_time_of_day(Time time, int decimals);

}  // namespace incursion
