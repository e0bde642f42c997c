#include "sim/base/quantity.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "sim/base/units.h"

namespace incursion {

namespace {

struct Unit {
    std::string_view name;
    Dimension dimension;
    double si;  ///< one of it in SI units
};

constexpr double rad_per_deg = std::numbers::pi / 180;

constexpr std::array units{
    Unit{"m", Dimension::length, 1},
    Unit{"km", Dimension::length, 1000},
    Unit{"ft", Dimension::length, metres_per_foot},
    Unit{"nmi", Dimension::length, metres_per_nautical_mile},
    Unit{"mi", Dimension::length, metres_per_statute_mile},
    Unit{"m/s", Dimension::speed, 1},
    Unit{"km/h", Dimension::speed, mps_per_kmh},
    Unit{"kt", Dimension::speed, mps_per_knot},
    Unit{"ft/min", Dimension::speed, mps_per_foot_per_minute},
    Unit{"mph", Dimension::speed, metres_per_statute_mile / 3600},
    Unit{"deg", Dimension::angle, rad_per_deg},
    Unit{"rad", Dimension::angle, 1},
    Unit{"deg/s", Dimension::angular_rate, rad_per_deg},
    Unit{"m/s2", Dimension::acceleration, 1},
    Unit{"g", Dimension::acceleration, standard_gravity_mps2},
    Unit{"s", Dimension::time, 1},
    Unit{"ms", Dimension::time, 0.001},
    Unit{"min", Dimension::time, 60},
    Unit{"h", Dimension::time, 3600},
    Unit{"Hz", Dimension::frequency, 1},
    Unit{"kHz", Dimension::frequency, 1e3},
    Unit{"MHz", Dimension::frequency, 1e6},
    Unit{"kg", Dimension::mass, 1},
    Unit{"t", Dimension::mass, 1000},
    Unit{"lb", Dimension::mass, 0.45359237},
    Unit{"m2", Dimension::area, 1},
    Unit{"km2", Dimension::area, 1e6},
    Unit{"ft2", Dimension::area, metres_per_foot * metres_per_foot},
    Unit{"hPa", Dimension::pressure, 100},
    Unit{"mbar", Dimension::pressure, 100},
    Unit{"inHg", Dimension::pressure, 3386.389},  // at 0 C; NIST Special Publication 811, table B.9
};

const Unit* find_unit(std::string_view name)
{
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.name == name; });
    return found == units.end() ? nullptr : &*found;
}

std::string units_of(Dimension dimension)
{
    std::string names;
    for (const Unit& u : units)
        if (u.dimension == dimension)
            names += (names.empty() ? "" : ", ") + std::string{u.name};
    return names;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

}  // namespace

Result<double> parse_quantity(std::string_view text, Dimension dimension)
{
    const std::string_view content = trimmed(text);
    const bool plus = content.starts_with('+') && !content.starts_with("+-");
    const std::string_view digits = plus ? content.substr(1) : content;
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc::result_out_of_range)
        return Problem{fmt::format("'{}' is too large or too close to zero to be computed with", text)};
    if (error != std::errc{} || !std::isfinite(number))
        return Problem{fmt::format("'{}' does not begin with a number; write a number and a unit ({})", text,
                                   units_of(dimension))};
    const std::string_view name = trimmed(digits.substr(static_cast<std::size_t>(end - digits.data())));
    if (name.empty())
        return Problem{fmt::format("'{}' has no unit; add one of {}", text, units_of(dimension))};
    const Unit* unit = find_unit(name);
    if (unit == nullptr)
        return Problem{fmt::format("'{}' has the unknown unit '{}'; use one of {}", text, name, units_of(dimension))};
    if (unit->dimension != dimension)
        return Problem{fmt::format("'{}' is in {}, which does not fit here; use one of {}", text, name,
                                   units_of(dimension))};
    if (!std::isfinite(number * unit->si))
        return Problem{fmt::format("'{}' is too large or too close to zero to be computed with", text)};
    return number * unit->si;
}

namespace {

/// What the last digit that counts is worth: `1.36` 0.01, `19000` 1000, `2.5e3` 100.
double step_of(std::string_view number)
{
    const std::size_t exponent_at = std::min(number.find_first_of("eE"), number.size());
    std::string_view digits = number.substr(0, exponent_at);
    int exponent = 0;
    if (exponent_at < number.size()) {
        std::string_view power = number.substr(exponent_at + 1);
        if (power.starts_with('+'))
            power.remove_prefix(1);
        std::from_chars(power.data(), power.data() + power.size(), exponent);
    }
    if (const std::size_t point = digits.find('.'); point != std::string_view::npos)
        return std::pow(10.0, exponent - static_cast<int>(digits.size() - point - 1));
    const std::size_t last = digits.find_last_of("123456789");
    const std::size_t zeros = last == std::string_view::npos ? 0 : digits.size() - last - 1;
    return std::pow(10.0, exponent + static_cast<int>(zeros));
}

}  // namespace

Result<StatedQuantity> parse_stated_quantity(std::string_view text, Dimension dimension)
{
    const Result<double> value = parse_quantity(text, dimension);
    if (!value)
        return Problem{value.problem()};
    const std::string_view content = trimmed(text);
    double number = 0;
    const std::string_view digits = content.substr(content.starts_with('+') ? 1 : 0);
    const char* end = std::from_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const std::size_t length = static_cast<std::size_t>(end - digits.data());
    const Unit* unit = find_unit(trimmed(digits.substr(length)));
    return StatedQuantity{*value, step_of(digits.substr(0, length)) / 2 * unit->si};
}

std::string format_quantity(double si_value, std::string_view unit)
{
    const Unit* found = find_unit(unit);
    assert(found != nullptr);
    // 12 digits hide the last-bit noise of the conversion: 19000 ft is 5791.2 m and back 19000 ft.
    return fmt::format("{:.12g} {}", si_value / found->si, unit);
}

}  // namespace incursion
