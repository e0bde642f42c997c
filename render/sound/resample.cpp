#include "render/sound/resample.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace incursion {

namespace {

constexpr int crossings = 32;         // of the sinc on each side
constexpr int steps = 1024;           // of the table between two crossings: linear between them errs by 1e-6
constexpr double kaiser_beta = 8.96;  // 90 dB: 0.1102 (90 - 8.7), Kaiser 1974
// The window widens the step of the filter to 5.7 / 64 of the rate (Kaiser 1974); the cutoff lies half of that
// below the half rate, so that the step ends there.
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

/// One side of the windowed sinc, and a zero at its end.
std::vector<double> make_kernel()
{
    std::vector<double> kernel(static_cast<std::size_t>(crossings * steps) + 2, 0.0);
    kernel[0] = 1;
    for (int i = 1; i < crossings * steps; ++i) {
        const double x = static_cast<double>(i) / steps, edge = x / crossings;
        const double window = bessel_i0(kaiser_beta * std::sqrt(1 - edge * edge)) / bessel_i0(kaiser_beta);
        kernel[static_cast<std::size_t>(i)] = window * std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
    }
    return kernel;
}

/// `x`: in zero crossings from the middle.
double kernel_at(const std::vector<double>& kernel, double x)
{
    const double place = std::abs(x) * steps;
    const auto i = static_cast<std::size_t>(place);
    if (i + 1 >= kernel.size())
        return 0;
    const double part = place - static_cast<double>(i);
    return kernel[i] + part * (kernel[i + 1] - kernel[i]);
}

}  // namespace

std::vector<float> resampled(const std::vector<float>& samples, int rate_hz)
{
    if (rate_hz == sound_rate_hz)
        return samples;
    const std::vector<double> kernel = make_kernel();
    const double cutoff = guard * std::min(1.0, static_cast<double>(sound_rate_hz) / rate_hz);
    const double reach = crossings / cutoff;  // in samples of the input
    const auto count = static_cast<std::int64_t>(samples.size());
    const std::int64_t length = (count * sound_rate_hz + rate_hz - 1) / rate_hz;
    std::vector<float> result;
    result.reserve(static_cast<std::size_t>(length));
    for (std::int64_t i = 0; i < length; ++i) {
        // Whole and fraction apart, so that a long sound keeps its phase to the last bit.
        const std::int64_t whole = i * rate_hz / sound_rate_hz;
        const double part = static_cast<double>(i * rate_hz % sound_rate_hz) / sound_rate_hz;
        const auto first = std::max<std::int64_t>(0, whole - static_cast<std::int64_t>(reach));
        const auto last = std::min<std::int64_t>(count - 1, whole + static_cast<std::int64_t>(reach) + 1);
        double sum = 0;
        for (std::int64_t k = first; k <= last; ++k)
            sum += double{samples[static_cast<std::size_t>(k)]} *
                   kernel_at(kernel, (static_cast<double>(k - whole) - part) * cutoff);
        result.push_back(static_cast<float>(sum * cutoff));
    }
    return result;
}

}  // namespace incursion
