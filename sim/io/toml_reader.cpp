#include "sim/io/toml_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

std::optional<double> number_in(const TomlValue& value)
{
    if (const auto* real = std::get_if<double>(&value.content))
        return *real;
    if (const auto* whole = std::get_if<std::int64_t>(&value.content))
        return static_cast<double>(*whole);
    return std::nullopt;
}

std::string example_of(Dimension dimension)
{
    switch (dimension) {
    case Dimension::length: return "19000 ft";
    case Dimension::speed: return "230 m/s";
    case Dimension::angle: return "203 deg";
    case Dimension::angular_rate: return "90 deg/s";
    case Dimension::acceleration: return "0.3 g";
    case Dimension::time: return "17 s";
    case Dimension::frequency: return "121.5 MHz";
    case Dimension::mass: return "33325 kg";
    case Dimension::area: return "55 m2";
    case Dimension::pressure: return "1013.25 hPa";
    }
    return "";
}

/// What is wrong with a pair of numbers as a position.
std::optional<std::string> problem_of(LonLat p)
{
    if (!std::isfinite(p.lon_deg) || !std::isfinite(p.lat_deg))
        return "longitude and latitude must be finite numbers";
    if (std::abs(p.lat_deg) > 90) {
        const bool swapped = std::abs(p.lon_deg) <= 90 && std::abs(p.lat_deg) <= 360;
        return fmt::format("latitude {} lies outside -90 to 90{}", p.lat_deg,
                           swapped ? "; a position is [longitude, latitude], are these two swapped?"
                                   : "; a position is [longitude, latitude] in degrees");
    }
    if (std::abs(p.lon_deg) > 360)
        return fmt::format("longitude {} lies outside -360 to 360; a position is [longitude, latitude] in degrees",
                           p.lon_deg);
    return std::nullopt;
}

}  // namespace

std::optional<std::string> TomlReader::text(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* text = std::get_if<std::string>(&value->content);
    if (text == nullptr) {
        wrong_kind(key, *value, "a text in quotes");
        return std::nullopt;
    }
    return *text;
}

std::optional<bool> TomlReader::flag(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* flag = std::get_if<bool>(&value->content);
    if (flag == nullptr) {
        wrong_kind(key, *value, "true or false");
        return std::nullopt;
    }
    return *flag;
}

std::optional<std::int64_t> TomlReader::integer(std::string_view key, Sign sign)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* whole = std::get_if<std::int64_t>(&value->content);
    if (whole == nullptr) {
        wrong_kind(key, *value, "a whole number");
        return std::nullopt;
    }
    return accept(key, static_cast<double>(*whole), sign) ? std::optional{*whole} : std::nullopt;
}

std::optional<double> TomlReader::number(std::string_view key, Sign sign)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto number = number_in(*value);
    if (!number) {
        wrong_kind(key, *value, "a number without a unit");
        return std::nullopt;
    }
    return accept(key, *number, sign) ? number : std::nullopt;
}

std::optional<double> TomlReader::quantity(std::string_view key, Dimension dimension, Sign sign)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* text = std::get_if<std::string>(&value->content);
    if (text == nullptr) {
        if (number_in(*value))
            error(key, fmt::format("a bare number has no unit; write it as a text with one, as \"{}\"",
                                   example_of(dimension)));
        else
            wrong_kind(key, *value, fmt::format("a text with number and unit, as \"{}\"", example_of(dimension)));
        return std::nullopt;
    }
    const auto parsed = parse_quantity(*text, dimension);
    if (!parsed) {
        error(key, parsed.problem());
        return std::nullopt;
    }
    return accept(key, *parsed, sign) ? std::optional{*parsed} : std::nullopt;
}

std::optional<double> TomlReader::load_factor(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* text = std::get_if<std::string>(&value->content);
    if (text == nullptr)
        return number(key);
    // parse_quantity knows `g` as an acceleration; the load factor is the number before it.
    if (!text->ends_with('g') || !parse_quantity(*text, Dimension::acceleration)) {
        error(key, fmt::format("'{}' is not a load factor; write a number, or a text in g, as \"2 g\"", *text));
        return std::nullopt;
    }
    const auto factor = parse_quantity(text->substr(0, text->size() - 1) + "m", Dimension::length);
    return factor ? std::optional{*factor} : std::nullopt;
}

std::optional<Time> TomlReader::time(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* instant = std::get_if<TomlInstant>(&value->content);
    if (instant == nullptr) {
        const bool quoted = std::holds_alternative<std::string>(value->content);
        wrong_kind(key, *value,
                   quoted ? "an instant without quotes, as 2015-11-24T07:24:05Z" : "an instant, as 2015-11-24T07:24:05Z");
        return std::nullopt;
    }
    const auto parsed = parse_time(instant->text);
    if (!parsed) {
        error(key, parsed.problem());
        return std::nullopt;
    }
    return *parsed;
}

std::optional<LonLat> TomlReader::position(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* array = std::get_if<TomlArray>(&value->content);
    const bool pair = array != nullptr && array->items.size() == 2;
    const auto lon = pair ? number_in(array->items[0]) : std::nullopt;
    const auto lat = pair ? number_in(array->items[1]) : std::nullopt;
    if (!lon || !lat) {
        error(key, "a position is two numbers in degrees: [longitude, latitude]");
        return std::nullopt;
    }
    const LonLat place{*lon, *lat};
    if (auto problem = problem_of(place)) {
        error(key, std::move(*problem));
        return std::nullopt;
    }
    return place;
}

std::vector<std::string> TomlReader::texts(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return {};
    const auto* array = std::get_if<TomlArray>(&value->content);
    if (array == nullptr) {
        wrong_kind(key, *value, "an array of texts");
        return {};
    }
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < array->items.size(); ++i) {
        const auto* text = std::get_if<std::string>(&array->items[i].content);
        if (text != nullptr)
            texts.push_back(*text);
        else
            diagnostics_->error(file_, array->items[i].line, fmt::format("{}[{}]", path_of(key), i),
                                fmt::format("a text in quotes is needed here, not {}", kind_of(array->items[i])));
    }
    return texts;
}

std::optional<std::size_t> TomlReader::choice(std::string_view key, std::initializer_list<std::string_view> choices)
{
    const auto text = this->text(key);
    if (!text)
        return std::nullopt;
    const auto found = std::find(choices.begin(), choices.end(), *text);
    if (found == choices.end()) {
        error(key, fmt::format("'{}' is none of: {}", *text, fmt::join(choices, ", ")));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - choices.begin());
}

std::string TomlReader::as_written(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return "";
    if (const auto* text = std::get_if<std::string>(&value->content))
        return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value->content))
        return fmt::format("{}", *whole);
    const auto number = number_in(*value);
    return number ? fmt::format("{}", *number) : "";
}

bool TomlReader::accept(std::string_view key, double value, Sign sign)
{
    if (!std::isfinite(value))
        error(key, "a finite number is needed");
    else if (sign == Sign::positive && !(value > 0))
        error(key, "this must be greater than zero");
    else if (sign == Sign::not_negative && value < 0)
        error(key, "this must not be negative");
    else
        return true;
    return false;
}

}  // namespace incursion
