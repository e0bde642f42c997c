#include "render/sound/resample.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>

namespace incursion {

namespace {

constexpr int crossings = 32;         // of the sinc on each side
constexpr double kaiser_beta = 8.96;  // 90 dB: 0.1102 (90 - 8.7), Kaiser 1974
// The window widens the edge of the filter to 5.7 / 64 of the rate (Kaiser 1974); the cutoff lies half of that below
// the half rate, so that the edge ends there.
constexpr double guard = 1 - 5.7 / (2 * crossings);

/// The modified Bessel function of the first kind, order zero, by its power series.
double bessel_i0(double x)
{
    double term = 1, sum = 1;
    for (int k = 1; term > sum * 1e-17; ++k) {
        term *= (x / (2 * k)) * (x / (2 * k));
        sum += term;
    }
    return sum;
}

/// The sinc under its window. `x`: in zero crossings from the middle.
double kernel(double x)
{
    static const double middle = bessel_i0(kaiser_beta);
    const double edge = x / crossings, angle = std::numbers::pi * x;
    if (std::abs(edge) >= 1)
        return 0;
    const double window = bessel_i0(kaiser_beta * std::sqrt(1 - edge * edge)) / middle;
    return angle == 0 ? window : window * std::sin(angle) / angle;
}

/// The weights of the samples from `reach` before to `reach` after the one at or before a place that is `part` of the
/// way to the next.
std::vector<double> weights_at(double part, double cutoff, std::int64_t reach)
{
    std::vector<double> weights;
    weights.reserve(static_cast<std::size_t>(2 * reach + 1));
    for (std::int64_t k = -reach; k <= reach; ++k)
        weights.push_back(cutoff * kernel((static_cast<double>(k) - part) * cutoff));
    return weights;
}

float weighted(const std::vector<float>& samples, std::int64_t first, const std::vector<double>& weights)
{
    const auto count = static_cast<std::int64_t>(samples.size()), length = static_cast<std::int64_t>(weights.size());
    double sum = 0;
    for (std::int64_t k = std::max<std::int64_t>(0, -first); k < std::min(length, count - first); ++k)
        sum += static_cast<double>(samples[static_cast<std::size_t>(first + k)]) * weights[static_cast<std::size_t>(k)];
    return static_cast<float>(sum);
}

}  // namespace

std::vector<float> resampled(const std::vector<float>& samples, int rate_hz)
{
    if (rate_hz == sound_rate_hz)
        return samples;
    const double cutoff = guard * std::min(1.0, static_cast<double>(sound_rate_hz) / rate_hz);
    const auto reach = static_cast<std::int64_t>(std::ceil(crossings / cutoff)) + 1;
    // Places between two samples repeat: from 22050 Hz there are 320 of them.
    const std::int64_t common = std::gcd(rate_hz, sound_rate_hz);
    const std::int64_t step = rate_hz / common, places = sound_rate_hz / common;
    std::vector<std::vector<double>> weights(static_cast<std::size_t>(places));

    const auto count = static_cast<std::int64_t>(samples.size());
    const std::int64_t length = (count * places + step - 1) / step;
    std::vector<float> result;
    result.reserve(static_cast<std::size_t>(length));
    for (std::int64_t i = 0; i < length; ++i) {
        const std::int64_t whole = i * step / places, place = i * step % places;
        std::vector<double>& row = weights[static_cast<std::size_t>(place)];
        if (row.empty())
            row = weights_at(static_cast<double>(place) / static_cast<double>(places), cutoff, reach);
        result.push_back(weighted(samples, whole - reach, row));
    }
    return result;
}

}  // namespace incursion
