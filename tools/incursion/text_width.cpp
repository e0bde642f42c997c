#include "tools/incursion/text_width.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace incursion {

namespace {

struct Range {
    char32_t first, last;
};

constexpr std::array no_width{Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},
                              Range{0x610, 0x61A},   Range{0x64B, 0x65F},   Range{0x1AB0, 0x1AFF},
                              Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F}, Range{0x202A, 0x202E},
                              Range{0x2060, 0x2064}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F},
                              Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}};

constexpr std::array double_width{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
                                  Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
                                  Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},
                                  Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

template <std::size_t N>
bool holds(const std::array<Range, N>& ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

/// The first character of a text that is not empty. Overlong forms and surrogates are not valid
/// (RFC 3629, section 4).
Character first_character(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes)
        return {};
    char32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80)
            return {};
        code = (code << 6) | (byte(i) & 0x3FU);
    }
    const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    if (overlong || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF)
        return {};
    return {code, bytes, true};
}

std::size_t width_of(char32_t code)
{
    return holds(no_width, code) ? 0 : holds(double_width, code) ? 2 : 1;
}

/// How many bytes of the text fit into so many columns; at least one character.
std::size_t bytes_within(std::string_view text, std::size_t width)
{
    std::size_t bytes = 0;
    std::size_t columns = 0;
    while (bytes < text.size()) {
        const Character c = first_character(text.substr(bytes));
        columns += width_of(c.code);
        if (columns > width && bytes > 0)
            break;
        bytes += c.bytes;
    }
    return bytes;
}

void wrap_line(std::vector<std::string>& lines, std::string_view text, std::size_t width)
{
    std::string line;
    while (!text.empty()) {
        const std::size_t start = text.find_first_not_of(' ');
        if (start == std::string_view::npos)
            break;
        text.remove_prefix(start);
        std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size());
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width)
            lines.push_back(std::exchange(line, {}));
        const bool is_address = word.find("://") != std::string_view::npos;
        while (line.empty() && !is_address && display_width(word) > width) {
            const std::size_t bytes = bytes_within(word, width);
            if (bytes == word.size())
                break;  // one character, wider than the line
            lines.emplace_back(word.substr(0, bytes));
            word.remove_prefix(bytes);
        }
        line += line.empty() ? "" : " ";
        line += word;
    }
    lines.push_back(line);
}

/// A word that is a unit, whatever punctuation stands behind it.
bool is_unit(std::string_view word)
{
    static constexpr std::array<std::string_view, 22> units{"m",   "km",   "ft", "nmi", "mi",  "s",  "ms", "µs",
                                                            "ns",  "min",  "h",  "m/s", "g",   "kt", "N",  "S",
                                                            "E",   "W",    "km/h", "deg", "TAS", "CAS"};
    while (!word.empty() && std::string_view{").,;:"}.find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    return std::find(units.begin(), units.end(), word) != units.end();
}

bool ends_in_number(std::string_view text)
{
    return text.ends_with("°") || (!text.empty() && text.back() >= '0' && text.back() <= '9');
}

}  // namespace

std::string with_bound_units(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        result += text.substr(0, space);
        if (space == std::string_view::npos)
            break;
        text.remove_prefix(space + 1);
        const bool bound = result.ends_with("±") || (ends_in_number(result) && is_unit(text.substr(0, text.find(' '))));
        result += bound ? "\u00A0" : " ";
    }
    return result;
}

std::string printable(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const Character c = first_character(text);
        if (!c.valid)
            result += "\uFFFD";
        else if (c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0))
            result += ' ';
        else
            result += text.substr(0, c.bytes);
        text.remove_prefix(c.bytes);
    }
    return result;
}

std::size_t display_width(std::string_view text)
{
    std::size_t columns = 0;
    while (!text.empty()) {
        const Character c = first_character(text);
        columns += width_of(c.code);
        text.remove_prefix(c.bytes);
    }
    return columns;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines;
    for (;;) {
        const std::size_t end = text.find('\n');
        wrap_line(lines, text.substr(0, end), std::max<std::size_t>(width, 1));
        if (end == std::string_view::npos)
            return lines;
        text.remove_prefix(end + 1);
    }
}

std::string padded(std::string text, std::size_t width)
{
    const std::size_t columns = display_width(text);
    return columns < width ? text.append(width - columns, ' ') : text;
}

std::string padded_left(std::string text, std::size_t width)
{
    const std::size_t columns = display_width(text);
    return columns < width ? std::string(width - columns, ' ') + text : text;
}

}  // namespace incursion
