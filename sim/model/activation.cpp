#include "sim/model/activation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/model/activation_bounds.h"

namespace incursion {

namespace {

constexpr std::array<std::string_view, 7> day_names{"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
constexpr std::uint8_t every_day = 0x7f;
constexpr Duration whole_day = std::chrono::hours{24};

/// What the hours are within the window, one span for each day.
void add_hours(const WeeklyHours& hours, const TimeSpan& window, std::vector<TimeSpan>& spans)
{
    using namespace std::chrono;
    const TimeSpan bounds = hours.within.empty() ? window : common_span(window, hours.within);
    if (bounds.empty())
        return;
    // Two days off either end of what an instant can be, so that no sum below leaves it.
    const sys_days first = std::max(floor<days>(bounds.from) - days{1}, ceil<days>(Time::min()));
    const sys_days last = std::min(floor<days>(bounds.to), floor<days>(Time::max()) - days{2});
    const Duration length = hours.to - hours.from + (hours.to > hours.from ? Duration{0} : whole_day);
    for (sys_days day = first; day <= last; day += days{1}) {
        if ((hours.days >> (weekday{day}.iso_encoding() - 1) & 1) == 0)
            continue;
        const Time from = Time{day} + hours.from;
        const TimeSpan part = common_span({from, from + length}, bounds);
        if (!part.empty())
            spans.push_back(part);
    }
}

std::string_view without_blanks(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? "" : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

/// ASCII only: what toupper does hangs on the locale.
std::string in_capitals(std::string_view text)
{
    std::string result{text};
    for (char& c : result)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return result;
}

Problem bad_activation(std::string_view text, std::string_view why)
{
    return Problem{
        fmt::format("'{}' does not tell when an airspace is active: {}; write spans as "
                    "2023-12-16T12:00Z/2023-12-16T13:00Z and weekly hours in UTC as MON-FRI 08:00-16:00, apart by "
                    "';', or never",
                    text, why)};
}

/// `2023-12-16T12:00Z`: an instant of RFC 3339 whose seconds may be absent.
Result<Time> parse_end(std::string_view text)
{
    std::string whole{without_blanks(text)};
    constexpr std::size_t up_to_minutes = 16;
    if (whole.size() == up_to_minutes || (whole.size() > up_to_minutes && whole[up_to_minutes] != ':'))
        whole.insert(up_to_minutes, ":00");
    return parse_time(whole);
}

Result<TimeSpan> parse_span(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return Problem{fmt::format("'{}' is no span from one instant to another", text)};
    const auto from = parse_end(text.substr(0, slash));
    const auto to = parse_end(text.substr(slash + 1));
    if (!from || !to)
        return Problem{!from ? from.problem() : to.problem()};
    if (!(*from < *to))
        return Problem{fmt::format("'{}' ends before it begins", text)};
    return TimeSpan{*from, *to};
}

std::optional<int> day_of(std::string_view name)
{
    const auto found = std::find(day_names.begin(), day_names.end(), name);
    return found == day_names.end() ? std::nullopt : std::optional{static_cast<int>(found - day_names.begin())};
}

/// `MON` or `FRI-MON`, in capitals.
Result<std::uint8_t> parse_days(std::string_view word)
{
    const std::size_t dash = word.find('-');
    const auto first = day_of(word.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : day_of(word.substr(dash + 1));
    if (!first || !last)
        return Problem{fmt::format("'{}' is no day; the days are {}", word, fmt::join(day_names, " "))};
    unsigned days = 0;
    for (int day = *first;; day = (day + 1) % 7) {
        days |= 1U << day;
        if (day == *last)
            return static_cast<std::uint8_t>(days);
    }
}

/// `08:00`, and `24:00` where a day may end.
std::optional<Duration> parse_hour(std::string_view text, bool is_end)
{
    if (is_end && (text == "24:00" || text == "24:00:00"))
        return whole_day;
    const auto time = parse_time(fmt::format("1970-01-01T{}{}Z", text, text.size() == 5 ? ":00" : ""));
    return time ? std::optional{time->time_since_epoch()} : std::nullopt;
}

/// Takes the first word off, in capitals.
std::string take_word(std::string_view& rest)
{
    rest = without_blanks(rest);
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n"));
    rest.remove_prefix(word.size());
    return in_capitals(word);
}

Result<WeeklyHours> parse_hours(std::string_view item)
{
    WeeklyHours hours;
    std::string_view rest = item;
    std::string word = take_word(rest);
    for (; !word.empty() && !(word[0] >= '0' && word[0] <= '9'); word = take_word(rest)) {
        const auto days = parse_days(word);
        if (!days)
            return Problem{days.problem()};
        hours.days |= *days;
    }
    if (hours.days == 0)
        hours.days = every_day;
    const std::size_t dash = word.find('-');
    const auto from = parse_hour(std::string_view{word}.substr(0, dash), false);
    const auto to =
        dash == std::string::npos ? std::nullopt : parse_hour(std::string_view{word}.substr(dash + 1), true);
    if (!from || !to)
        return Problem{word.empty() ? "its days name no hours; all day is 00:00-24:00"
                                    : fmt::format("'{}' are no hours of a day", word)};
    hours.from = *from;
    hours.to = *to;
    rest = without_blanks(rest);
    if (!rest.empty()) {
        const auto within = parse_span(rest);
        if (!within)
            return Problem{within.problem()};
        hours.within = *within;
    }
    return hours;
}

bool begins_with_date(std::string_view item)
{
    return item.size() > 4 && item[0] >= '0' && item[0] <= '9' && item[4] == '-' && item[2] != ':';
}

/// `12:00`, with seconds and decimals only where they say something.
std::string format_clock(Time time)
{
    std::string text = format_time_of_day(time, 9);
    const std::size_t last = text.find_last_not_of('0');
    if (last >= 9)  // a decimal
        text.resize(last + 1);
    else
        text.resize(text.substr(5, 3) == ":00" ? 5 : 8);
    return text;
}

std::string format_span(const TimeSpan& span)
{
    const auto end = [](Time time) {
        return fmt::format("{}T{}Z", format_time(time).substr(0, 10), format_clock(time));
    };
    return end(span.from) + '/' + end(span.to);
}

/// `MON-FRI `, with its blank; nothing where it is every day.
std::string format_days(std::uint8_t days)
{
    std::string text;
    for (std::size_t first = 0; days != every_day && first < 7; ++first) {
        if ((days >> first & 1) == 0)
            continue;
        std::size_t last = first;
        while (last + 1 < 7 && (days >> (last + 1) & 1) != 0)
            ++last;
        text += fmt::format("{}{}{} ", day_names[first],
                            last > first + 1 ? "-"
                            : last > first   ? " "
                                             : "",
                            last > first ? day_names[last] : "");
        first = last;
    }
    return text;
}

}  // namespace

std::vector<TimeSpan> active_within(const Activation& activation, const TimeSpan& window)
{
    std::vector<TimeSpan> spans;
    for (const TimeSpan& span : activation.spans)
        if (const TimeSpan part = common_span(span, window); !part.empty())
            spans.push_back(part);
    for (const WeeklyHours& hours : activation.weekly)
        add_hours(hours, window, spans);
    std::sort(spans.begin(), spans.end());
    std::vector<TimeSpan> joined;
    for (const TimeSpan& span : spans) {
        if (!joined.empty() && span.from <= joined.back().to)
            joined.back().to = std::max(joined.back().to, span.to);
        else
            joined.push_back(span);
    }
    return joined;
}

Result<Activation> parse_activation(std::string_view text)
{
    Activation activation;
    if (in_capitals(without_blanks(text)) == "NEVER")
        return activation;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(';', from), text.size());
        const std::string_view item = without_blanks(text.substr(from, end - from));
        from = end + 1;
        if (item.empty())
            return bad_activation(text, text.empty() ? "it is empty" : "nothing stands before or behind a ';'");
        if (begins_with_date(item)) {
            const auto span = parse_span(item);
            if (!span)
                return bad_activation(text, span.problem());
            activation.spans.push_back(*span);
        } else {
            const auto hours = parse_hours(item);
            if (!hours)
                return bad_activation(text, hours.problem());
            activation.weekly.push_back(*hours);
        }
    }
    return activation;
}

std::string format_activation(const Activation& activation)
{
    std::vector<std::string> items;
    for (const TimeSpan& span : activation.spans)
        items.push_back(format_span(span));
    for (const WeeklyHours& hours : activation.weekly) {
        if (hours.days == 0)
            continue;
        const std::string to = hours.to == whole_day ? "24:00" : format_clock(Time{hours.to});
        items.push_back(fmt::format("{}{}-{}{}{}", format_days(hours.days), format_clock(Time{hours.from}), to,
                                    hours.within.empty() ? "" : " ",
                                    hours.within.empty() ? "" : format_span(hours.within)));
    }
    return items.empty() ? "never" : fmt::format("{}", fmt::join(items, "; "));
}

}  // namespace incursion
