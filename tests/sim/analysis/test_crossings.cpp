#include "sim/analysis/crossings.h"

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::vector<Crossing> crossings_of(const Airspaces& a, const Track& t, LegReading legs = LegReading::geodesic,
                                   std::optional<Duration> max_gap = {})
{
    const BorderIndex index{a};
    return find_crossings(t, a, index, {legs, max_gap});
}

double s_of(const Crossing& c)
{
    return to_seconds(c.time - Time{});
}

}  // namespace

TEST_CASE("a straight transit enters and leaves where lon/lat arithmetic says")
{
    const Airspaces a{{rectangle("A", 1, -1, 3, 1)}, EdgeReading::straight};
    const auto found = crossings_of(a, track({{0, 0.5}, {4, 0.5}}, 400), LegReading::straight);
    REQUIRE(found.size() == 2);
    CHECK(found[0].way == Way::in);
    CHECK(found[0].by == CrossedBy::side);
    CHECK(found[0].time == at_second(100));
    CHECK(found[0].error_s <= 1e-9);
    CHECK(found[0].place.lon_deg == Approx(1).margin(1e-12));
    CHECK(found[1].way == Way::out);
    CHECK(found[1].time == at_second(300));
}

TEST_CASE("along the equator a geodesic leg meets meridians in proportion to longitude")
{
    const Airspaces a{{rectangle("A", 179, -1, -179, 1)}, EdgeReading::straight};
    for (const bool west : {false, true}) {
        const auto places = west ? std::vector<LonLat>{{-178, 0}, {178, 0}} : std::vector<LonLat>{{178, 0}, {-178, 0}};
        const auto found = crossings_of(a, track(places, 400));
        REQUIRE(found.size() == 2);
        CHECK(s_of(found[0]) == Approx(100).margin(1e-8));
        CHECK(s_of(found[1]) == Approx(300).margin(1e-8));
        CHECK(std::abs(found[0].place.lon_deg) == Approx(179).margin(1e-12));
        CHECK(found[0].error_s < 1e-8);
    }
}

TEST_CASE("a touch at a corner, along a side from outside, or at a fix is no crossing")
{
    const Airspaces a{{airspace("A", {{{1, 0}, {2, 1}, {3, 0}, {2, -1}}})}, EdgeReading::straight};
    for (const LegReading legs : {LegReading::straight, LegReading::geodesic}) {
        CHECK(crossings_of(a, track({{0, 1}, {4, 1}}, 400), LegReading::straight).empty());
        CHECK(crossings_of(a, track({{1, -2}, {1, 0}, {0, 2}}, 100), legs).empty());
        CHECK(crossings_of(a, track({{1, -2}, {1, 0}, {1, 2}}, 100), legs).empty());
        CHECK(crossings_of(a, track({{3, -2}, {3, 2}}, 100), legs).empty());
    }
}

TEST_CASE("through a corner of two neighbours the leg leaves one and enters the other at one instant")
{
    const Airspaces a{{rectangle("SW", 0, 0, 1, 1), rectangle("NE", 1, 1, 2, 2), rectangle("SE", 1, 0, 2, 1),
                       rectangle("NW", 0, 1, 1, 2)},
                      EdgeReading::straight};
    const auto found = crossings_of(a, track({{0.5, 0.5}, {1.5, 1.5}}, 100), LegReading::straight);
    REQUIRE(found.size() == 4);
    CHECK(found[1].time == at_second(50));
    CHECK(found[2].time == at_second(50));
    CHECK(found[1].airspace == AirspaceId{0});
    CHECK(found[1].way == Way::out);
    CHECK(found[2].airspace == AirspaceId{1});
    CHECK(found[2].way == Way::in);
}

TEST_CASE("a stretch along a shared side counts for the neighbour to the south or east alone")
{
    const Airspaces a{{rectangle("S", 0, 0, 3, 1), rectangle("N", 0, 1, 3, 2)}, EdgeReading::straight};
    const auto found = crossings_of(a, track({{-1, 1}, {4, 1}}, 500), LegReading::straight);
    REQUIRE(found.size() == 2);
    CHECK(found[0].airspace == AirspaceId{0});
    CHECK(found[0].time == at_second(100));
    CHECK(found[1].time == at_second(400));

    const Airspaces slanted{{airspace("S", {{{0, 0}, {3, 1}, {3, 0}}}), airspace("N", {{{0, 0}, {0, 1}, {3, 1}}})},
                            EdgeReading::straight};
    const auto along = crossings_of(slanted, track({{-3, -1}, {6, 2}}, 300), LegReading::straight);
    REQUIRE(along.size() == 2);
    CHECK(along[0].airspace == AirspaceId{0});
    CHECK(along[0].time == at_second(100));
    CHECK(along[1].time == at_second(200));
}

