#include "sim/io/asterix_clock.h"

#include <cassert>

namespace incursion {

namespace {

constexpr std::chrono::hours whole_day{24};
constexpr std::chrono::hours longest_delay{1};
// Clocks of recorders that were never set, and numbers that are no times, lie before and after; there is room for a day
// before and behind these.
constexpr Time earliest_day{std::chrono::sys_days{std::chrono::year{1980} / 1 / 1}};
constexpr Time latest_day{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}};

// Beyond these a chain of times that each go half a day on would leave what an instant can hold.
constexpr Time lowest_day{std::chrono::sys_days{std::chrono::year{1700} / 1 / 1}};
constexpr Time highest_day{std::chrono::sys_days{std::chrono::year{2250} / 1 / 1}};

Time closest_to(Time near, Duration time_of_day)
{
    const Time same_day = std::chrono::floor<std::chrono::days>(near) + time_of_day;
    if (same_day - near > whole_day / 2)
        return same_day - whole_day;
    return near - same_day > whole_day / 2 ? same_day + whole_day : same_day;
}

}  // namespace

DayFinder::DayFinder(std::optional<Time> day)
{
    if (day && *day > lowest_day && *day < highest_day)
        day_ = std::chrono::floor<std::chrono::days>(*day);
}

std::optional<Time> DayFinder::instant(Duration time_of_day, std::optional<Time> received)
{
    assert(time_of_day >= Duration::zero() && time_of_day < whole_day);
    if (received && *received > earliest_day && *received < latest_day) {
        const Time found = closest_to(*received, time_of_day);
        if (found - *received <= longest_delay && *received - found <= longest_delay)
            return last_ = found;
    }
    mistrusted_ += received ? 1 : 0;
    if (!last_ && !day_)
        return std::nullopt;
    const Time found = last_ ? closest_to(*last_, time_of_day) : *day_ + time_of_day;
    if (found < lowest_day || found > highest_day)
        return std::nullopt;
    return last_ = found;
}

}  // namespace incursion
