#include "sim/base/time.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

namespace incursion {

namespace {

/// Walks through a text of fixed-width fields; any mismatch makes `ok` false for good.
struct FieldReader {
    std::string_view rest;
    bool ok = true;

    int digits(std::size_t count)
    {
        int value = 0;
        if (rest.size() < count)
            ok = false;
        for (std::size_t i = 0; ok && i < count; ++i) {
            const char c = rest[i];
            ok = c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        if (ok)
            rest.remove_prefix(count);
        return ok ? value : 0;
    }
    char one_of(std::string_view choices)
    {
        if (!ok || rest.empty() || choices.find(rest.front()) == std::string_view::npos) {
            ok = false;
            return 0;
        }
        const char c = rest.front();
        rest.remove_prefix(1);
        return c;
    }
};

/// Up to nine decimals as nanoseconds; more than nine are refused rather than rounded.
std::optional<std::int64_t> read_fraction(FieldReader& in)
{
    std::int64_t ns = 0;
    std::size_t n = 0;
    while (n < in.rest.size() && in.rest[n] >= '0' && in.rest[n] <= '9')
        ++n;
    if (n == 0 || n > 9)
        return std::nullopt;
    for (std::size_t i = 0; i < 9; ++i)
        ns = ns * 10 + (i < n ? in.rest[i] - '0' : 0);
    in.rest.remove_prefix(n);
    return ns;
}

Problem bad_time(std::string_view text, std::string_view why)
{
    return Problem{fmt::format("'{}' is not an instant: {}; write it as 2015-11-24T07:24:05Z", text, why)};
}

}  // namespace

Duration seconds(double s)
{
    // Apart, because the product of a date's seconds with 1e9 is rounded to hundreds of nanoseconds.
    const double whole = std::trunc(s);
    return std::chrono::seconds{static_cast<std::int64_t>(whole)} + Duration{std::llround((s - whole) * 1e9)};
}

double to_seconds(Duration d)
{
    return static_cast<double>(d.count()) / 1e9;
}

Result<Time> parse_time(std::string_view text)
{
    using namespace std::chrono;
    FieldReader in{text};
    const int y = in.digits(4);
    in.one_of("-");
    const int mo = in.digits(2);
    in.one_of("-");
    const int d = in.digits(2);
    in.one_of("Tt ");
    const int h = in.digits(2);
    in.one_of(":");
    const int mi = in.digits(2);
    in.one_of(":");
    const int s = in.digits(2);
    if (!in.ok)
        return bad_time(text, "a date and a time of day are needed");

    std::int64_t ns = 0;
    if (!in.rest.empty() && in.rest.front() == '.') {
        in.rest.remove_prefix(1);
        const auto fraction = read_fraction(in);
        if (!fraction)
            return bad_time(text, "seconds take one to nine decimals");
        ns = *fraction;
    }
    if (in.rest.empty())
        return bad_time(text, "it does not say Z (UTC) or an offset such as +02:00");

    minutes offset{0};
    const char zone = in.one_of("Zz+-");
    if (in.ok && (zone == '+' || zone == '-')) {
        const int oh = in.digits(2);
        in.one_of(":");
        const int om = in.digits(2);
        if (!in.ok || oh > 23 || om > 59)
            return bad_time(text, "the offset does not read +hh:mm");
        offset = hours{oh} + minutes{om};
        if (zone == '-')
            offset = -offset;
    }
    if (!in.ok || !in.rest.empty())
        return bad_time(text, "something follows the time of day");

    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok())
        return bad_time(text, "there is no such day");
    if (y < 1678 || y > 2261)
        return bad_time(text, "the year must lie between 1678 and 2261");
    if (h > 23 || mi > 59 || s > 59)
        return bad_time(text, "there is no such time of day");
    return Time{sys_days{date}} + hours{h} + minutes{mi} + std::chrono::seconds{s} + nanoseconds{ns} - offset;
}

std::string format_time_of_day(Time time, int decimals)
{
    using namespace std::chrono;
    nanoseconds since_midnight = time.time_since_epoch() % days{1};  // the first midnight itself is out of reach
    if (since_midnight < nanoseconds{0})
        since_midnight += days{1};
    const hh_mm_ss parts{since_midnight};
    std::string text = fmt::format("{:02}:{:02}:{:02}", parts.hours().count(), parts.minutes().count(),
                                   parts.seconds().count());
    if (decimals > 0) {
        const std::string digits = fmt::format("{:09}", parts.subseconds().count());
        text += '.';
        text += digits.substr(0, static_cast<std::size_t>(decimals));
    }
    return text;
}

std::string format_time(Time time)
{
    using namespace std::chrono;
    const year_month_day date{floor<days>(time)};
    const bool needs_nanoseconds = time.time_since_epoch().count() % 1000 != 0;
    return fmt::format("{:04}-{:02}-{:02}T{}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), format_time_of_day(time, needs_nanoseconds ? 9 : 6));
}

}  // namespace incursion