TEST_CASE("a fix on the border begins the visit at that fix, whichever leg meets the side")
{
    const Airspaces a{{rectangle("A", 1, -1, 3, 1)}, EdgeReading::straight};
    for (const LegReading legs : {LegReading::straight, LegReading::geodesic}) {
        const auto found = crossings_of(a, track({{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}, 10), legs);
        REQUIRE(found.size() == 2);
        CHECK(s_of(found[0]) == Approx(10).margin(2e-9));
        CHECK(s_of(found[1]) == Approx(30).margin(2e-9));
    }
}

TEST_CASE("a track that begins and ends inside says start and end")
{
    const Airspaces a{{rectangle("A", 0, 0, 10, 10)}, EdgeReading::straight};
    const auto found = crossings_of(a, track({{4, 4}, {5, 5}, {6, 5}}, 60));
    REQUIRE(found.size() == 2);
    CHECK(found[0].by == CrossedBy::start);
    CHECK(found[0].time == at_second(0));
    CHECK(found[1].by == CrossedBy::end);
    CHECK(found[1].time == at_second(120));
}

TEST_CASE("a gap ends a visit and begins another")
{
    const Airspaces a{{rectangle("A", 0, 0, 10, 10)}, EdgeReading::straight};
    std::vector<Fix> fixes;
    for (const double t : {0.0, 10.0, 100.0, 110.0})
        fixes.push_back({at_second(t), {4 + t / 100, 4}, {}, {}});
    const auto found =
        crossings_of(a, *Track::make("t", AltitudeDatum::msl, fixes), LegReading::geodesic, seconds(60));
    REQUIRE(found.size() == 4);
    CHECK(found[1].by == CrossedBy::end);
    CHECK(found[1].time == at_second(10));
    CHECK(found[2].by == CrossedBy::start);
    CHECK(found[2].time == at_second(100));
}

TEST_CASE("a slanted leg enters through the ceiling and leaves through the floor, at a fifth of the leg")
{
    Airspaces a{{rectangle("A", 0, 0, 10, 10)}, EdgeReading::straight};
    a.list[0].floor = FlightLevel{195};
    a.list[0].ceiling = FlightLevel{245};
    const double foot = 0.3048;
    const auto found = crossings_of(a, track({{4, 4}, {5, 5}}, 250, {35000 * foot, 10000 * foot}));
    REQUIRE(found.size() == 2);
    CHECK(found[0].by == CrossedBy::ceiling);
    CHECK(s_of(found[0]) == Approx(105).margin(1e-9));
    CHECK(found[1].by == CrossedBy::floor);
    CHECK(s_of(found[1]) == Approx(155).margin(1e-9));
}

TEST_CASE("stacked layers share a climb out without gap or overlap, level flight on the line is the upper one's")
{
    Airspaces a{{rectangle("low", 0, 0, 10, 10), rectangle("high", 0, 0, 10, 10)}, EdgeReading::straight};
    a.list[0].ceiling = Msl{1000};
    a.list[1].floor = Msl{1000};
    const auto climb = crossings_of(a, track({{1, 1}, {2, 2}, {3, 3}}, 100, {500, 1700, 300}));
    REQUIRE(climb.size() == 6);
    CHECK(climb[1].time == climb[2].time);
    CHECK(climb[1].by == CrossedBy::ceiling);
    CHECK(climb[2].by == CrossedBy::floor);
    const auto level = crossings_of(a, track({{1, 1}, {2, 2}}, 100, {1000, 1000}));
    REQUIRE(level.size() == 2);
    CHECK(level[0].airspace == AirspaceId{1});
    const auto touch = crossings_of(a, track({{1, 1}, {2, 2}, {3, 3}}, 100, {500, 1000, 500}));
    REQUIRE(touch.size() == 2);
    CHECK(touch[0].airspace == AirspaceId{0});
    const auto reach = crossings_of(a, track({{1, 1}, {2, 2}, {3, 3}}, 100, {500, 1000, 1500}));
    REQUIRE(reach.size() == 4);
    CHECK(reach[1].time == at_second(100));
    CHECK(reach[1].by == CrossedBy::ceiling);
    CHECK(reach[2].by == CrossedBy::floor);
}
