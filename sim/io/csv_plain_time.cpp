#include "sim/io/csv_plain_time.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "sim/io/csv_digits.h"

namespace incursion {

namespace {

// Within these, no time of day leads out of what a Time can hold.
constexpr Time first_midnight{std::chrono::sys_days{std::chrono::year{1679} / 1 / 1}};
constexpr Time last_midnight{std::chrono::sys_days{std::chrono::year{2260} / 1 / 1}};
constexpr std::uint64_t most_ns = 9'000'000'000'000'000'000U;
/// Of numbers to be multiplied by a power of ten, by that power: below, nothing overflows.
constexpr std::array<std::uint64_t, 10> whole_limits = [] {
    std::array<std::uint64_t, 10> limits{};
    for (std::size_t power = 0; power < limits.size(); ++power)
        limits[power] = most_ns / whole_powers_of_ten[power];
    return limits;
}();

/// The power of ten that makes a number nanoseconds, for numbers of that many whole ones (see parse_time_cell); nothing
/// where it is unclear, or where decimals could decide.
std::optional<int> power_by_size(std::uint64_t whole)
{
    if (whole >= 100'000'000 && whole < 99'999'999'999)
        return 9;
    return whole >= 100'000'000'000 && whole < 9'999'999'999'999 ? std::optional{6} : std::nullopt;
}

/// `hh:mm:ss` in nanoseconds since midnight; nothing for anything else.
std::optional<std::int64_t> time_of_day_ns(const char* p)
{
    const std::uint64_t values = eight_characters(p) ^ 0x30303A30303A3030U;  // "00:00:00"
    // More than 9 for a digit, more than 0 for a colon.
    if ((((values + 0x76767F76767F7676U) | values) & 0x8080808080808080U) != 0)
        return std::nullopt;
    const std::uint64_t pairs = values * 10 + (values >> 8U);
    const auto pair = [&](unsigned byte) { return static_cast<std::int64_t>((pairs >> (8 * byte)) & 0xFFU); };
    const std::int64_t h = pair(0), min = pair(3), s = pair(6);
    if (h > 23 || min > 59 || s > 59)
        return std::nullopt;
    return ((h * 60 + min) * 60 + s) * 1'000'000'000;
}

}  // namespace

bool PlainTimes::read(const char*& p, char delimiter, Time& time)
{
    return p[4] == '-' && p[3] >= '0' ? read_text(p, delimiter, time) : read_number(p, time);
}

bool PlainTimes::read_number(const char*& p, Time& time) const
{
    DigitRun whole, decimals;
    if (!read_digits(p, whole) || whole.count == 0)
        return false;
    const std::optional<int> known_power = cells_.power ? cells_.power : power_by_size(whole.value);
    if (!known_power)
        return false;
    const auto power = static_cast<unsigned>(*known_power);
    if (*p == '.') {
        ++p;
        if (!read_digits(p, decimals) || decimals.count == 0 || decimals.count > power)
            return false;
    }
    const std::uint64_t unit = whole_powers_of_ten[power];
    if (whole.value >= whole_limits[power])
        return false;
    const std::uint64_t part = decimals.value * whole_powers_of_ten[power - decimals.count];
    time = Time{Duration{static_cast<std::int64_t>(whole.value * unit + part)}};
    return true;
}

bool PlainTimes::read_text(const char*& p, char delimiter, Time& time)
{
    if (!read_date(p) || (p[10] != 'T' && p[10] != ' ' && p[10] != 't'))
        return false;
    const auto since_midnight = time_of_day_ns(p + 11);
    if (!since_midnight)
        return false;
    std::int64_t ns = *since_midnight;
    p += 19;
    if (*p == '.') {
        ++p;
        DigitRun decimals;
        if (!read_digits(p, decimals) || decimals.count == 0 || decimals.count > 9)
            return false;
        ns += static_cast<std::int64_t>(decimals.value * whole_powers_of_ten[9 - decimals.count]);
    }
    if (*p == 'Z' || *p == 'z')
        ++p;
    else if (!cells_.utc || (*p != delimiter && *p != '\n' && *p != '\r'))
        return false;
    time = midnight_ + Duration{ns};
    return true;
}

/// Makes midnight_ that of the date at `p`.
bool PlainTimes::read_date(const char* p)
{
    if (std::memcmp(p, date_.data(), date_.size()) == 0)
        return true;
    const auto midnight = parse_time(std::string{p, date_.size()} + "T00:00:00Z");
    if (!midnight || *midnight < first_midnight || *midnight > last_midnight)
        return false;
    std::memcpy(date_.data(), p, date_.size());
    midnight_ = *midnight;
    return true;
}

}  // namespace incursion
