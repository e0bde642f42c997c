#include "sim/base/time_text.h"

#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace incursion {

namespace {

std::string without_zero_decimals(std::string time)
{
    return time.ends_with(".000") ? time.substr(0, time.size() - 4) : time;
}

}  // namespace

std::string duration_text(Duration duration)
{
    using namespace std::chrono;
    if (duration < Duration{0})
        return "-" + duration_text(-duration);
    const auto ms = round<milliseconds>(duration).count();
    if (ms < 120'000)
        return fmt::format("{}.{:03} s", ms / 1000, ms % 1000);
    const auto tenths = (ms + 50) / 100;
    if (tenths < 36'000)
        return fmt::format("{} min {:02}.{} s", tenths / 600, tenths / 10 % 60, tenths % 10);
    const auto s = (ms + 500) / 1000;
    return fmt::format("{} h {:02} min {:02} s", s / 3600, s / 60 % 60, s % 60);
}

std::string error_text(double s)
{
    if (s == 0)
        return "exact";
    struct Scale {
        double unit_s;
        const char* name;
    };
    constexpr std::array scales{Scale{1e-9, "ns"}, Scale{1e-6, "µs"}, Scale{1e-3, "ms"}, Scale{1, "s"}};
    const Scale* scale = scales.data();
    for (const Scale& candidate : scales)
        if (s >= candidate.unit_s)
            scale = &candidate;
    // A bound may grow when it is rounded, not shrink; 1e-9 of it is the rounding of s / unit itself.
    const double digits = std::ceil(s / scale->unit_s * (1 - 1e-9));
    return fmt::format("{:.0f} {}", digits, scale->name);
}

std::string brief_time(Time time)
{
    return without_zero_decimals(format_time_of_day(std::chrono::round<std::chrono::milliseconds>(time), 3));
}

std::string date_text(Time time)
{
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()));
}

}  // namespace incursion
