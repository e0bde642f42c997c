#include "render/sound/resample.h"

#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "tests/render/sound/sounds.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// The largest difference to the tone that was meant, away from the ends, which the filter rounds off.
double greatest_error(const std::vector<float>& samples, double hz, double height)
{
    double error = 0;
    for (std::size_t i = 4800; i + 4800 < samples.size(); ++i)
        error = std::max(
            error, std::abs(static_cast<double>(samples[i]) -
                            height * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / sound_rate_hz)));
    return error;
}

}  // namespace

TEST_CASE("a tone stays the same tone, in height and phase, from any rate")
{
    const int rate_hz = GENERATE(8000, 11025, 16000, 22050, 44100, 44099, 96000, 192000);
    CAPTURE(rate_hz);
    const double hz = GENERATE(100.0, 440.0, 3000.0);
    CAPTURE(hz);
    const std::vector<float> samples = resampled(tone(hz, 1, 0.5, rate_hz), rate_hz);
    REQUIRE(samples.size() == 48000);
    CHECK(greatest_error(samples, hz, 0.5) < 1e-4);
}

TEST_CASE("a constant stays constant")
{
    const std::vector<float> samples = resampled(std::vector<float>(22050, 0.5F), 22050);
    for (std::size_t i = 4800; i + 4800 < samples.size(); ++i)
        REQUIRE(samples[i] == Approx(0.5).margin(1e-4));
}

TEST_CASE("what 48 kHz cannot hold is gone instead of folded back")
{
    const std::vector<float> samples = resampled(tone(30000, 1, 0.5, 96000), 96000);
    CHECK(power(std::span{samples}.subspan(4800, 38400)) < 0.125 * 1e-8);  // 80 dB down
}

TEST_CASE("nothing appears above the half of a lower rate")
{
    // 3 kHz at 8 kHz has its first image at 5 kHz.
    const std::vector<float> samples = resampled(tone(3000, 1, 0.5, 8000), 8000);
    const std::vector<double> powers = spectrum(std::span{samples}.subspan(4800, 38400));
    CHECK(share(powers, 4000, 24000) < 1e-8);
}

TEST_CASE("sound that has the rate is not touched, and nothing stays nothing")
{
    const std::vector<float> samples = tone(440, 0.1, 0.5);
    CHECK(resampled(samples, sound_rate_hz) == samples);
    CHECK(resampled({}, 22050).empty());
}
