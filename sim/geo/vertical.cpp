#include "sim/geo/vertical.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "sim/base/quantity.h"
#include "sim/base/units.h"

namespace incursion {

namespace {

/// ASCII only: what toupper does hangs on the locale.
std::string upper(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

std::string lower(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

bool take_suffix(std::string& text, std::string_view suffix)
{
    if (!text.ends_with(suffix))
        return false;
    text.resize(text.size() - suffix.size());
    return true;
}

Result<VerticalLimit> parse_flight_level(std::string_view digits, std::string_view whole)
{
    while (digits.starts_with(' '))
        digits.remove_prefix(1);
    int level = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), level);
    if (error != std::errc{} || end != digits.data() + digits.size() || level < 0 || level > 999)
        return Problem{fmt::format("'{}' is not a flight level; write FL and up to three digits, as FL195", whole)};
    return VerticalLimit{FlightLevel{level}};
}

/// Feet where they come out whole, else metres: 5791.2 m is `19000 ft`, 5800 m is `5800 m`.
std::string format_height(double m)
{
    const double feet = m / metres_per_foot;
    const bool whole_feet = std::abs(feet) < 1e6 && std::abs(feet - std::round(feet)) < 1e-6;
    return format_quantity(m, m != 0 && whole_feet ? "ft" : "m");
}

}  // namespace

Result<VerticalLimit> parse_vertical_limit(std::string_view text)
{
    std::string_view content = text;
    while (content.starts_with(' '))
        content.remove_prefix(1);
    while (content.ends_with(' '))
        content.remove_suffix(1);
    const std::string word = upper(content);
    if (word == "SFC" || word == "SURFACE" || word == "GND")
        return VerticalLimit{Surface{}};
    if (word == "UNL" || word == "UNLIMITED" || word == "UNLTD")
        return VerticalLimit{Unlimited{}};
    if (word.starts_with("FL"))
        return parse_flight_level(std::string_view{word}.substr(2), text);

    std::string datum = word;
    const bool above_ground = take_suffix(datum, "AGL") || take_suffix(datum, "GND");
    if (!above_ground && !take_suffix(datum, "AMSL"))
        take_suffix(datum, "MSL");
    const auto height = parse_quantity(lower(datum), Dimension::length);  // every unit of length is lower case
    if (!height)
        return Problem{fmt::format("'{}' is not a vertical limit; write a height with its unit and datum as "
                                   "'1500 ft AGL' or '19000 ft', or FL195, surface, unlimited",
                                   text)};
    return above_ground ? VerticalLimit{Agl{*height}} : VerticalLimit{Msl{*height}};
}

std::string format_vertical_limit(const VerticalLimit& limit)
{
    struct Formatter {
        std::string operator()(Surface) const { return "surface"; }
        std::string operator()(Msl h) const { return format_height(h.m); }
        std::string operator()(Agl h) const { return format_height(h.m) + " AGL"; }
        std::string operator()(FlightLevel l) const { return fmt::format("FL{:03}", l.hundreds_of_feet); }
        std::string operator()(Unlimited) const { return "unlimited"; }
    };
    return std::visit(Formatter{}, limit);
}

std::string_view name_of(AltitudeDatum datum)
{
    switch (datum) {
    case AltitudeDatum::msl: return "msl";
    case AltitudeDatum::pressure: return "pressure";
    case AltitudeDatum::ellipsoid: return "ellipsoid";
    }
    return "";
}

}  // namespace incursion
