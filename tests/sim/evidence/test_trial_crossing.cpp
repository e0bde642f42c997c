#include "sim/evidence/trial_crossing.h"

#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "sim/geo/geodesic.h"
#include "tests/sim/evidence/ground.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A strip along the equator, 0.02 degrees of longitude wide: 2226.4 m, and far longer than the circle.
Ground strip()
{
    return Ground{{{rectangle("S", -0.01, -1, 0.01, 1)}, EdgeReading::straight}};
}

/// North of the equator, whose side there is a geodesic.
Ground north()
{
    return Ground{{{rectangle("N", -1, 0, 1, 1)}, EdgeReading::straight}};
}

}  // namespace

TEST_CASE("straight across a strip a crossing is as long as the strip is wide over the sine of its slant, half as deep")
{
    const Ground g = strip();
    const double width_m = 0.02 * 111319.4908;  // a pi / 180 along the equator
    const TrialCrossings tried = try_crossings("S", {{0, 0}, 8000, 1000, 1000, 6, {}, {}, {}}, g.ground());
    CHECK(tried.paths == 6 * 15);
    REQUIRE(tried.list.size() > 40);
    bool square = false;
    for (const TrialCrossing& c : tried.list) {
        const double slant = std::abs(std::sin(c.heading.rad()));
        CHECK(c.length_m == Approx(width_m / slant).epsilon(1e-5));
        CHECK(c.depth_m == Approx(width_m / 2).margin(0.1));
        CHECK(!c.turn_radius_m);
        square = square || slant > 0.999999;
    }
    CHECK(square);
}

TEST_CASE("a circle over a border is inside for the arc that its depth cuts off")
{
    const Ground g = north();
    for (const double radius_m : {2'000.0, 5'000.0, 9'000.0}) {
        const CrossingGrid grid{{0, 0}, 6000, 1000, 400, 12, {}, {{radius_m, {}}}, {}};
        std::size_t turning = 0;
        for (const TrialCrossing& c : try_crossings("N", grid, g.ground()).list) {
            if (!c.turn_radius_m)
                continue;
            ++turning;
            CHECK(*c.turn_radius_m == radius_m);
            // A segment of a circle: its height is r (1 - cos of half its angle). The chords run up to a metre inside.
            const auto angle_of = [&](double depth_m) { return 2 * std::acos(1 - depth_m / radius_m); };
            const double angle = angle_of(c.depth_m);
            CHECK(c.length_m > radius_m * angle_of(std::max(0.0, c.depth_m - 1.1)) - 5);
            CHECK(c.length_m < radius_m * angle_of(c.depth_m + 1.1) + 5);
            // To the right: from the entry the path turns clockwise towards its exit, which lies to the right of the heading.
            const double off = std::remainder((inverse(c.entry, c.exit).azimuth - c.heading).rad(), 2 * std::numbers::pi);
            CHECK(off == Approx(angle > 2 * std::numbers::pi ? 0 : angle / 2).margin(0.06));
        }
        CHECK(turning > 5);
    }
}

TEST_CASE("a crossing's drawn path runs from its entry to its exit and is as deep half way as the crossing")
{
    const Ground g = north();
    const CrossingGrid grid{{0, 0}, 6000, 500, 500, 8, {}, {{4'000, {}}}, {}};
    std::size_t drawn = 0;
    for (const TrialCrossing& c : try_crossings("N", grid, g.ground()).list) {
        const std::vector<LonLat> path = path_of(c);
        CHECK(path.front() == c.entry);
        CHECK(path.back() == c.exit);
        double length_m = 0, north_deg = 0;
        for (std::size_t i = 1; i < path.size(); ++i)
            length_m += distance_m(path[i - 1], path[i]);
        for (const LonLat& p : path)
            north_deg = std::max(north_deg, p.lat_deg);
        CHECK(length_m == Approx(c.length_m).epsilon(2e-3).margin(3));
        // 110574 m a degree of latitude at the equator.
        CHECK(north_deg * 110574.3 == Approx(c.depth_m).margin(4));
        ++drawn;
    }
    CHECK(drawn > 50);
}

TEST_CASE("the distance from a point is the nearest that the path inside comes to it")
{
    const Ground g = strip();
    CrossingGrid grid{{0, 0}, 8000, 1000, 1000, 6, {}, {}, LonLat{0, 0}};
    for (const TrialCrossing& c : try_crossings("S", grid, g.ground()).list) {
        // Lines lie their offset away from the centre, here the point, where their nearest place is inside the strip.
        const double foot_east_m = c.path.offset_m * std::cos(c.path.direction.rad());
        if (std::abs(foot_east_m) < 1113)
            CHECK(*c.point_distance_m == Approx(std::abs(c.path.offset_m)).margin(0.01));
        else
            CHECK(*c.point_distance_m > std::abs(c.path.offset_m) + 0.01);
    }
}

TEST_CASE("crossings that reach beyond the search circle are left out, whole circles within it are met once")
{
    const Ground g = north();
    const CrossingGrid grid{{0, 0}, 6000, 1000, 1000, 4, {}, {{1'000, {}}}, {}};
    for (const TrialCrossing& c : try_crossings("N", grid, g.ground()).list) {
        CHECK(distance_m(c.entry, grid.centre) <= 6000.1);
        CHECK(distance_m(c.exit, grid.centre) <= 6000.1);
        CHECK(c.turn_radius_m);  // a line that comes in does not come out again
    }
    // One flown by hand: a circle around the centre crosses the border on either side of it, once.
    TrialFlyer flyer{"N", grid, g.ground()};
    const auto once = flyer.fly({Angle::degrees(0), 0, 0});
    REQUIRE(once.size() == 1);
    CHECK(once[0].length_m == Approx(std::numbers::pi * 1000).margin(3));
    CHECK(once[0].entry.lon_deg < 0);  // to the right, so in on the western side, heading north
}
