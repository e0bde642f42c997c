#include "sim/io/csv_time.h"

#include <charconv>
#include <cstdlib>
#include <limits>
#include <string>

#include <fmt/format.h>

namespace incursion {

namespace {

/// digits * 10^(point - number of digits).
struct Decimal {
    bool negative = false;
    std::string digits;  ///< without leading zeros; empty for zero
    long point = 0;      ///< how many digits stand before the decimal point
};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The exponent after `e`, up to four digits.
std::optional<int> parse_exponent(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc{} || end != text.data() + text.size() || std::abs(exponent) > 9999)
        return std::nullopt;
    return exponent;
}

std::optional<Decimal> parse_decimal(std::string_view text)
{
    Decimal decimal;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        decimal.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool any = false;
    bool after_point = false;
    std::size_t i = 0;
    for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !after_point)); ++i) {
        if (text[i] == '.') {
            after_point = true;
            continue;
        }
        any = true;
        if (text[i] != '0' || !decimal.digits.empty()) {
            decimal.digits += text[i];
            decimal.point += after_point ? 0 : 1;
        } else if (after_point) {
            --decimal.point;
        }
    }
    if (!any)
        return std::nullopt;
    if (i == text.size())
        return decimal;
    const auto exponent = text[i] == 'e' || text[i] == 'E' ? parse_exponent(text.substr(i + 1)) : std::nullopt;
    if (!exponent)
        return std::nullopt;
    decimal.point += *exponent;
    return decimal;
}

}  // namespace

std::optional<std::int64_t> scaled_decimal(std::string_view text, int power)
{
    const auto decimal = parse_decimal(text);
    if (!decimal)
        return std::nullopt;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const long whole_digits = decimal->digits.empty() ? 0 : decimal->point + power;
    std::int64_t value = 0;
    for (long i = 0; i < whole_digits; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::int64_t digit = at < decimal->digits.size() ? decimal->digits[at] - '0' : 0;
        if (value > (most - digit) / 10)
            return std::nullopt;
        value = value * 10 + digit;
    }
    const bool has_next = whole_digits >= 0 && static_cast<std::size_t>(whole_digits) < decimal->digits.size();
    if (has_next && decimal->digits[static_cast<std::size_t>(whole_digits)] >= '5') {
        if (value == most)
            return std::nullopt;
        ++value;
    }
    return decimal->negative ? -value : value;
}

Result<Time> parse_time_cell(std::string_view text, const TimeCells& cells)
{
    if (!parse_decimal(text)) {
        auto time = parse_time(text);
        if (!time && cells.utc)
            if (auto as_utc = parse_time(std::string{text} + "Z"))
                return as_utc;
        return time;
    }
    std::optional<int> power = cells.power;
    if (!power) {
        const auto size = scaled_decimal(text, 0);
        if (size && *size >= 100'000'000 && *size < 100'000'000'000)
            power = 9;
        else if (size && *size >= 100'000'000'000 && *size < 10'000'000'000'000)
            power = 6;
        else
            return Problem{fmt::format("'{}' may be seconds, milliseconds or something else; name the column time_s, "
                                       "time_ms, time_us or time_ns", text)};
    }
    const auto ns = scaled_decimal(text, *power);
    if (!ns)
        return Problem{fmt::format("'{}' lies beyond the years 1678 to 2261; does the column's name tell the right "
                                   "unit?", text)};
    return Time{Duration{*ns}};
}

}  // namespace incursion
