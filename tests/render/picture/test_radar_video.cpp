#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "render/picture/radar_video.h"
#include "sim/base/random.h"

namespace incursion {
namespace {

std::vector<std::uint8_t> from_scratch(std::int64_t turn, double azimuth_turns)
{
    RadarVideo video;
    video.update(turn, azimuth_turns);
    return video.brightness();
}

}  // namespace

TEST_CASE("the radar's noise at an instant does not depend on what was shown before")
{
    RandomStream random(20151124, "radar video");
    RadarVideo kept;
    double at = -31.4;  // turns; below zero before the radar's first north passage
    for (int step = 0; step < 12; ++step) {
        at += random.uniform(-3, 4.5);
        const double turn = std::floor(at);
        CAPTURE(step, at);
        kept.update(static_cast<std::int64_t>(turn), at - turn);
        CHECK(kept.brightness() == from_scratch(static_cast<std::int64_t>(turn), at - turn));
    }
}

TEST_CASE("only rows that the beam passed change")
{
    RadarVideo video;
    CHECK(video.update(7, 0.25) == std::pair{0, RadarVideo::rows});
    CHECK(video.update(7, 0.25) == std::pair{0, 0});
    // Rows have their middles at (row + 0.5) / 1440: those of rows 360 to 431 lie in (0.25, 0.3].
    CHECK(video.update(7, 0.30) == std::pair{360, 432});
}

TEST_CASE("a turn's noise is not the last turn's")
{
    const auto first = from_scratch(7, 0.999), second = from_scratch(8, 0.999);
    std::size_t changed = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
        changed += first[i] != second[i] ? 1U : 0U;
    CHECK(changed > first.size() / 100);
    CHECK(*std::max_element(first.begin(), first.end()) > 40);
}

}  // namespace incursion
