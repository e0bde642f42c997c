#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "sim/evidence/prism.h"

using namespace incursion;

TEST_CASE("a segment is met while both discs cut it")
{
    // 10 s, 2000 m apart, 250 m/s: half width in the middle sqrt(2500^2 - 2000^2) / 2 = 750 m.
    const Prism prism{2000, 10, 250};
    const double far = 1e6;
    CHECK_FALSE(meeting_times(prism, {-far, 750.01}, {far, 750.01}));
    const auto touch = meeting_times(prism, {-far, 749.9999}, {far, 749.9999});
    REQUIRE(touch);
    CHECK(touch->from_s == Approx(5).margin(0.01));
    CHECK(touch->to_s == Approx(5).margin(0.01));
    // A parallel at 600 m: below both ends within the ellipse (1250, 750): x = +-1250 * 0.6 = 750, so the nearest
    // place to the first end is (-750, 600), sqrt(250^2 + 600^2) = 650 m off: from 2.6 s to 7.4 s.
    const auto parallel = meeting_times(prism, {-far, 600}, {far, 600});
    REQUIRE(parallel);
    CHECK(parallel->from_s == Approx(2.6));
    CHECK(parallel->to_s == Approx(7.4));
    // Across, half way: from 1000 / 250 = 4 s to 6 s.
    const auto across = meeting_times(prism, {0, -far}, {0, far});
    REQUIRE(across);
    CHECK(across->from_s == Approx(4));
    CHECK(across->to_s == Approx(6));
}

TEST_CASE("a body with no time to lose meets a segment when it crosses it")
{
    const Prism prism{2000, 10, 200};
    const auto across = meeting_times(prism, {-400, -50}, {-400, 70});
    REQUIRE(across);
    CHECK(across->from_s == Approx(3).margin(1e-5));
    CHECK(across->to_s == Approx(3).margin(1e-5));
    CHECK_FALSE(meeting_times(prism, {-400, 2}, {-400, 70}));
}

TEST_CASE("meeting times are those of many places along the segment")
{
    const unsigned seed = 20260101;
    CAPTURE(seed);
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> any{-1500, 1500};
    const Prism prism{1600, 10, 200};
    int met = 0;
    for (int round = 0; round < 300; ++round) {
        const Eigen::Vector2d a{any(random), any(random)}, b{any(random), any(random)};
        double from_s = 1e9, to_s = -1e9;
        for (int i = 0; i <= 20'000; ++i) {
            const Eigen::Vector2d p = a + (b - a) * (i / 20'000.0);
            const double after = (p - Eigen::Vector2d{-800, 0}).norm() / 200;
            const double before = 10 - (p - Eigen::Vector2d{800, 0}).norm() / 200;
            if (after <= before) {
                from_s = std::min(from_s, after);
                to_s = std::max(to_s, before);
            }
        }
        const auto meeting = meeting_times(prism, a, b);
        if (to_s < from_s) {
            CHECK((!meeting || meeting->to_s - meeting->from_s < 0.1));
            continue;
        }
        ++met;
        REQUIRE(meeting);
        CHECK(meeting->from_s == Approx(from_s).margin(0.01));
        CHECK(meeting->to_s == Approx(to_s).margin(0.01));
    }
    CHECK(met > 50);
}
