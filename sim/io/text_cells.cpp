#include "sim/io/text_cells.h"

#include <cmath>
#include <string>

#include <fast_float/fast_float.h>

namespace incursion {

namespace {

constexpr std::size_t longest_instant = 100;

}  // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<double> parse_decimal_number(std::string_view text)
{
    std::string_view digits = trimmed(text);
    if (digits.starts_with('+') && !digits.starts_with("+-"))
        digits.remove_prefix(1);
    double value = 0;
    const auto [end, error] = fast_float::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

Result<Time> parse_time_text(std::string_view text, bool is_utc)
{
    const std::string_view instant = trimmed(text);
    if (instant.size() > longest_instant)
        return Problem{"the time is far too long"};
    auto time = parse_time(instant);
    if (!time && is_utc)
        if (auto as_utc = parse_time(std::string{instant} + "Z"))
            return as_utc;
    return time;
}

}  // namespace incursion
