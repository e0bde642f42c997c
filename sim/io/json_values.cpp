#include "sim/io/json_values.h"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace incursion {

void append_cell_text(const simdjson::dom::element& value, std::string& room)
{
    using simdjson::dom::element_type;
    switch (value.type()) {
    case element_type::STRING: {
        std::string_view text;
        if (value.get(text) == simdjson::SUCCESS)
            room += text;
        break;
    }
    case element_type::INT64: fmt::format_to(std::back_inserter(room), "{}", std::int64_t{value}); break;
    case element_type::UINT64: fmt::format_to(std::back_inserter(room), "{}", std::uint64_t{value}); break;
    case element_type::DOUBLE: fmt::format_to(std::back_inserter(room), "{}", double{value}); break;
    case element_type::BOOL: room += bool{value} ? "true" : "false"; break;
    default: break;
    }
}

std::optional<double> json_number(const simdjson::dom::element& value)
{
    double number = 0;
    if (value.get(number) != simdjson::SUCCESS || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<std::string_view> json_text(const simdjson::dom::object& object, std::string_view key)
{
    std::string_view text;
    if (object[key].get(text) != simdjson::SUCCESS)
        return std::nullopt;
    return text;
}

Result<Time> json_time(const simdjson::dom::element& value)
{
    constexpr std::size_t longest_time = 100;
    std::string text;
    append_cell_text(value, text);
    if (text.size() > longest_time)
        return Problem{"the time is far too long"};
    return parse_time_cell(text, {});
}

std::optional<JsonPosition> json_position(const simdjson::dom::element& value)
{
    simdjson::dom::array numbers;
    if (value.get(numbers) != simdjson::SUCCESS)
        return std::nullopt;
    JsonPosition position;
    int count = 0;
    for (const simdjson::dom::element each : numbers) {
        if (count == 3)
            break;
        const auto number = json_number(each);
        if (!number)
            return std::nullopt;
        if (count == 0)
            position.place.lon_deg = *number;
        else if (count == 1)
            position.place.lat_deg = *number;
        else
            position.altitude_m = number;
        ++count;
    }
    return count < 2 ? std::nullopt : std::optional{position};
}

}  // namespace incursion
