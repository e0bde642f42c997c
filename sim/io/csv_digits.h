#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace incursion {

// Digits, eight characters at a time: their values worked out side by side in one 64-bit word. Everything here reads up
// to eight characters from where it stands, whatever they are.

/// The eight characters at `p`, the first in the lowest byte.
inline std::uint64_t eight_characters(const char* p)
{
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        word = __builtin_bswap64(word);
    return word;
}

/// One character in all eight places.
constexpr std::uint64_t eight_of(char c)
{
    return static_cast<unsigned char>(c) * 0x0101010101010101U;
}

/// Which byte is the first whose high bit is set in a word that has no other bits; 8 where none is.
inline unsigned first_marked(std::uint64_t marks)
{
    return static_cast<unsigned>(std::countr_zero(marks)) / 8;
}

/// High bits that mark the bytes that are zero. Right for the first one, and for whether there is one.
constexpr std::uint64_t mark_zeros(std::uint64_t word)
{
    return (word - 0x0101010101010101U) & ~word & 0x8080808080808080U;
}

/// The number that eight digits make; `values` holds 0 to 9 in each byte, the first digit in the lowest.
constexpr std::uint64_t value_of_eight(std::uint64_t values)
{
    const std::uint64_t pairs = values * 10 + (values >> 8U);  // in every other byte
    constexpr std::uint64_t every_fourth = 0x000000FF000000FFU;
    const std::uint64_t first = (pairs & every_fourth) * (100 + (std::uint64_t{1'000'000} << 32U));
    const std::uint64_t second = ((pairs >> 16U) & every_fourth) * (1 + (std::uint64_t{10'000} << 32U));
    return (first + second) >> 32U;
}

/// How many of eight characters are digits before the first that is none; `values` are the characters with the bits of
/// '0' turned.
inline unsigned leading_digits(std::uint64_t values)
{
    // 0x76 more than 9 sets the high bit; what has it set already is no digit either. A carry only reaches bytes behind
    // the first that is no digit.
    return first_marked(((values + eight_of(0x76)) | values) & 0x8080808080808080U);
}

inline constexpr std::array<std::uint64_t, 20> whole_powers_of_ten = [] {
    std::array<std::uint64_t, 20> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

/// Digits in a row, and the number they make.
struct DigitRun {
    std::uint64_t value = 0;
    unsigned count = 0;
};

inline constexpr unsigned most_digits = 19;  // of which none overflows 64 bits

/// Adds the digits at `p` to a run and goes behind them. False if there would be more than most_digits.
inline bool read_digits(const char*& p, DigitRun& run)
{
    for (;;) {
        const std::uint64_t values = eight_characters(p) ^ eight_of('0');
        const unsigned count = leading_digits(values);
        if (count == 0)
            return true;
        if (run.count + count > most_digits)
            return false;
        run.value = run.value * whole_powers_of_ten[count] + value_of_eight(values << (64 - 8 * count));
        run.count += count;
        p += count;
        if (count < 8)
            return true;
    }
}

}  // namespace incursion
