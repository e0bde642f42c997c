#include "render/sound/sound_track.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "tests/render/sound/sounds.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A call whose samples tell which it is and where in it they lie: height, and a slope.
Transmission marked(double start_s, std::size_t call, double length_s, float height)
{
    Transmission transmission{at_second(start_s), call, {}};
    for (std::size_t i = 0; i < samples_in(length_s); ++i)
        transmission.sound.samples.push_back(height + static_cast<float>(i) * 0x1.0p-22F);
    return transmission;
}

/// Three calls of 2 s: the second begins in the first, the third alone.
SoundTrack three_calls()
{
    return SoundTrack{{marked(10, 0, 2, 0.25F), marked(11, 1, 2, 0.5F), marked(20, 2, 2, 0.125F)}};
}

std::vector<float> mixed(const SoundTrack& track, double from_s, double speed, std::int64_t first, std::size_t count)
{
    std::vector<float> out(count, 9.0F);
    track.mix(at_second(from_s), speed, first, out);
    return out;
}

bool is_silent(const std::vector<float>& samples)
{
    return std::all_of(samples.begin(), samples.end(), [](float sample) { return sample == 0; });
}

}  // namespace

TEST_CASE("a call starts on the sample that shows its instant")
{
    const std::vector<float> film = mixed(three_calls(), 8, 1, 0, 48000 * 16);
    CHECK(is_silent({film.begin(), film.begin() + 96000}));
    CHECK(film[96000] == 0.25F);
    CHECK(film[96001] == 0.25F + 0x1.0p-22F);
    CHECK(is_silent({film.begin() + 5 * 48000, film.begin() + 12 * 48000}));
    CHECK(film[12 * 48000] == 0.125F);
    CHECK(is_silent({film.begin() + 14 * 48000, film.end()}));
}

TEST_CASE("calls that overlap are heard together at the speed of the incident")
{
    const std::vector<float> film = mixed(three_calls(), 10, 1, 0, 3 * 48000);
    CHECK(film[47999] == Approx(0.25 + 47999 * 0x1.0p-22).margin(1e-7));
    CHECK(film[48000] == Approx(0.75 + 48000 * 0x1.0p-22).margin(1e-7));
    CHECK(film[95999] == Approx(0.75 + (95999 + 47999) * 0x1.0p-22).margin(1e-7));
    CHECK(film[96000] == Approx(0.5 + 48000 * 0x1.0p-22).margin(1e-7));
}

TEST_CASE("a film that begins in the middle of a call begins in the middle of its sound")
{
    const std::vector<float> film = mixed(three_calls(), 21.5, 1, 0, 48000);
    CHECK(film[0] == 0.125F + 72000 * 0x1.0p-22F);
    CHECK(film[23999] != 0);
    CHECK(film[24000] == 0);
}

TEST_CASE("a film sounds the same wherever it is cut")
{
    const double speed = GENERATE(0.1, 0.5, 1.0, 1.7, 4.0);
    CAPTURE(speed);
    const SoundTrack track = three_calls();
    const auto count = static_cast<std::size_t>(16 / speed * 48000);
    const std::vector<float> whole = mixed(track, 8, speed, 0, count);
    REQUIRE_FALSE(is_silent(whole));
    RandomStream random{5, "cuts"};
    for (int i = 0; i < 200; ++i) {
        const auto first = static_cast<std::size_t>(random.uniform() * static_cast<double>(count));
        const auto length = std::min<std::size_t>(count - first, 1 + random.bits() % 4000);
        CAPTURE(first, length);
        CHECK(std::equal(whole.begin() + static_cast<std::ptrdiff_t>(first),
                         whole.begin() + static_cast<std::ptrdiff_t>(first + length),
                         mixed(track, 8, speed, static_cast<std::int64_t>(first), length).begin()));
    }
}

TEST_CASE("a film that begins later is the end of one that begins sooner")
{
    const double speed = GENERATE(0.5, 1.0, 2.0);
    CAPTURE(speed);
    const SoundTrack track = three_calls();
    const auto second = static_cast<std::int64_t>(48000 / speed);  // of the incident
    CHECK(mixed(track, 9, speed, 2 * second, 96000) == mixed(track, 11, speed, 0, 96000));
    CHECK(mixed(track, 9, speed, 0, 96000) == mixed(track, 11, speed, -2 * second, 96000));
}

