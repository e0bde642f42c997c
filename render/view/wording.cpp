#include "render/view/wording.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/base/units.h"

namespace incursion {

namespace {

/// From one unit on, in short numbers: the threshold at which rounding would write one digit more.
constexpr double one_decimal_from = 0.995, whole_from = 99.95;

bool is_nautical(LengthUnit unit)
{
    return unit == LengthUnit::nautical_mile;
}

/// 0 to 359.99... degrees against the north of the view.
double told_bearing_deg(Angle true_bearing, North north, std::optional<Angle> declination)
{
    const Angle told = north == North::magnetic && declination ? true_bearing - *declination : true_bearing;
    return wrapped_to_circle(told).deg();
}

/// Degrees and decimal minutes to two decimals, carried into the degrees where they round to 60.
std::string degrees_and_minutes(double deg, int width)
{
    const long hundredths = std::lround(std::abs(deg) * 6000);
    return fmt::format("{:0{}}°{:02}.{:02}'", hundredths / 6000, width, hundredths / 100 % 60, hundredths % 100);
}

}  // namespace

std::string_view length_unit(LengthUnit unit)
{
    return is_nautical(unit) ? "nmi" : "km";
}
std::string_view speed_unit(LengthUnit unit)
{
    return is_nautical(unit) ? "kt" : "km/h";
}
std::string_view altitude_unit(LengthUnit unit)
{
    return is_nautical(unit) ? "ft" : "m";
}
std::string_view level_unit(LengthUnit unit)
{
    return is_nautical(unit) ? "100 ft" : "m";
}

double length_in(LengthUnit unit, double m)
{
    return m / (is_nautical(unit) ? metres_per_nautical_mile : 1000);
}
double speed_in(LengthUnit unit, double mps)
{
    return mps / (is_nautical(unit) ? mps_per_knot : mps_per_kmh);
}
double altitude_in(LengthUnit unit, double m)
{
    return is_nautical(unit) ? m / metres_per_foot : m;
}

std::string number_text(double value, int decimals)
{
    std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool is_zero = text.find_first_of("123456789") == std::string::npos;
    return value < 0 && !is_zero ? "−" + text : text;
}

std::string length_number(LengthUnit unit, double m)
{
    const double value = length_in(unit, m), size = std::abs(value);
    return number_text(value, size < one_decimal_from ? 2 : size < whole_from ? 1 : 0);
}

std::string length_text(LengthUnit unit, double m)
{
    return fmt::format("{} {}", length_number(unit, m), length_unit(unit));
}

std::string exact_length_text(LengthUnit unit, double m)
{
    if (is_nautical(unit) && std::abs(m) >= metres_per_nautical_mile / 10)
        return number_text(length_in(unit, m), 2) + " nmi";
    if (is_nautical(unit))
        return number_text(m / metres_per_foot, 0) + " ft";
    if (std::abs(m) >= 999.5)
        return number_text(m / 1000, 2) + " km";
    return number_text(m, std::abs(m) < 9.95 ? 1 : 0) + " m";
}

std::string speed_number(LengthUnit unit, double mps)
{
    return number_text(speed_in(unit, mps), 0);
}

std::string speed_text(LengthUnit unit, double mps)
{
    return fmt::format("{} {}", speed_number(unit, mps), speed_unit(unit));
}

std::string altitude_number(LengthUnit unit, double m)
{
    return number_text(altitude_in(unit, m), 0);
}

std::string altitude_text(LengthUnit unit, double m)
{
    return fmt::format("{} {}", altitude_number(unit, m), altitude_unit(unit));
}

std::string level_number(LengthUnit unit, double m)
{
    if (!is_nautical(unit))
        return number_text(m, 0);
    const long hundreds = std::lround(m / metres_per_foot / 100);
    return hundreds < 0 ? fmt::format("−{:02}", -hundreds) : fmt::format("{:03}", hundreds);
}

std::string_view trend_arrow(std::optional<double> climb_mps)
{
    constexpr double trend_mps = 2.5;
    if (!climb_mps || std::abs(*climb_mps) < trend_mps)
        return "";
    return *climb_mps > 0 ? "↑" : "↓";
}

std::string bearing_number(Angle true_bearing, North north, std::optional<Angle> declination)
{
    const long whole = std::lround(told_bearing_deg(true_bearing, north, declination));
    return fmt::format("{:03}", whole == 0 ? 360 : whole);
}

std::string bearing_text(Angle true_bearing, North north, std::optional<Angle> declination)
{
    const bool magnetic = north == North::magnetic && declination;
    return bearing_number(true_bearing, north, declination) + (magnetic ? "°M" : "°T");
}

std::string short_duration(double s)
{
    const long tenths = std::lround(std::abs(s) * 10);
    const std::string sign = s < 0 && tenths > 0 ? "−" : "";
    if (tenths < 1200)
        return fmt::format("{}{}.{} s", sign, tenths / 10, tenths % 10);
    const long whole = std::lround(std::abs(s));
    if (whole < 3600)
        return fmt::format("{}{} min {:02} s", sign, whole / 60, whole % 60);
    return fmt::format("{}{} h {:02} min", sign, whole / 3600, whole / 60 % 60);
}

std::string place_text(LengthUnit unit, LonLat place)
{
    const double lon = wrapped_lon(place.lon_deg);
    const char *north = place.lat_deg < 0 ? "S" : "N", *east = lon < 0 ? "W" : "E";
    if (is_nautical(unit))
        return degrees_and_minutes(place.lat_deg, 2) + north + " " + degrees_and_minutes(lon, 3) + east;
    return fmt::format("{:.4f}°{} {:.4f}°{}", std::abs(place.lat_deg), north, std::abs(lon), east);
}

std::string count_text(std::size_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string first_words(std::string_view text, std::size_t letters)
{
    const auto begins_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    std::size_t count = 0, last_space = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!begins_letter(text[i]))
            continue;
        if (++count > letters)
            return std::string{text.substr(0, last_space > 0 ? last_space : i)} + "…";
        if (text[i] == ' ')
            last_space = i;
    }
    return std::string{text};
}

}  // namespace incursion
