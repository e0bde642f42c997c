#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/base/time.h"

namespace incursion {

// Formats of GNSS recorders (IGC, NMEA 0183) write the time of day with every fix, and the date seldom.

/// Of a year with two digits, 80 to 99 are 1980 to 1999 and the others 2000 to 2079: GPS time begins on 6 January 1980
/// (IS-GPS-200, section 3.3.4), so no receiver recorded before. Nothing where there is no such day.
std::optional<std::chrono::sys_days> day_of_short_year(unsigned day, unsigned month, unsigned year);

/// `ddmmyy`.
std::optional<std::chrono::sys_days> day_of_digits(std::string_view digits);

/// `hhmmss`, behind a point perhaps decimals, of which those beyond the ninth do not count. Nothing else: no leap
/// second, as no Time can hold it.
std::optional<Duration> time_of_day(std::string_view text);

/// The number that one to nine digits make.
std::optional<unsigned> number_of_digits(std::string_view digits);

/// Follows times of day through midnight.
class DayClock {
public:
    /// How many days after that of the first time: one more where the time goes back by more than 12 hours. A step back
    /// that is smaller is a fix out of order, of the same day. So is a single time that leaps ahead by more than 6
    /// hours and is gone with the next: coming back from there is no midnight. Past a midnight, a time more than 23
    /// hours ahead is a fix of the day before that comes late.
    std::int64_t day_of(Duration time);
    /// The next time is the first one again.
    void restart() { *this = {}; }
    /// Was there a midnight since the first time?
    bool has_passed_midnight() const { return day_ > 0; }

private:
    std::optional<Duration> last_;
    std::optional<Duration> before_leap_;
    std::int64_t day_ = 0;
};

}  // namespace incursion
