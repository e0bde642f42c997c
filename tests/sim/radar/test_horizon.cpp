#include <catch2/catch.hpp>

#include "sim/radar/horizon.h"

using namespace incursion;

TEST_CASE("the horizon over a 4/3 Earth is 4.12 km for each root of a metre of height")
{
    // FS-1037C, "radio horizon": 4.12 (sqrt(h1) + sqrt(h2)) km, rounded to three digits.
    CHECK(radio_horizon_m(100, 0) == Approx(41'200).epsilon(0.002));
    CHECK(radio_horizon_m(5791.2, 0) == Approx(314'000).epsilon(0.002));
    CHECK(radio_horizon_m(5791.2, 1000) == Approx(444'000).epsilon(0.002));
    CHECK(radio_horizon_m(60.96, 1000) == Approx(163'000).epsilon(0.003));
}

TEST_CASE("what lies below the sea has no horizon of its own")
{
    CHECK(radio_horizon_m(-20, 400) == radio_horizon_m(0, 400));
}
