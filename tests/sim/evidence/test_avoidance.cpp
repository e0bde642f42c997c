#include <cmath>

#include <catch2/catch.hpp>

#include "sim/evidence/avoidance.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// One airspace and a flight of 200 m/s from a place into a direction for 200 s.
struct Case {
    Airspaces airspaces;
    Track flight;
    BorderIndex index{airspaces};
    BorderDistances distances{index.edges()};
    AnalysisGround ground() const { return {airspaces, index, distances, {}}; }

    std::vector<Avoidance> avoidances(const AvoidanceTurn& turn) const
    {
        const TrackReport report = analyse_track(flight, {"X", {}}, ground());
        REQUIRE(report.visits.size() == 1);
        return find_avoidances(flight, report, {}, turn, ground());
    }
    bool keeps_out(Time t, double angle_deg, const AvoidanceTurn& turn) const
    {
        const auto flown = avoiding_flight(flight, LegReading::geodesic, t, Angle::degrees(angle_deg).rad(), {}, turn);
        REQUIRE(flown);
        return find_crossings(*flown, airspaces, index, {}).empty();
    }
};

Case case_of(Airspace airspace, Angle course)
{
    const LonLat from{0, -0.2};
    return {{{std::move(airspace)}, EdgeReading::straight}, track({from, direct(from, course, 40'000)}, 200)};
}

AvoidanceTurn banked(double bank_deg, double roll_degps)
{
    AvoidanceTurn turn;
    turn.bank_rad = Angle::degrees(bank_deg).rad();
    turn.roll_rate_radps = Angle::degrees(roll_degps).rad();
    return turn;
}

void check_a_tenth_of_a_second(const Case& c)
{
    const AvoidanceTurn turn = banked(30, 20);
    const auto found = c.avoidances(turn);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].turn);
    bool in_time = false, late = false;
    for (const double angle : {-180.0, -135.0, -90.0, -45.0, 45.0, 90.0, 135.0, 180.0}) {
        in_time = c.keeps_out(*found[0].turn, angle, turn) || in_time;
        late = c.keeps_out(*found[0].turn + seconds(0.1), angle, turn) || late;
    }
    CHECK(in_time);
    CHECK_FALSE(late);
    CHECK(found[0].clearance_m >= 0);
    CHECK(found[0].clearance_m < 1);
}

}  // namespace

TEST_CASE("square at a straight border the last turn begins one radius before it")
{
    // R = 200^2 / (9.80665 tan 45 deg) = 4,078.86 m. Rolling in at 1,000 degrees a second takes 0.045 s, in which
    // half of the turning is lost at most: 9 m.
    const Case c = case_of(rectangle("A", -2, 0, 2, 1), Angle::degrees(0));
    const auto found = c.avoidances(banked(45, 1000));
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].turn);
    CHECK(found[0].distance_to_border_m > 4078.8);
    CHECK(found[0].distance_to_border_m < 4088);
    CHECK(found[0].tas_mps == Approx(200).epsilon(1e-6));
    CHECK(found[0].load_factor == Approx(std::sqrt(2.0)));
    CHECK(found[0].clearance_m < 0.3);  // 1 ms at 200 m/s and the search's own centimetre
}

TEST_CASE("the last turn just keeps out, and a tenth of a second later none does")
{
    SECTION("square")
    {
        check_a_tenth_of_a_second(case_of(rectangle("A", -2, 0, 2, 1), Angle::degrees(0)));
    }
    SECTION("slanted course")
    {
        check_a_tenth_of_a_second(case_of(rectangle("A", -2, 0, 2, 1), Angle::degrees(40)));
    }
    SECTION("slanted border with a corner")
    {
        check_a_tenth_of_a_second(
            case_of(airspace("A", {{{-1, 0.2}, {0.03, -0.05}, {1, 0.1}, {0, 1}}}), Angle::degrees(5)));
    }
}

TEST_CASE("a reaction time moves the last call, not the turn")
{
    const Case c = case_of(rectangle("A", -2, 0, 2, 1), Angle::degrees(0));
    AvoidanceTurn turn = banked(30, 10);
    const auto at_once = c.avoidances(turn);
    turn.reaction_s = 7;
    const auto slow = c.avoidances(turn);
    REQUIRE(at_once.at(0).turn);
    CHECK(at_once[0].call == at_once[0].turn);
    CHECK(slow.at(0).turn == at_once[0].turn);
    CHECK(*slow[0].turn - *slow[0].call == seconds(7));
}

TEST_CASE("an aircraft that hardly turns has no last turn")
{
    const Case c = case_of(rectangle("A", -2, 0, 2, 1), Angle::degrees(0));
    const auto found = c.avoidances(banked(0.2, 10));
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].turn);
    CHECK_FALSE(found[0].call);
}
