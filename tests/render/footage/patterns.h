#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace incursion::test {

using Bytes = std::vector<std::uint8_t>;

/// Soft colours over which a bright disc moves from left to right by two pixels a frame: no two frames are alike, and
/// none equals itself turned upside down. Alpha is nonsense on purpose.
inline Bytes moving_pattern(int width_px, int height_px, int frame)
{
    Bytes rgba;
    for (int y = 0; y < height_px; ++y)
        for (int x = 0; x < width_px; ++x) {
            const double away = std::hypot(x - 20 - 2 * frame, y - height_px / 4);
            const double glow = 180.0 / (1.0 + std::exp((away - 14.0) / 3.0));
            rgba.insert(rgba.end(),
                        {static_cast<std::uint8_t>(20 + 50 * x / width_px + static_cast<int>(glow)),
                         static_cast<std::uint8_t>(10 + 60 * y / height_px + static_cast<int>(glow)),
                         static_cast<std::uint8_t>(60 - 40 * y / height_px), static_cast<std::uint8_t>(x ^ y)});
        }
    return rgba;
}

inline Bytes upside_down(const Bytes& rgba, int width_px)
{
    Bytes turned;
    const std::ptrdiff_t row = 4 * static_cast<std::ptrdiff_t>(width_px);
    for (auto end = rgba.end(); end != rgba.begin(); end -= row)
        turned.insert(turned.end(), end - row, end);
    return turned;
}

inline std::vector<float> sine(double frequency_hz, std::size_t samples, double amplitude = 0.5)
{
    std::vector<float> sound(samples);
    for (std::size_t i = 0; i < samples; ++i)
        sound[i] = static_cast<float>(
            amplitude * std::sin(2.0 * std::numbers::pi * frequency_hz * static_cast<double>(i) / 48000.0));
    return sound;
}

/// How strong a frequency is in a stretch of sound: the amplitude of a sine of that frequency alone.
inline double amplitude_of(const std::vector<float>& sound, std::size_t first, std::size_t count, double frequency_hz)
{
    double real = 0.0, imaginary = 0.0;
    for (std::size_t i = first; i < first + count; ++i) {
        const double phase = 2.0 * std::numbers::pi * frequency_hz * static_cast<double>(i) / 48000.0;
        real += static_cast<double>(sound.at(i)) * std::cos(phase);
        imaginary += static_cast<double>(sound.at(i)) * std::sin(phase);
    }
    return 2.0 * std::hypot(real, imaginary) / static_cast<double>(count);
}

}  // namespace incursion::test
