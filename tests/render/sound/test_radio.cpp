#include "render/sound/radio.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "tests/render/sound/sounds.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// White noise for a second: speech at every frequency at once.
Sound white_noise(float height)
{
    RandomStream random{1, "test"};
    Sound sound;
    for (int i = 0; i < sound_rate_hz; ++i)
        sound.samples.push_back(static_cast<float>(random.uniform(-1, 1)) * height);
    return sound;
}

/// The words without lead and tail.
std::span<const float> words(const Sound& heard, const Sound& speech)
{
    return std::span{heard.samples}.subspan(samples_in(radio_lead_s), speech.samples.size());
}

double peak(const Sound& sound)
{
    float peak = 0;
    for (const float sample : sound.samples)
        peak = std::max(peak, std::abs(sample));
    return static_cast<double>(peak);
}

}  // namespace

TEST_CASE("only the band of a radio passes, however loud or soft the speech")
{
    const float height = GENERATE(0.02F, 0.1F, 1.0F);
    CAPTURE(height);
    const Sound heard = through_radio(white_noise(height), 1);
    const std::vector<double> powers = spectrum(heard.samples);
    CHECK(share(powers, 300, 3400) > 0.93);
    CHECK(share(powers, 0, 100) < 0.002);
    CHECK(share(powers, 5000, 24000) < 0.002);
    CHECK(share(powers, 8000, 24000) < 1e-5);
    CHECK(share(powers, 300, 1850) > 0.3);  // all of the band, not a part of it
    CHECK(share(powers, 1850, 3400) > 0.3);
}

TEST_CASE("a tone within the band passes, one outside is taken away")
{
    const auto level = [](double hz) {
        const Sound speech{tone(hz, 1, 0.4)};
        const Sound both{[&] {
            std::vector<float> samples = tone(1000, 1, 0.4);  // so that evening the level cannot bring the other back
            for (std::size_t i = 0; i < samples.size(); ++i)
                samples[i] += speech.samples[i];
            return samples;
        }()};
        const std::vector<double> powers = spectrum(words(through_radio(both, 1), both));
        return share(powers, hz - 100, hz + 100) / share(powers, 900, 1100);
    };
    CHECK(level(2000) > 0.5);
    CHECK(level(600) > 0.5);
    CHECK(level(8000) < 1e-6);
    CHECK(level(15000) < 1e-6);
}

TEST_CASE("soft and loud speech come out alike, clipped but never over")
{
    const Sound soft = through_radio(white_noise(0.02F), 1), loud = through_radio(white_noise(1), 1);
    CHECK(power(soft.samples) == Approx(power(loud.samples)).epsilon(0.01));
    // Bending takes 1 dB of the level of 0.2 (that of x - x^3 / 3 at 0.4 of its scale), the edges of the band another.
    CHECK(std::sqrt(power(words(loud, white_noise(1)))) == Approx(0.2 * 0.794).margin(0.02));
    for (const Sound& sound : {soft, loud}) {
        CHECK(peak(sound) <= 0.95);
        CHECK(peak(sound) > 0.4);
    }
}

TEST_CASE("a transmission has no constant part, even where the speech has one")
{
    Sound speech = white_noise(0.3F);
    for (float& sample : speech.samples)
        sample += 0.5F;
    const Sound heard = through_radio(speech, 1);
    const double mean =
        std::accumulate(heard.samples.begin(), heard.samples.end(), 0.0) / static_cast<double>(heard.samples.size());
    CHECK(std::abs(mean) < 1e-4);
}

TEST_CASE("the key clicks, noise lies under pauses, the squelch closes loudly and leaves silence")
{
    const Sound speech{std::vector<float>(48000, 0.0F)};
    const Sound heard = through_radio(speech, 1);
    REQUIRE(heard.samples.size() == speech.samples.size() + samples_in(radio_lead_s) + samples_in(radio_tail_s));
    const auto level = [&](double from_s, double length_s) {
        return std::sqrt(power(std::span{heard.samples}.subspan(samples_in(from_s), samples_in(length_s))));
    };
    const double under = level(0.2, 0.8);
    CHECK(under == Approx(0.014).epsilon(0.15));
    CHECK(level(0, 0.01) > 3 * under);         // click
    CHECK(level(1.085, 0.05) > 4 * under);     // squelch
    CHECK(level(1.147, 0.003) < 0.5 * under);  // rung out
}

TEST_CASE("the same speech and seed give the same samples, another seed another noise")
{
    const Sound speech = white_noise(0.5F);
    CHECK(through_radio(speech, 7).samples == through_radio(speech, 7).samples);
    CHECK(through_radio(speech, 7).samples != through_radio(speech, 8).samples);
}

TEST_CASE("a transmission without a word is a click and a tail")
{
    const Sound heard = through_radio(Sound{}, 1);
    CHECK(heard.samples.size() == samples_in(radio_lead_s) + samples_in(radio_tail_s));
    CHECK(peak(heard) > 0.1);
}
