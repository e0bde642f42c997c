#pragma once

#include <cstdint>
#include <string>

namespace incursion::test {

/// Little-endian.
inline std::string number(std::uint64_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> (8 * i) & 0xFF);
    return text;
}

inline std::string chunk(const std::string& name, const std::string& content)
{
    return name + number(content.size(), 4) + content + std::string(content.size() % 2, '\0');
}

inline std::string format_chunk(unsigned code, unsigned channels, unsigned rate_hz, unsigned bits)
{
    const unsigned frame = channels * bits / 8;
    return chunk("fmt ", number(code, 2) + number(channels, 2) + number(rate_hz, 4) +
                             number(std::uint64_t{rate_hz} * frame, 4) + number(frame, 2) + number(bits, 2));
}

/// A RIFF WAV file of these chunks.
inline std::string wav(const std::string& chunks)
{
    return "RIFF" + number(chunks.size() + 4, 4) + "WAVE" + chunks;
}

}  // namespace incursion::test
