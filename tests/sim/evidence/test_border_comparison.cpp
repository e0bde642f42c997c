#include <cmath>

#include <catch2/catch.hpp>

#include "sim/evidence/border_comparison.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// Airspaces with all that a comparison asks of them.
struct Ground {
    explicit Ground(Airspaces a) : airspaces{std::move(a)} {}
    Airspaces airspaces;
    BorderIndex index{airspaces};
    BorderDistances distances{index.edges()};
    AnalysisGround ground{airspaces, index, distances, {}, ClosestTo::each_key};
};

BorderVariant named(const std::string& id)
{
    return {id, id, EdgeReading::straight, "", "", {}};
}

}  // namespace

TEST_CASE("a border 500 m farther east is 500 m apart and makes the dwell shorter by 500 m at the speed flown")
{
    const double shift_deg = direct({1, 0}, Angle::degrees(90), 500).lon_deg - 1;
    const Ground ours{{{rectangle("TUR", 1, -1, 2, 1)}, EdgeReading::straight}};
    const Ground theirs{{{rectangle("TR", 1 + shift_deg, -1, 2, 1)}, EdgeReading::straight}};
    const Track t = track({{0.9, 0}, {1.1, 0}}, 100);
    const double speed_mps = distance_m({0.9, 0}, {1.1, 0}) / 100;

    const BorderComparison c = compare_borders(
        {{t, {"RUS", {}}}}, {{named("scenario"), {}, ours.ground}, {named("other"), {{"TUR", "TR"}}, theirs.ground}});
    REQUIRE(c.variants.size() == 3);
    CHECK(c.variants[1].id == "scenario geodesic");
    CHECK(c.variants[2].id == "other");
    REQUIRE(c.rows.size() == 1);
    const BorderRow& row = c.rows[0];
    REQUIRE(row.verdicts.size() == 3);
    CHECK(row.unanimous);
    CHECK(row.verdicts[0].dwell_s - row.verdicts[2].dwell_s == Approx(500 / speed_mps).epsilon(1e-6));
    CHECK(row.greatest_dwell_s - row.least_dwell_s == Approx(500 / speed_mps).epsilon(1e-6));
    REQUIRE(row.apart_m);
    CHECK(*row.apart_m == Approx(500).epsilon(1e-6));
    CHECK(row.apart_variant == "other");
    CHECK(row.apart_at.lon_deg == Approx(1 + shift_deg).margin(1e-9));
}

TEST_CASE("a variant that does not know a key has no say in the verdict")
{
    const Ground ours{{{rectangle("TUR", 1, -1, 2, 1)}, EdgeReading::straight}};
    const Ground theirs{{{rectangle("SYR", 1, -1, 2, 1)}, EdgeReading::straight}};
    const Track t = track({{0.9, 0}, {1.1, 0}}, 100);
    const BorderComparison c = compare_borders(
        {{t, {"RUS", {}}}}, {{named("scenario"), {}, ours.ground}, {named("other"), {}, theirs.ground}});
    REQUIRE(c.rows.size() == 1);
    CHECK_FALSE(c.rows[0].verdicts[2].known);
    CHECK(c.rows[0].unanimous);
    CHECK(c.rows[0].least_dwell_s == c.rows[0].verdicts[0].dwell_s);
}

TEST_CASE("a border that only one variant draws across the track is told as not unanimous")
{
    const Ground ours{{{rectangle("TUR", 1, 0.01, 2, 1)}, EdgeReading::straight}};
    const Ground theirs{{{rectangle("TUR", 1, -0.01, 2, 1)}, EdgeReading::straight}};
    const Track t = track({{1.4, -0.005}, {1.6, 0.005}}, 100);
    const auto compared = [&](const Belonging& belonging) {
        return compare_borders({{t, belonging}},
                               {{named("scenario"), {}, ours.ground}, {named("other"), {}, theirs.ground}});
    };
    const BorderComparison c = compared({"RUS", {}});
    REQUIRE(c.rows.size() == 1);
    CHECK_FALSE(c.rows[0].unanimous);
    CHECK(c.rows[0].verdicts[0].closest_m == Approx(distance_m({1.6, 0.005}, {1.6, 0.01})).margin(0.02));
    CHECK(compared({"TUR", {}}).rows.empty());
}

TEST_CASE("a side of half a degree lies apart by L^2 tan(lat) / (8 R) from its other reading")
{
    const Ground ours{{{rectangle("TUR", 10, 45, 10.5, 46)}, EdgeReading::straight}};
    const Track t = track({{10.25, 44.9}, {10.25, 45.1}}, 100);
    const BorderComparison c = compare_borders({{t, {"RUS", {}}}}, {{named("scenario"), {}, ours.ground}});
    REQUIRE(c.rows.size() == 1);
    REQUIRE(c.rows[0].apart_m);
    const double length_m = distance_m({10, 45}, {10.5, 45});
    // The parallel's curvature is tan(lat) / N; N is the radius across the meridian, 6,388,838 m at 45 degrees.
    CHECK(*c.rows[0].apart_m == Approx(length_m * length_m / (8 * 6388838.0)).epsilon(2e-3));
    CHECK(c.rows[0].apart_variant == "scenario geodesic");
}
