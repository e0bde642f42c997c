#include "tools/incursion/text_units.h"

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

std::string without_zero_decimals(std::string time)
{
    return time.ends_with(".000") ? time.substr(0, time.size() - 4) : time;
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

Clock::Clock(TimeSpan span)
    : one_day_{span.empty() || std::chrono::floor<std::chrono::days>(span.from) ==
                                   std::chrono::floor<std::chrono::days>(span.to - Duration{1})}
{
}

std::string Clock::operator()(Time time) const
{
    const Time rounded = std::chrono::round<std::chrono::milliseconds>(time);
    const std::string day = format_time(rounded).substr(0, 10);  // of 2015-11-24T07:24:05.000000Z
    return (one_day_ ? "" : day + " ") + format_time_of_day(rounded, 3);
}

std::string Clock::brief(Time time) const
{
    return without_zero_decimals((*this)(time));
}

}  // namespace incursion
