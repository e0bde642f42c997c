#include "sim/io/nmea_dates.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace incursion {

namespace {

using std::chrono::sys_days;

constexpr std::chrono::days gps_era{1024 * 7};

// Initial operational capability of GPS: 8 December 1993 (announced by the US Department of Defense).
constexpr sys_days first_service{std::chrono::year{1993} / 12 / 8};
// QZS-1, the first satellite of the younger systems that has a talker of its own, was launched on 11 September 2010;
// BeiDou's regional service and Galileo's first satellites in orbit date from 2011.
constexpr sys_days first_of_younger{std::chrono::year{2010} / 9 / 11};
constexpr std::array<std::string_view, 6> younger_talkers{"GA", "GB", "BD", "GQ", "QZ", "GI"};

std::string date_text(sys_days date)
{
    const std::chrono::year_month_day parts{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()),
                       static_cast<unsigned>(parts.day()));
}

/// A whole number of eras, give or take a day.
bool is_eras_apart(sys_days a, sys_days b)
{
    const std::chrono::days apart = a < b ? b - a : a - b;
    const std::chrono::days rest = apart % gps_era;
    return apart > std::chrono::days{1} && (rest <= std::chrono::days{1} || gps_era - rest <= std::chrono::days{1});
}

}  // namespace

void NmeaDates::look_at(sys_days date, const sys_days* before, std::string_view talker, std::int64_t line)
{
    const bool is_younger = std::find(younger_talkers.begin(), younger_talkers.end(), talker) != younger_talkers.end();
    if (has_warned_)
        return;
    std::string why;
    if (before != nullptr && is_eras_apart(date, *before))
        why = fmt::format("is 1024 weeks off from {} before it, so that one of the two is wrong", date_text(*before));
    else if (date < first_service)
        why = "is older than the service of GPS";
    else if (is_younger && date < first_of_younger)
        why = fmt::format("is older than the satellites of its talker {}", talker);
    if (why.empty())
        return;
    has_warned_ = true;
    diagnostics_.warning(file_, static_cast<int>(line), "",
                         fmt::format("the date {} {}; receivers that lose 1024 weeks write it for {}. It is read as it "
                                     "stands; mend it in the log",
                                     date_text(date), why, date_text(date + gps_era)));
}

}  // namespace incursion
