#include "sim/analysis/nearest_to_place.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

// Half a degree of the meridian from the equator: a(1 - e2)(x + e2 x^3 / 2), x = pi/360: 55,287.15 m.
constexpr double half_degree_m = 55287.15;

TEST_CASE("a flight along the equator is nearest to a place where it passes its meridian")
{
    const Track t = track({{0, 0}, {1, 0}, {3, 0}}, 1000);
    for (const LegReading legs : {LegReading::geodesic, LegReading::straight}) {
        const TrackPath path{t, legs};
        const DistanceAt nearest = nearest_to_place(path, t.span(), {1.5, 0.5});
        CHECK(nearest.distance_m == Approx(half_degree_m).margin(0.1));
        // Over 78 m of path, 0.7 s, this distance does not change by more than the tolerance, 5.5 cm.
        CHECK(to_seconds(nearest.time - at_second(1250)) == Approx(0).margin(2));
    }
}

TEST_CASE("only the part asked for counts")
{
    const Track t = track({{0, 0}, {1, 0}, {3, 0}}, 1000);
    const TrackPath path{t, LegReading::geodesic};
    const DistanceAt before = nearest_to_place(path, {at_second(0), at_second(500)}, {1.5, 0.5});
    CHECK(before.time == at_second(500));
    CHECK(before.distance_m == Approx(distance_m({0.5, 0}, {1.5, 0.5})).margin(1e-3));
    const DistanceAt after = nearest_to_place(path, {at_second(1500), at_second(2000)}, {1.5, 0.5});
    CHECK(after.time == at_second(1500));
}

TEST_CASE("a track that flies over a place is at no distance from it, on the antimeridian and at a pole too")
{
    const Track across = track({{179.5, 10}, {-179.5, 10.2}}, 600);
    const TrackPath path{across, LegReading::geodesic};
    CHECK(nearest_to_place(path, across.span(), path.at(at_second(333))).distance_m < 0.02);
    const Track polar = track({{0, 89}, {180, 89}}, 600);
    CHECK(nearest_to_place(TrackPath{polar, LegReading::geodesic}, polar.span(), {45, 90}).distance_m < 0.02);
}

TEST_CASE("no instant of a winding track is nearer to a place than the one found")
{
    RandomStream random{20151124, "winding"};
    for (int round = 0; round < 30; ++round) {
        CAPTURE(round);
        std::vector<LonLat> places;
        for (int i = 0; i < 12; ++i)
            places.push_back({random.uniform(36, 37), random.uniform(35, 36)});
        const Track t = track(places, 60);
        const TrackPath path{t, LegReading::geodesic};
        const LonLat place{random.uniform(35.5, 37.5), random.uniform(34.5, 36.5)};
        const DistanceAt found = nearest_to_place(path, t.span(), place);
        CHECK(found.distance_m == Approx(distance_m(path.at(found.time), place)).margin(1e-3));
        double least = std::numeric_limits<double>::infinity();
        for (Time at = t.span().from; at <= t.span().to; at += std::chrono::milliseconds{50})
            least = std::min(least, distance_m(path.at(at), place));
        CHECK(found.distance_m <= least + extreme_tolerance_m(least));
    }
}
