#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include "render/sound/sound.h"

namespace incursion::test {

inline std::vector<float> tone(double hz, double length_s, double height, int rate_hz = sound_rate_hz)
{
    std::vector<float> samples;
    for (int i = 0; i < static_cast<int>(length_s * rate_hz); ++i)
        samples.push_back(static_cast<float>(height * std::sin(2 * std::numbers::pi * hz * i / rate_hz)));
    return samples;
}

inline double power(std::span<const float> samples)
{
    double sum = 0;
    for (const float sample : samples)
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    return samples.empty() ? 0 : sum / static_cast<double>(samples.size());
}

/// Power by frequency, in steps of 100 Hz up to the half rate: discrete Fourier transforms by their definition, of
/// blocks of 10 ms under a Hann window, averaged.
inline std::vector<double> spectrum(std::span<const float> samples)
{
    constexpr std::size_t block = 480, bins = block / 2;
    std::vector<double> cosine, sine, window;
    for (std::size_t i = 0; i < block; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / block;
        cosine.push_back(std::cos(angle));
        sine.push_back(std::sin(angle));
        window.push_back((1 - std::cos(angle)) / 2);
    }
    std::vector<double> powers(bins, 0.0);
    for (std::size_t first = 0; first + block <= samples.size(); first += block)
        for (std::size_t bin = 0; bin < bins; ++bin) {
            double re = 0, im = 0;
            for (std::size_t i = 0; i < block; ++i) {
                const double sample = window[i] * static_cast<double>(samples[first + i]);
                re += sample * cosine[bin * i % block];
                im += sample * sine[bin * i % block];
            }
            powers[bin] += re * re + im * im;
        }
    return powers;
}

/// The part of the power that lies from `low_hz` to `high_hz`, in [0, 1].
inline double share(const std::vector<double>& powers, double low_hz, double high_hz)
{
    double inside = 0, all = 0;
    for (std::size_t bin = 0; bin < powers.size(); ++bin) {
        all += powers[bin];
        if (static_cast<double>(bin) * 100 >= low_hz && static_cast<double>(bin) * 100 <= high_hz)
            inside += powers[bin];
    }
    return inside / all;
}

}  // namespace incursion::test
