#include "sim/evidence/crossing_search.h"

#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "sim/evidence/refine_crossings.h"
#include "tests/sim/evidence/ground.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TrialCrossing crossing(double length_m, double depth_m, SpeedRange speeds = {})
{
    TrialCrossing c;
    c.length_m = length_m;
    c.depth_m = depth_m;
    c.speeds = speeds;
    return c;
}

StatedFigure figure(CrossingFigure what, double low, double high)
{
    return {what, "", (low + high) / 2, {low, high}, {}};
}

Claim claim_of(std::vector<ClaimReading> length)
{
    Claim claim;
    claim.length = ClaimedFigure{std::move(length), ClaimBound::about};
    return claim;
}

}  // namespace

TEST_CASE("a crossing is feasible where one speed makes dwell, length and limits true")
{
    // 2,000 m in 10 to 12.5 s is 160 to 200 m/s.
    const TrialCrossing c = crossing(2000, 500, {150, 180});
    const std::vector<StatedFigure> figures{figure(CrossingFigure::dwell, 10, 12.5),
                                            figure(CrossingFigure::limits, 0, infinity)};
    const auto speeds = speeds_of(c, figures);
    REQUIRE(speeds);
    CHECK(speeds->low == Approx(160));
    CHECK(speeds->high == Approx(180));
    const CrossingSearch s = search_crossings({c}, figures);
    CHECK(s.feasible == std::vector<std::size_t>{0});
    CHECK(s.contradictions.empty());
    REQUIRE(s.ranges);
    CHECK(s.ranges->dwell_s.low == Approx(2000.0 / 180));
    CHECK(s.ranges->dwell_s.high == Approx(12.5));
}

TEST_CASE("of what excludes each other the smallest sets are told, with how near the others come")
{
    // Deep ones are long, as long as a wedge makes them.
    std::vector<TrialCrossing> crossings;
    for (int i = 1; i <= 30; ++i)
        crossings.push_back(crossing(100.0 * i, 40.0 * i));
    const std::vector<StatedFigure> figures{figure(CrossingFigure::depth, 790, 810),
                                            figure(CrossingFigure::length, 950, 1050),
                                            figure(CrossingFigure::dwell, 5, 100)};
    const CrossingSearch s = search_crossings(crossings, figures);
    CHECK(s.alone == std::vector<std::size_t>{1, 1, 30});
    CHECK(s.feasible.empty());
    CHECK(!s.ranges);
    REQUIRE(s.contradictions.size() == 1);
    CHECK(s.contradictions[0].figures == std::vector<std::size_t>{0, 1});
    // 1,000 m long is 400 m deep; 800 m deep is 2,000 m long.
    REQUIRE(s.contradictions[0].misses.size() == 2);
    CHECK(*s.contradictions[0].misses[0].below == Approx(400));
    CHECK(!s.contradictions[0].misses[0].above);
    CHECK(*s.contradictions[0].misses[1].above == Approx(2000));
    CHECK(!s.contradictions[0].misses[1].below);
}

TEST_CASE("three figures may exclude each other though every two of them agree")
{
    // 1,000 m in 10 s is 100 m/s; the aircraft flies from 120 m/s.
    const std::vector<TrialCrossing> crossings{crossing(1000, 1, {120, {}}), crossing(2000, 1, {120, {}})};
    const CrossingSearch s = search_crossings(crossings, {figure(CrossingFigure::dwell, 9.9, 10.1),
                                                          figure(CrossingFigure::length, 990, 1010),
                                                          figure(CrossingFigure::limits, 0, infinity)});
    REQUIRE(s.contradictions.size() == 1);
    CHECK(s.contradictions[0].figures == std::vector<std::size_t>{0, 1, 2});
    // With length and limits the dwell is at most 1,000 m / 120 m/s; limits themselves are no number.
    REQUIRE(s.contradictions[0].misses.size() == 2);
    CHECK(*s.contradictions[0].misses[0].below == Approx(1000.0 / 120));
    CHECK(*s.contradictions[0].misses[1].above == Approx(2000));
}

TEST_CASE("a figure of which no crossing is true is a contradiction by itself")
{
    const CrossingSearch s = search_crossings({crossing(1000, 100)}, {figure(CrossingFigure::depth, 500, 600),
                                                                      figure(CrossingFigure::length, 900, 1100)});
    REQUIRE(s.contradictions.size() == 1);
    CHECK(s.contradictions[0].figures == std::vector<std::size_t>{0});
    CHECK(search_crossings({}, {figure(CrossingFigure::depth, 1, 2)}).contradictions.empty());
}

