#include <cmath>

#include <catch2/catch.hpp>

#include "sim/evidence/crossing_search.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Ground {
    explicit Ground(Airspaces a) : airspaces{std::move(a)} {}
    Airspaces airspaces;
    BorderIndex index{airspaces};
    BorderDistances distances{index.edges()};
    AnalysisGround ground() const { return {airspaces, index, distances, {}}; }
};

const ClaimSubset* subset_of(const CrossingSearch& s, const std::vector<std::string>& claims)
{
    for (const ClaimSubset& subset : s.subsets)
        if (subset.claims == claims)
            return &subset;
    return nullptr;
}

/// A strip along the equator, 0.02 degrees of longitude wide: 2226.4 m, and far longer than the circle.
Ground strip()
{
    return Ground{{{rectangle("S", -0.01, -1, 0.01, 1)}, EdgeReading::straight}};
}

}  // namespace

TEST_CASE("square across a strip a flight is as long as the strip is wide and half as deep, at width over dwell")
{
    const Ground g = strip();
    // a pi / 180 along the equator.
    const double width_m = 0.02 * 111319.4908;
    CrossingClaims claims;
    claims.dwell_s = ClaimRange{10, 20};
    const CrossingSearch s = search_crossings("S", claims, {{0, 0}, 8000, 1000, 6}, g.ground());
    REQUIRE(!s.crossings.empty());
    CHECK(s.feasible.size() == s.crossings.size());
    bool square = false;
    for (const StraightCrossing& c : s.crossings) {
        const double slant = std::abs(std::sin(c.heading.rad()));
        CHECK(c.length_m == Approx(width_m / slant).epsilon(1e-5));
        CHECK(c.depth_m == Approx(width_m / 2).margin(0.1));
        CHECK(c.length_m >= 2 * c.depth_m - 0.1);
        const auto v = speeds_of(c, claims);
        REQUIRE(v);
        CHECK(v->low == Approx(c.length_m / 20));
        CHECK(v->high == Approx(c.length_m / 10));
        square = square || slant > 0.999999;
    }
    CHECK(square);
}

TEST_CASE("deeper than half the length is a contradiction, told with its figures")
{
    // A wedge with its tip on the equator that opens to the north, as wide as it is high.
    const Ground g{{{airspace("W", {{{0, 0}, {0.3, 0.6}, {-0.3, 0.6}}})}, EdgeReading::straight}};
    CrossingClaims claims;
    claims.depth_m = ClaimRange{1500, 1600};
    claims.length_m = ClaimRange{1700, 2000};
    const CrossingSearch s = search_crossings("W", claims, {{0, 0.05}, 12'000, 100, 12}, g.ground());
    REQUIRE(subset_of(s, {"depth"})->crossings > 0);
    REQUIRE(subset_of(s, {"length"})->crossings > 0);
    CHECK(subset_of(s, {"depth", "length"})->contradiction);
    CHECK(s.feasible.empty());
    REQUIRE(s.least_length_m);
    REQUIRE(s.greatest_depth_m);
    // Any path inside is at least twice as long as it is deep.
    CHECK(*s.least_length_m >= 3000 - 0.1);
    CHECK(*s.greatest_depth_m <= 1000 + 0.1);
}

TEST_CASE("a speed that the type cannot fly contradicts length and dwell together")
{
    const Ground g = strip();
    CrossingClaims claims;
    claims.length_m = ClaimRange{2200, 2600};
    claims.dwell_s = ClaimRange{29, 31};
    claims.limits.least_tas_mps = 120;
    const CrossingSearch s = search_crossings("S", claims, {{0, 0}, 8000, 1000, 6}, g.ground());
    CHECK(subset_of(s, {"dwell", "length", "limits"})->contradiction);
    CHECK(subset_of(s, {"dwell", "length"})->crossings > 0);
    // Longer slants are fast enough.
    CHECK(subset_of(s, {"dwell", "limits"})->crossings > 0);
    CHECK(s.needed_speed_mps->low == Approx(2200.0 / 31));
    CHECK(s.needed_speed_mps->high == Approx(2600.0 / 29));
}

TEST_CASE("claims merge to what all of them allow, reading by reading")
{
    Claim first, second;
    first.length = ClaimedFigure{{{1000, 50, "1.0 km"}, {1852, 90, "1.0 nmi"}}, ClaimBound::about};
    second.length = ClaimedFigure{{{1020, 0, "1020 m"}}, ClaimBound::at_least};
    CHECK(crossing_claims({first, second}, 0, {}).length_m->low == 1020);
    CHECK(crossing_claims({first, second}, 0, {}).length_m->high == 1050);
    CHECK(crossing_claims({first, second}, 1, {}).length_m->low == 1762);
    CHECK(!crossing_claims({first}, 0, {}).dwell_s);
}

TEST_CASE("the mass whose stall a speed is undoes the stall speed of that mass")
{
    AircraftType type;
    CHECK(!stall_mass_kg(type, 5000, 100));
    type.mass_kg = 20'000;
    type.wing_area_m2 = 50;
    type.max_lift_coefficient = 1.2;
    CHECK(*stall_mass_kg(type, 6000, *stall_tas_mps(type, 6000)) == Approx(20'000));
}