TEST_CASE("on a faster film calls keep their rate and end, faded, where the next one starts")
{
    // The second starts half a second after the first, so the first has that long.
    const std::vector<float> film = mixed(three_calls(), 10, 2, 0, 8 * 48000);
    CHECK(film[100] == 0.25F + 100 * 0x1.0p-22F);
    CHECK(film[23000] == 0.25F + 23000 * 0x1.0p-22F);
    CHECK(film[23999] < 0.01F);
    CHECK(film[23880] == Approx(0.125).margin(0.01));  // 120 of 240 samples before the end
    CHECK(film[24000] == 0.5F);
    CHECK(film[24000 + 95999] == 0.5F + 95999 * 0x1.0p-22F);  // alone again: to its end, without a fade
    CHECK(film[24000 + 96000] == 0);
    CHECK(film[5 * 48000] == 0.125F);
}

TEST_CASE("on a slower film calls stand farther apart and keep their rate")
{
    const std::vector<float> film = mixed(three_calls(), 10, 0.25, 0, 48000 * 8);
    CHECK(film[95999] == 0.25F + 95999 * 0x1.0p-22F);
    CHECK(film[96000] == 0);
    CHECK(film[4 * 48000] == 0.5F);
}

TEST_CASE("calls of one instant do not end each other")
{
    const SoundTrack track{{marked(10, 0, 1, 0.25F), marked(10, 1, 1, 0.5F)}};
    CHECK(mixed(track, 10, 2, 0, 1)[0] == 0.75F);
}

TEST_CASE("backwards, standing still and beyond four times the speed nothing is heard")
{
    for (const double speed : {-1.0, 0.0, -0.0, 4.001, 100.0, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity()})
        CHECK(is_silent(mixed(three_calls(), 10, speed, -48000, 96000)));
    CHECK_FALSE(is_silent(mixed(three_calls(), 10, 4, -48000, 96000)));
    CHECK_FALSE(is_silent(mixed(three_calls(), 10, 1e-300, -48000, 96000)));
    CHECK(is_silent(mixed(three_calls(), 9.9, 1e-300, -48000, 96000)));
}

TEST_CASE("many loud voices at once stay within full scale")
{
    SoundTrack track{{marked(1, 0, 1, 0.9F), marked(1, 1, 1, 0.9F), marked(1, 2, 1, 0.9F)}};
    for (const float sample : mixed(track, 1, 1, 0, 48000))
        REQUIRE(sample == 1);
}

TEST_CASE("transmissions are put into order of time")
{
    const SoundTrack track{{marked(3, 0, 1, 0.1F), marked(1, 1, 1, 0.2F), marked(2, 2, 1, 0.3F)}};
    CHECK(track.transmissions()[0].call == 1);
    CHECK(track.transmissions()[2].call == 0);
    CHECK(mixed(track, 1, 3, 0, 1)[0] == 0.2F);
}

TEST_CASE("a track without a call is silent")
{
    CHECK(is_silent(mixed(SoundTrack{{}}, 0, 1, 0, 1000)));
    CHECK_FALSE(SoundTrack{{}}.heard_at(at_second(0)));
}

TEST_CASE("the meter shows the loudest call of the instant")
{
    const SoundTrack track = three_calls();
    CHECK_FALSE(track.heard_at(at_second(9.999)));
    CHECK(track.heard_at(at_second(10))->call == 0);
    CHECK(track.heard_at(at_second(10.9))->level == Approx(0.26).margin(0.005));
    CHECK(track.heard_at(at_second(11))->call == 1);
    CHECK(track.heard_at(at_second(12.9))->call == 1);
    CHECK_FALSE(track.heard_at(at_second(13)));
    CHECK(track.heard_at(at_second(21.999999999))->call == 2);

    // Half a second of a tone, half a second of nothing: 0.4 / sqrt(2), then 0.
    Transmission halves{at_second(0), 4, {tone(1000, 0.5, 0.4)}};
    halves.sound.samples.resize(48000);
    const SoundTrack tones{{halves}};
    CHECK(tones.heard_at(at_second(0.25))->level == Approx(0.28284).margin(1e-4));
    CHECK(tones.heard_at(at_second(0.75))->level == 0);
}
