#include "sim/io/asterix_report.h"

#include <cmath>

#include <fmt/format.h>

namespace incursion {

namespace {

/// Of six bits; nothing for codes that are no character.
std::optional<char> callsign_character(std::uint64_t code)
{
    if (code >= 1 && code <= 26)
        return static_cast<char>('A' + static_cast<char>(code - 1));
    if (code >= 48 && code <= 57)
        return static_cast<char>('0' + static_cast<char>(code - 48));
    // 0 is no character by the table, but what many fill up with.
    if (code == 32 || code == 0)
        return ' ';
    return std::nullopt;
}

}  // namespace

std::string text_of(AsterixSource source)
{
    return fmt::format("{}/{}", source.area, source.system);
}

AsterixSource asterix_source(std::string_view item_010)
{
    if (item_010.size() < 2)
        return {};
    return {static_cast<std::uint8_t>(item_010[0]), static_cast<std::uint8_t>(item_010[1])};
}

std::optional<Duration> asterix_time(std::string_view octets)
{
    constexpr std::int64_t unit_ns = 1'000'000'000 / 128;
    if (octets.empty())
        return std::nullopt;
    return Duration{static_cast<std::int64_t>(big_endian(octets)) * unit_ns};
}

std::optional<LonLat> asterix_place(std::string_view octets, int exponent)
{
    if (octets.empty())
        return std::nullopt;
    const std::size_t half = octets.size() / 2;
    // Exact: at most 40 bits times a power of two.
    const auto degrees = [&](std::string_view part) {
        return std::ldexp(180.0 * static_cast<double>(twos_complement(part)), -exponent);
    };
    return LonLat{degrees(octets.substr(half)), degrees(octets.substr(0, half))};
}

std::string asterix_callsign(std::string_view octets)
{
    std::string text;
    if (octets.size() != 6)
        return text;
    const std::uint64_t bits = big_endian(octets);
    for (int place = 7; place >= 0; --place) {
        const auto character = callsign_character(bits >> static_cast<unsigned>(6 * place) & 0x3FU);
        if (!character)
            return {};
        text += *character;
    }
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool asterix_bit(std::string_view octets, std::size_t octet, int bit)
{
    if (octet >= octets.size())
        return false;
    const unsigned value = static_cast<std::uint8_t>(octets[octet]);
    return (value >> static_cast<unsigned>(bit - 1) & 1U) != 0;
}

std::optional<ToldSite> site_of_034(const AsterixRecord& record)
{
    const std::string_view position = record[120];
    if (position.empty())
        return std::nullopt;
    const LonLat place = *asterix_place(position.substr(2), 23);
    if (!is_valid(place))
        return std::nullopt;
    return ToldSite{asterix_source(record[10]), place, static_cast<double>(twos_complement(position.substr(0, 2)))};
}

}  // namespace incursion
