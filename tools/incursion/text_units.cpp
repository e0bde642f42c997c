#include "tools/incursion/text_units.h"

#include <array>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "sim/base/units.h"

namespace incursion {

namespace {

/// Without the sign of a zero.
double rounded_to(double value, double step)
{
    return std::abs(value) < step / 2 ? 0.0 : value;
}

std::string aviation_length(double m)
{
    const double ft = m / metres_per_foot;
    return std::abs(m) < 100 ? fmt::format("{:.0f} ft", rounded_to(ft, 1))
                             : fmt::format("{:.2f} nmi", m / metres_per_nautical_mile);
}

}  // namespace

std::string seconds_text(double s, int decimals)
{
    return fmt::format("{:.{}f} s", s, decimals);
}

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

std::string metric_length(double m)
{
    if (std::abs(m) >= 999.5)
        return fmt::format("{:.2f} km", m / 1000);
    return std::abs(m) >= 9.95 ? fmt::format("{:.0f} m", m) : fmt::format("{:.1f} m", rounded_to(m, 0.1));
}

std::string length_text(double m)
{
    return fmt::format("{} ({})", metric_length(m), aviation_length(m));
}

std::string length_lines(double m)
{
    return metric_length(m) + "\n" + aviation_length(m);
}

std::string altitude_text(double m)
{
    return fmt::format("{:.0f} m ({:.0f} ft)", rounded_to(m, 1), rounded_to(m / metres_per_foot, 1));
}

std::string speed_text(double mps)
{
    return fmt::format("{:.0f} m/s ({:.0f} km/h, {:.0f} kt)", mps, mps / mps_per_kmh, mps / mps_per_knot);
}

std::string place_text(LonLat place)
{
    const double lon = std::abs(place.lon_deg) <= 180 ? place.lon_deg : wrapped_lon(place.lon_deg);
    return fmt::format("{:.5f}° {} {:.5f}° {}", std::abs(place.lat_deg), place.lat_deg < 0 ? "S" : "N", std::abs(lon),
                       lon < 0 ? "W" : "E");
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

Clock::Clock(TimeSpan span)
    : one_day_{span.empty() || std::chrono::floor<std::chrono::days>(span.from) ==
                                   std::chrono::floor<std::chrono::days>(span.to - Duration{1})}
{}

std::string Clock::operator()(Time time) const
{
    const Time rounded = std::chrono::round<std::chrono::milliseconds>(time);
    const std::string text = format_time(rounded);  // 2015-11-24T07:24:05.000000Z
    const std::string day = text.substr(0, 10);
    return (one_day_ ? "" : day + " ") + format_time_of_day(rounded, 3);
}

std::string brief_time(Time time)
{
    std::string text = format_time_of_day(std::chrono::round<std::chrono::milliseconds>(time), 3);
    if (text.ends_with(".000"))
        text.resize(text.size() - 4);
    return text;
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
