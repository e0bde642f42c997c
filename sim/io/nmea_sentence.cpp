#include "sim/io/nmea_sentence.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "sim/io/minute_angle.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

constexpr std::size_t address_letters = 5;

bool is_capital_or_digit(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// `GPGGA,`, but nothing of `P`, by which proprietary sentences begin.
bool begins_sentence(std::string_view text)
{
    return text.size() > address_letters && text[address_letters] == ',' && text.front() != 'P' &&
           std::all_of(text.begin(), text.begin() + address_letters, is_capital_or_digit);
}

/// From behind the `$` to the end of the line.
std::string_view sentence_of(std::string_view line)
{
    for (std::size_t at = line.find('$'); at != std::string_view::npos; at = line.find('$', at + 1))
        if (begins_sentence(line.substr(at + 1)))
            return line.substr(at + 1);
    return {};
}

/// Two hexadecimal digits.
bool is_checksum_of(std::string_view text, std::string_view digits)
{
    unsigned char sum = 0;
    for (const char c : text)
        sum = static_cast<unsigned char>(sum ^ static_cast<unsigned char>(c));
    unsigned stated = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), stated, 16);
    return digits.size() == 2 && error == std::errc{} && end == digits.data() + digits.size() && stated == sum;
}

std::optional<double> nmea_angle(std::string_view digits, std::string_view letter)
{
    const std::size_t point = std::min(digits.find('.'), digits.size());
    if (point < 3 || letter.size() != 1)
        return std::nullopt;
    const std::string_view decimals = point < digits.size() ? digits.substr(point + 1) : std::string_view{};
    return angle_of_minutes(digits.substr(0, point - 2), digits.substr(point - 2, 2), decimals, letter.front());
}

}  // namespace

NmeaLine find_nmea_sentence(std::string_view line, NmeaSentence& sentence)
{
    std::string_view text = trimmed(sentence_of(line));
    if (text.empty())
        return NmeaLine::other;
    const std::size_t star = text.find('*');
    sentence = {};
    if (star != std::string_view::npos) {
        if (!is_checksum_of(text.substr(0, star), text.substr(star + 1)))
            return NmeaLine::bad_checksum;
        sentence.has_checksum = true;
        text = text.substr(0, star);
    }
    if (std::any_of(text.begin(), text.end(), [](char c) { return c < ' ' || c > '~' || c == '$'; }))
        return NmeaLine::broken;
    for (std::string_view& field : sentence.fields) {
        const std::size_t comma = text.find(',');
        field = trimmed(text.substr(0, comma));
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
    }
    sentence.talker = sentence.fields[0].substr(0, 2);
    sentence.type = sentence.fields[0].substr(2);
    return NmeaLine::sentence;
}

std::optional<LonLat> nmea_place(const NmeaSentence& sentence, std::size_t first)
{
    const auto lat = nmea_angle(sentence.field(first), sentence.field(first + 1));
    const auto lon = nmea_angle(sentence.field(first + 2), sentence.field(first + 3));
    const std::string_view ns = sentence.field(first + 1);
    if (!lat || !lon || (ns != "N" && ns != "S") || sentence.field(first + 3) == "N" ||
        sentence.field(first + 3) == "S")
        return std::nullopt;
    return LonLat{*lon, *lat};
}

}  // namespace incursion
