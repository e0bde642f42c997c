#include "sim/io/write_time.h"

#include <cstdint>

namespace incursion {

namespace {

/// The last `count` decimal digits of a number, with leading zeros.
char* write_digits(char* out, std::uint32_t number, std::size_t count)
{
    for (std::size_t i = count; i-- > 0; number /= 10)
        out[i] = static_cast<char>('0' + number % 10);
    return out + count;
}

}  // namespace

char* write_time(char* out, Time time)
{
    using namespace std::chrono;
    const sys_days day = floor<days>(time);
    const year_month_day date{day};
    // Counted from the epoch, because the first midnight itself is out of a Time's reach.
    std::int64_t ns = time.time_since_epoch().count() % nanoseconds{days{1}}.count();
    ns += ns < 0 ? nanoseconds{days{1}}.count() : 0;
    const auto second_of_day = static_cast<std::uint32_t>(ns / 1'000'000'000);
    const auto fraction_ns = static_cast<std::uint32_t>(ns % 1'000'000'000);

    out = write_digits(out, static_cast<std::uint32_t>(static_cast<int>(date.year())), 4);
    *out++ = '-';
    out = write_digits(out, static_cast<unsigned>(date.month()), 2);
    *out++ = '-';
    out = write_digits(out, static_cast<unsigned>(date.day()), 2);
    *out++ = 'T';
    out = write_digits(out, second_of_day / 3600, 2);
    *out++ = ':';
    out = write_digits(out, second_of_day / 60 % 60, 2);
    *out++ = ':';
    out = write_digits(out, second_of_day % 60, 2);
    *out++ = '.';
    out = fraction_ns % 1000 == 0 ? write_digits(out, fraction_ns / 1000, 6) : write_digits(out, fraction_ns, 9);
    *out++ = 'Z';
    return out;
}

}  // namespace incursion
