#include "tools/incursion/instant.h"

#include <array>
#include <chrono>
#include <string>
#include <utility>

#include "sim/base/quantity.h"

namespace incursion {

namespace {

constexpr std::string_view forms =
    "write 2015-11-24T07:24:05Z, a time of day as 07:24:05, or start, end, entry, exit or closest, with or without "
    "a time added: entry-90s";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_time_of_day(std::string_view text)
{
    return text.size() >= 8 && is_digit(text[0]) && is_digit(text[1]) && text[2] == ':' && text[5] == ':';
}

/// That time of day on the day of the start, or on a later one that the span holds.
Result<Time> on_a_day_of(TimeSpan span, std::string_view text)
{
    const auto day = std::chrono::floor<std::chrono::days>(span.from);
    const std::string clock{text.ends_with('Z') ? text.substr(0, text.size() - 1) : text};
    const Result<Time> first = parse_time(format_time(day).substr(0, 11) + clock + "Z");
    if (!first)
        return Problem{first.problem()};
    for (Time time = first.value(); time <= span.to; time += std::chrono::days{1})
        if (time >= span.from)
            return time;
    return first.value();
}

std::optional<Time> instant_of_word(std::string_view word, const NamedInstants& named, bool& is_word)
{
    const std::array words{std::pair{std::string_view{"start"}, std::optional{named.span.from}},
                           std::pair{std::string_view{"end"}, std::optional{named.span.to}},
                           std::pair{std::string_view{"entry"}, named.entry},
                           std::pair{std::string_view{"exit"}, named.exit},
                           std::pair{std::string_view{"closest"}, named.closest}};
    for (const auto& [name, time] : words)
        if (word == name) {
            is_word = true;
            return time;
        }
    return std::nullopt;
}

}  // namespace

Result<Time> parse_instant(std::string_view text, const NamedInstants& named)
{
    if (is_time_of_day(text))
        return on_a_day_of(named.span, text);
    const std::size_t sign = text.find_first_of("+-");
    const std::string_view word = text.substr(0, sign);
    bool is_word = false;
    const auto base = instant_of_word(word, named, is_word);
    if (!is_word) {
        const Result<Time> time = parse_time(text);
        if (time || text.find('T') != std::string_view::npos)
            return time;
        return Problem{"'" + std::string{text} + "' is no instant; " + std::string{forms}};
    }
    if (!base)
        return Problem{"there is no '" + std::string{word} +
                       "' here: no aircraft that is shown comes into foreign "
                       "airspace; " +
                       std::string{forms}};
    if (sign == std::string_view::npos)
        return *base;
    const Result<double> added = parse_quantity(text.substr(sign + 1), Dimension::time);
    if (!added)
        return Problem{"'" + std::string{text} + "': " + added.problem()};
    return *base + (text[sign] == '-' ? -seconds(added.value()) : seconds(added.value()));
}

}  // namespace incursion
