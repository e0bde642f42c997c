#include "render/sound/sound.h"

#include <catch2/catch.hpp>

using namespace incursion;

TEST_CASE("a sound lasts as long as its samples at 48 kHz")
{
    CHECK(Sound{}.length_s() == 0);
    CHECK(Sound{std::vector<float>(12000)}.length_s() == 0.25);
    CHECK(samples_in(0.25) == 12000);
    CHECK(samples_in(1e-5) == 0);  // 0.48 of a sample
}

TEST_CASE("the envelope is the root mean square of each bar")
{
    const Sound sound{{0.3F, -0.3F, 0.6F, 0.8F, 0, 0}};
    const std::vector<float> bars = envelope_of(sound, 3);
    REQUIRE(bars.size() == 3);
    CHECK(bars[0] == Approx(0.3));
    CHECK(bars[1] == Approx(0.70710678));  // sqrt((0.36 + 0.64) / 2)
    CHECK(bars[2] == 0);
}

TEST_CASE("bars that hold no sample are zero, and no bars are none")
{
    const Sound sound{{0.5F, 0.5F}};
    const std::vector<float> bars = envelope_of(sound, 4);
    REQUIRE(bars.size() == 4);
    CHECK(bars[0] + bars[1] == 0.5F);
    CHECK(bars[2] + bars[3] == 0.5F);
    CHECK(envelope_of(sound, 0).empty());
    CHECK(envelope_of(Sound{}, 2) == std::vector<float>{0, 0});
}
