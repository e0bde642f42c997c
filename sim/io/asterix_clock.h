#pragma once

#include <cstdint>
#include <optional>

#include "sim/base/time.h"

namespace incursion {

/// Finds the day of times that tell only the time of day.
/// Where somebody told when a report was received (a captured packet, a frame of a recording), it is the day that
/// brings the two closest; but not where they are more than an hour apart, as in a recording that was played back
/// later. Else it is the day that brings the time closest to the one before, so that midnight is passed forwards and,
/// by reports that come late, backwards. The first of all lies on the day that was given. Thus silence of twelve hours
/// and more in what has no other times is taken for less.
class DayFinder {
public:
    /// `day` is any instant of it, between 1700 and 2250.
    explicit DayFinder(std::optional<Time> day);

    /// Nothing where no day is known. REQUIRES: 0 <= time_of_day < 24 h.
    std::optional<Time> instant(Duration time_of_day, std::optional<Time> received);
    /// How many were further than an hour from when they were received.
    std::int64_t mistrusted() const { return mistrusted_; }

private:
    std::optional<Time> day_;
    std::optional<Time> last_;
    std::int64_t mistrusted_ = 0;
};

}  // namespace incursion