TEST_CASE("figures are taken reading by reading, the same figure of two claims once")
{
    const std::vector<Claim> claims{claim_of({{1000, 50, "1.0 km"}, {1852, 90, "1.0 nmi"}}), claim_of({{1000, 50, "1.0 km"}})};
    const auto first = stated_figures(claims, 0);
    REQUIRE(first.size() == 1);
    CHECK(first[0].claims == std::vector<std::size_t>{0, 1});
    CHECK(first[0].range.low == 950);
    CHECK(first[0].range.high == 1050);
    const auto second = stated_figures(claims, 1);
    REQUIRE(second.size() == 2);
    CHECK(second[0].value == 1852);
    CHECK(second[1].value == 1000);  // it has no second reading
    Claim from_point;
    from_point.depth = ClaimedFigure{{{500, 5, "500 m"}}, ClaimBound::about};
    from_point.depth_from = LonLat{1, 2};
    CHECK(stated_figures({from_point}, 0)[0].what == CrossingFigure::point_distance);
}

TEST_CASE("a violation is none where all is true and grows with what is missing")
{
    const std::vector<StatedFigure> figures{figure(CrossingFigure::length, 900, 1100),
                                            figure(CrossingFigure::dwell, 9, 11),
                                            figure(CrossingFigure::speed, 50, 60)};
    // 1,000 m in 9 to 11 s is 91 to 111 m/s, above the 60 that are claimed.
    const double gap = (1000.0 / 11 - 60) / (1000.0 / 11);
    CHECK(violation(crossing(1000, 0), figures) == Approx(gap * gap));
    CHECK(violation(crossing(600, 0), figures) == Approx(0.09));
    CHECK(violation(crossing(1000, 0), {figures[0], figures[1]}) == 0);
}

TEST_CASE("between the lines of a coarse grid the one that fits is found")
{
    // A wedge with its tip on the equator, twice as high as wide: 0.3 degrees either side at 0.6.
    const Ground g{{{airspace("W", {{{0, 0}, {0.3, 0.6}, {-0.3, 0.6}}})}, EdgeReading::straight}};
    const CrossingGrid grid{{0, 0.05}, 12'000, 1000, 1000, 6, {}, {}, {}};
    TrialCrossings tried = try_crossings("W", grid, g.ground());
    // East to west at latitude y degrees the wedge is y wide: 4,321 m long within 2 m is met at one line a metre wide.
    const std::vector<StatedFigure> length{figure(CrossingFigure::length, 4320, 4322)};
    CHECK(search_crossings(tried.list, length).feasible.empty());
    const std::size_t before = tried.list.size();
    CHECK(refine_crossings(tried, length, "W", grid, g.ground()) > 0);
    const CrossingSearch s = search_crossings(tried.list, length);
    REQUIRE(!s.feasible.empty());
    CHECK(s.feasible.front() >= before);
    for (const std::size_t i : s.feasible)
        CHECK(tried.list[i].length_m == Approx(4321).margin(1));
}

TEST_CASE("what cannot be is not found by looking closer: deeper than half its length")
{
    const Ground g{{{airspace("W", {{{0, 0}, {0.3, 0.6}, {-0.3, 0.6}}})}, EdgeReading::straight}};
    const CrossingGrid grid{{0, 0.05}, 12'000, 500, 1000, 12, {}, {{5'000, {}}}, {}};
    TrialCrossings tried = try_crossings("W", grid, g.ground());
    const std::vector<StatedFigure> figures{figure(CrossingFigure::depth, 1500, 1600),
                                            figure(CrossingFigure::length, 1700, 2000)};
    CHECK(refine_crossings(tried, figures, "W", grid, g.ground()) == 0);
    const CrossingSearch s = search_crossings(tried.list, figures);
    REQUIRE(s.contradictions.size() == 1);
    // Any path inside is at least twice as long as it is deep.
    CHECK(s.contradictions[0].misses[0].below.value_or(0) <= 1000 + 1);
    CHECK(s.contradictions[0].misses[1].above.value_or(0) >= 3000 - 1);
}
