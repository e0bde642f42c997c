#include "sim/flight/wind.h"

#include <catch2/catch.hpp>

using namespace incursion;

namespace {
const Wind layered{{{1000, Angle::degrees(270), 10}, {3000, Angle::degrees(0), 30}}};
}

TEST_CASE("a wind is told by where it comes from")
{
    const WindVector west = wind_at({{{0, Angle::degrees(270), 20}}}, 5000);
    CHECK(west.east_mps == Approx(20));
    CHECK(west.north_mps == Approx(0).margin(1e-12));
    CHECK(wind_at({}, 5000).east_mps == 0);
}

TEST_CASE("between layers the wind is linear, beyond them it stays")
{
    CHECK(wind_at(layered, 0).east_mps == Approx(10));
    CHECK(wind_at(layered, 2000).east_mps == Approx(5));
    CHECK(wind_at(layered, 2000).north_mps == Approx(-15));
    CHECK(wind_at(layered, 9000).north_mps == Approx(-30));
    CHECK(wind_at(layered, 3000).north_mps == Approx(-30));
}

TEST_CASE("a wind triangle solved by hand comes out: 3-4-5")
{
    // 40 m/s north through the air, 30 m/s to the east with the air: 50 m/s over the ground.
    const GroundVelocity ground = ground_from_air(40, Angle::degrees(0), {30, 0});
    CHECK(ground.speed_mps == Approx(50));
    CHECK(ground.track.deg() == Approx(36.869898));
    // To make good north in the same wind at 50 m/s, the nose is 36.87 degrees into the wind.
    const auto solution = heading_for_track(Angle::degrees(0), 50, {30, 0});
    REQUIRE(solution);
    CHECK(solution->heading.deg() == Approx(323.130102));
    CHECK(solution->ground_speed_mps == Approx(40));
    CHECK(*airspeed_for_ground_speed(50, Angle::degrees(0), {30, 0}) == Approx(40));
    CHECK(*airspeed_for_ground_speed(50, Angle::degrees(0), {0, -20}) == Approx(70));
}

TEST_CASE("a wind too strong has no solution")
{
    CHECK_FALSE(heading_for_track(Angle::degrees(0), 29, {30, 0}));   // blown off sideways
    CHECK_FALSE(heading_for_track(Angle::degrees(0), 29, {0, -30}));  // blown back
    CHECK(heading_for_track(Angle::degrees(0), 31, {0, -30}));
    CHECK_FALSE(airspeed_for_ground_speed(29, Angle::degrees(0), {30, 0}));
    CHECK_FALSE(airspeed_for_ground_speed(29, Angle::degrees(0), {0, 30}));
}
