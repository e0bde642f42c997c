#include "tools/incursion/instant.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <system_error>
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

/// `step 3`, `step3`: its number; nothing for another word.
std::optional<std::size_t> step_number(std::string_view word)
{
    if (!word.starts_with("step"))
        return std::nullopt;
    word.remove_prefix(4);
    while (word.starts_with(' '))
        word.remove_prefix(1);
    while (word.ends_with(' '))
        word.remove_suffix(1);
    std::size_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    return read.ec == std::errc{} && read.ptr == word.data() + word.size() ? std::optional{number} : std::nullopt;
}

std::string no_such_step(std::size_t number, std::size_t count)
{
    return count == 0 ? "there are no steps here; they belong to a scenario with [[step]] and --tour"
                      : "there is no step " + std::to_string(number) + "; the tour has " + std::to_string(count);
}

Result<Time> with_time_added(Time base, std::string_view text, std::size_t sign)
{
    if (sign == std::string_view::npos)
        return base;
    const Result<double> added = parse_quantity(text.substr(sign + 1), Dimension::time);
    if (!added)
        return Problem{"'" + std::string{text} + "': " + added.problem()};
    return base + (text[sign] == '-' ? -seconds(added.value()) : seconds(added.value()));
}

}  // namespace

Result<Time> parse_instant(std::string_view text, const NamedInstants& named)
{
    if (is_time_of_day(text))
        return on_a_day_of(named.span, text);
    const std::size_t sign = text.find_first_of("+-");
    const std::string_view word = text.substr(0, sign);
    if (const auto number = step_number(word)) {
        if (*number >= 1 && *number <= named.steps.size())
            return with_time_added(named.steps[*number - 1], text, sign);
        return Problem{no_such_step(*number, named.steps.size())};
    }
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
    return with_time_added(*base, text, sign);
}

}  // namespace incursion
