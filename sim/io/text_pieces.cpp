#include "sim/io/text_pieces.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "sim/io/utf8_text.h"
#include "sim/io/write_time.h"

namespace incursion {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Hands on every character, whole.
template <class Append>
void for_characters(std::string_view bytes, const Append& append)
{
    while (!bytes.empty()) {
        const std::size_t size = utf8_length(bytes);
        const auto first = static_cast<unsigned char>(bytes[0]);
        const bool control = size == 1 && ((first < 0x20 && first != '\t' && first != '\n') || first == 0x7F);
        append(size == 0 || control ? replacement_character : bytes.substr(0, size));
        bytes.remove_prefix(size == 0 ? 1 : size);
    }
}

}  // namespace

void append_piece(fmt::memory_buffer& text, std::string_view bytes)
{
    text.append(bytes.data(), bytes.data() + bytes.size());
}

void append_time(fmt::memory_buffer& text, Time time)
{
    std::array<char, longest_time_text> room{};
    text.append(room.data(), write_time(room.data(), time));
}

void append_decimal(fmt::memory_buffer& text, double number, int decimals)
{
    const std::size_t begin = text.size();
    fmt::format_to(fmt::appender{text}, "{:.{}f}", number, decimals);
    std::size_t end = text.size();
    if (decimals > 0) {
        while (text.data()[end - 1] == '0')
            --end;
        if (text.data()[end - 1] == '.')
            --end;
    }
    text.resize(end);
    if (std::string_view{text.data() + begin, end - begin} == "-0") {
        text.resize(begin);
        text.push_back('0');
    }
}

std::string decimal_text(double number, int decimals)
{
    fmt::memory_buffer text;
    append_decimal(text, number, decimals);
    return {text.data(), text.size()};
}

void append_clean_text(fmt::memory_buffer& text, std::string_view bytes)
{
    for_characters(bytes, [&](std::string_view character) { append_piece(text, character); });
}

void append_xml_text(fmt::memory_buffer& text, std::string_view bytes)
{
    for_characters(bytes, [&](std::string_view character) {
        append_piece(text, character == "&"    ? "&amp;"
                           : character == "<"  ? "&lt;"
                           : character == ">"  ? "&gt;"
                           : character == "\"" ? "&quot;"
                           // XML 1.0 allows neither of the two (section 2.2).
                           : character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF" ? replacement_character
                                                                                        : character);
    });
}

LonLat written_place(LonLat place)
{
    constexpr double parts = 1e8;
    const auto rounded_to_parts = [](double number) { return std::round(number * parts) / parts + 0.0; };
    // Rounding may reach 180 again.
    return {wrapped_lon(rounded_to_parts(wrapped_lon(place.lon_deg))), rounded_to_parts(place.lat_deg)};
}

}  // namespace incursion
