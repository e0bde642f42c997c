#include "sim/io/day_clock.h"

#include <charconv>

namespace incursion {

namespace {

// Keeps what is no recording within the years that a Time holds: half a century.
constexpr std::int64_t most_days = 20'000;

bool are_digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Of two digits at a place that is there.
unsigned two_digits(std::string_view digits, std::size_t place)
{
    return static_cast<unsigned>((digits[place] - '0') * 10 + (digits[place + 1] - '0'));
}

}  // namespace

std::optional<unsigned> number_of_digits(std::string_view digits)
{
    constexpr std::size_t most_digits_of_32_bits = 9;
    unsigned number = 0;
    if (!are_digits(digits) || digits.size() > most_digits_of_32_bits)
        return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<std::chrono::sys_days> day_of_short_year(unsigned day, unsigned month, unsigned year)
{
    constexpr unsigned first_year_of_gps = 80;
    const int full = static_cast<int>(year) + (year >= first_year_of_gps ? 1900 : 2000);
    const std::chrono::year_month_day date{std::chrono::year{full}, std::chrono::month{month}, std::chrono::day{day}};
    if (year > 99 || !date.ok())
        return std::nullopt;
    return std::chrono::sys_days{date};
}

std::optional<std::chrono::sys_days> day_of_digits(std::string_view digits)
{
    if (digits.size() != 6 || !are_digits(digits))
        return std::nullopt;
    return day_of_short_year(two_digits(digits, 0), two_digits(digits, 2), two_digits(digits, 4));
}

std::optional<Duration> time_of_day(std::string_view text)
{
    const std::string_view whole = text.substr(0, 6);
    if (whole.size() != 6 || !are_digits(whole))
        return std::nullopt;
    const unsigned hour = two_digits(whole, 0), minute = two_digits(whole, 2), second = two_digits(whole, 4);
    if (hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    Duration time = std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
    std::string_view decimals = text.substr(6);
    if (decimals.empty() || decimals == ".")
        return time;
    if (decimals.front() != '.' || !are_digits(decimals.substr(1)))
        return std::nullopt;
    decimals = decimals.substr(1, 9);
    std::int64_t unit = 100'000'000;
    for (const char c : decimals) {
        time += Duration{unit * (c - '0')};
        unit /= 10;
    }
    return time;
}

std::int64_t DayClock::day_of(Duration time)
{
    if (!last_) {
        last_ = time;
        return day_;
    }
    const Duration ahead = time - *last_;
    if (ahead > std::chrono::hours{23} && day_ > 0)
        return day_ - 1;
    const bool comes_back = before_leap_ && time >= *before_leap_ && time - *before_leap_ < std::chrono::hours{1};
    if (ahead < -std::chrono::hours{12} && !comes_back && day_ < most_days)
        ++day_;
    before_leap_ = ahead > std::chrono::hours{6} ? last_ : std::nullopt;
    last_ = time;
    return day_;
}

}  // namespace incursion
