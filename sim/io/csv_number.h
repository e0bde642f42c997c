#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <system_error>

#include <fast_float/fast_float.h>

#include "sim/io/csv_digits.h"

namespace incursion {

/// All powers of ten that are doubles.
inline constexpr std::array<double, 23> double_powers_of_ten{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                             1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                             1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// As read_number, for numbers of any length.
inline bool read_long_number(const char*& p, const char* end, double& number)
{
    const char* const begin = p;
    const bool negative = *p == '-';
    p += negative ? 1 : 0;
    DigitRun run;
    bool short_enough = read_digits(p, run);
    const unsigned whole = run.count;
    if (whole == 0)
        return false;
    if (short_enough && *p == '.') {
        ++p;
        short_enough = read_digits(p, run);
        if (short_enough && run.count == whole)
            return false;
    }
    // Both are then doubles without rounding, so one division rounds once (Clinger, "How to read floating point numbers
    // accurately", PLDI 1990, section 3).
    constexpr std::uint64_t exact = std::uint64_t{1} << 53U;
    if (short_enough && run.value <= exact && *p != 'e' && *p != 'E') {
        const auto mantissa = static_cast<double>(static_cast<std::int64_t>(run.value));
        const double value = run.count == whole ? mantissa : mantissa / double_powers_of_ten[run.count - whole];
        number = negative ? -value : value;
        return true;
    }
    const auto [behind, error] = fast_float::from_chars(begin, end, number);
    p = behind;
    return error == std::errc{} && std::isfinite(number);
}

/// Reads the decimal number at `p` and goes behind it: the nearest double, as parse_fix finds it. False, with `p`
/// anywhere, where none stands there, one is written in an unusual way (`+1`, `1.`), or it is not finite. `end` is that
/// of the text. REQUIRES: eight characters may be read wherever the number ends.
inline bool read_number(const char*& p, const char* end, double& number)
{
    // Most have less than eight digits before and behind the point: each part in one word, and both together below
    // 2^53, so that one division rounds once.
    const bool negative = *p == '-';
    const char* const first = p + (negative ? 1 : 0);
    const std::uint64_t values = eight_characters(first) ^ eight_of('0');
    const unsigned whole = leading_digits(values);
    if (whole - 1 >= 7 || first[whole] != '.')
        return read_long_number(p, end, number);
    const std::uint64_t decimals = eight_characters(first + whole + 1) ^ eight_of('0');
    const unsigned count = leading_digits(decimals);
    const char* const behind = first + whole + 1 + count;
    if (count - 1 >= 7 || *behind == 'e' || *behind == 'E')
        return read_long_number(p, end, number);
    const std::uint64_t mantissa = value_of_eight(values << (64 - 8 * whole)) * whole_powers_of_ten[count] +
                                   value_of_eight(decimals << (64 - 8 * count));
    const double value = static_cast<double>(static_cast<std::int64_t>(mantissa)) / double_powers_of_ten[count];
    number = negative ? -value : value;
    p = behind;
    return true;
}

}  // namespace incursion
