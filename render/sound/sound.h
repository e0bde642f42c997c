#pragma once

#include <cstddef>
#include <vector>

namespace incursion {

inline constexpr int sound_rate_hz = 48000;

/// Mono at sound_rate_hz, in [-1, 1].
struct Sound {
    std::vector<float> samples;

    double length_s() const { return static_cast<double>(samples.size()) / sound_rate_hz; }
};

/// How many samples a stretch of time has, rounded to the nearest. REQUIRES: 0 <= s < 1e9.
std::size_t samples_in(double s);

/// For drawing a waveform: the sound cut into `bars` parts of equal length (to a sample), and the root mean
/// square of each, in [0, 1]. Parts without a sample, where there are more bars than samples, are 0.
std::vector<float> envelope_of(const Sound& sound, std::size_t bars);

}  // namespace incursion
