#include "sim/io/utf8_text.h"

#include <cstdint>

namespace incursion {

std::size_t utf8_length(std::string_view text)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) : 0U;
    };
    const std::uint32_t first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (length == 1)
        return 1;
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
        code = code << 6U | (byte(i) & 0x3FU);
    }
    const bool is_short = code < (length == 2 ? 0x80U : length == 3 ? 0x800U : 0x10000U);
    const bool is_half = code >= 0xD800U && code < 0xE000U;
    return first < 0xC0 || first > 0xF4 || is_short || is_half || code > 0x10FFFFU ? 0 : length;
}

std::string as_utf8(std::string_view text)
{
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t length = utf8_length(rest);
        if (length > 0) {
            rest.remove_prefix(length);
            continue;
        }
        std::string result;
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            if (code >= 0x80) {
                result += static_cast<char>(0xC0U | code >> 6U);
                result += static_cast<char>(0x80U | (code & 0x3FU));
            } else {
                result += c;
            }
        }
        return result;
    }
    return std::string{text};
}

}  // namespace incursion
