#include "sim/incident/claim_study.h"

#include <cmath>

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr double width_m = 0.02 * 111319.4908;  // of the strip: a pi / 180 along the equator

ClaimedFigure about(double value, double half_step, std::string text)
{
    return {{{value, half_step, std::move(text)}}, ClaimBound::about};
}

Claim claim_on(std::string account, std::string aircraft)
{
    Claim claim;
    claim.account = std::move(account);
    claim.aircraft = std::move(aircraft);
    claim.airspace = "S";
    return claim;
}

/// An aircraft at 5,000 m that crosses a strip square at its middle, at 100 m/s.
Scenario across_a_strip()
{
    Scenario scenario;
    scenario.span = {at_second(0), at_second(1000)};
    Aircraft aircraft;
    aircraft.id = "A";
    aircraft.account = "left";
    aircraft.motion = track({{-0.02, 0}, {0.02, 0}}, 2 * width_m / 100, {5000, 5000});
    aircraft.type = AircraftType{};
    aircraft.type->id = "glider";
    aircraft.type->mass_kg = 20'000;
    aircraft.type->wing_area_m2 = 50;
    aircraft.type->max_lift_coefficient = 1.2;
    scenario.aircraft.push_back(aircraft);
    return scenario;
}

std::vector<ClaimStudy> studies_of(const Scenario& scenario, const StudyOptions& options)
{
    static const Airspaces strip{{rectangle("S", -0.01, -1, 0.01, 1)}, EdgeReading::straight};
    static const BorderIndex index{strip};
    static const BorderDistances distances{index.edges()};
    const AnalysisGround ground{strip, index, distances, crossing_options_of(scenario)};
    Diagnostics diagnostics;
    const auto incident = run_incident(scenario, ground, diagnostics);
    REQUIRE(incident);
    return study_claims(scenario, *incident, ground, options);
}

StudyOptions coarse()
{
    StudyOptions options;
    options.step_m = 1000;
    options.directions = 12;
    options.turns = false;
    return options;
}

}  // namespace

TEST_CASE("claims are studied by account, aircraft and airspace, and what claims no crossing is not")
{
    Scenario scenario = across_a_strip();
    Claim dwell = claim_on("left", "A"), length = claim_on("left", "A"), other = claim_on("right", "B");
    dwell.dwell = about(20, 0.5, "20 s");
    length.length = about(2200, 50, "2.2 km");
    other.depth = about(1000, 50, "1 km");
    Claim outside = claim_on("left", "A"), calls = claim_on("left", "A");
    outside.airspace = "T";
    outside.dwell = about(0, 0.5, "0 s");  // never inside
    calls.calls = about(10, 0, "10");
    scenario.claims = {dwell, calls, length, outside, other};
    const auto studies = studies_of(scenario, coarse());
    REQUIRE(studies.size() == 2);
    CHECK(studies[0].claims == std::vector<std::size_t>{0, 2});
    CHECK(studies[0].not_searched.empty());
    CHECK(studies[0].altitude_m == Approx(5000));
    CHECK(!studies[0].altitude_is_claimed);
    CHECK(studies[1].account == "right");
    CHECK(studies[1].not_searched == "the account has no track near the airspace; name a centre to search around");
}

TEST_CASE("the speed that a claimed length needs is length over dwell, with the mass that stalls there")
{
    Scenario scenario = across_a_strip();
    Claim claim = claim_on("left", "A");
    claim.dwell = about(20, 0.5, "20 s");
    claim.length = about(2300, 50, "2.3 km");
    claim.depth = about(1113, 5, "1113 m");
    scenario.claims = {claim};
    const auto studies = studies_of(scenario, coarse());
    REQUIRE(studies[0].readings.size() == 1);
    const ReadingStudy& reading = studies[0].readings[0];
    const auto of = [&](CrossingFigure what) {
        for (const NeededSpeed& n : reading.needed)
            if (reading.search.figures[n.figure].what == what)
                return n;
        FAIL("no needed speed");
        return NeededSpeed{};
    };
    const NeededSpeed length = of(CrossingFigure::length), depth = of(CrossingFigure::depth);
    CHECK(length.speed_mps == Approx(115));
    CHECK(length.range_mps.low == Approx(2250 / 20.5));
    CHECK(length.range_mps.high == Approx(2350 / 19.5));
    CHECK(!length.at_least);
    // m = rho0 sigma V^2 S CLmax / (2 g), sigma of 5,000 m in the standard atmosphere 0.6009 (ICAO Doc 7488).
    CHECK(*length.stall_mass_kg == Approx(1.225 * 0.6009 * 115 * 115 * 50 * 1.2 / (2 * 9.80665)).epsilon(1e-4));
    // As deep as half the strip is any crossing of it; the shortest is square across.
    CHECK(depth.at_least);
    CHECK(depth.path_m == Approx(width_m));
    CHECK(depth.speed_mps == Approx(width_m / 20));
    CHECK(std::isinf(depth.range_mps.high));
}

TEST_CASE("what the type cannot fly takes part in the contradiction, and what follows from speed and dwell is told")
{
    Scenario scenario = across_a_strip();
    Claim claim = claim_on("left", "A");
    claim.dwell = about(40, 0.5, "40 s");
    claim.length = about(2300, 50, "2.3 km");
    scenario.claims = {claim};
    const auto studies = studies_of(scenario, coarse());
    const ReadingStudy& reading = studies[0].readings[0];
    // 2.3 km in 40 s is 58 m/s; the stall is (2 m g / (rho S CLmax))^(1/2) = 94 m/s.
    CHECK(*studies[0].speeds.least_tas_mps == Approx(94.2).margin(0.1));
    REQUIRE(reading.search.contradictions.size() == 1);
    CHECK(reading.search.contradictions[0].figures == std::vector<std::size_t>{0, 1, 2});
    REQUIRE(reading.trade_offs.size() == 1);
    CHECK(reading.trade_offs[0].length_m.low == 2250);
    CHECK(reading.trade_offs[0].length_m.high == 2350);
}

TEST_CASE("every reading of a claim's units is searched by itself")
{
    Scenario scenario = across_a_strip();
    Claim claim = claim_on("left", "A");
    claim.length = ClaimedFigure{{{2250, 30, "2.25 km"}, {1000, 30, "1 km"}}, ClaimBound::about};
    scenario.claims = {claim};
    const auto studies = studies_of(scenario, coarse());
    REQUIRE(studies[0].readings.size() == 2);
    CHECK(!studies[0].readings[0].search.feasible.empty());
    // No crossing of the strip is shorter than it is wide.
    REQUIRE(studies[0].readings[1].search.contradictions.size() == 1);
    CHECK(*studies[0].readings[1].search.contradictions[0].misses[0].above == Approx(width_m).epsilon(1e-5));
}

TEST_CASE("the grid follows the claims unless it is asked for, and depth may be told from a point")
{
    Scenario scenario = across_a_strip();
    Claim claim = claim_on("left", "A");
    claim.depth = about(10'000, 50, "10 km");
    scenario.claims = {claim};
    StudyOptions options = coarse();
    options.step_m.reset();
    options.depth_from = LonLat{0, 0.02};
    options.radius_m = 8'000;
    const ClaimStudy asked = studies_of(scenario, options)[0];
    CHECK(asked.grid.radius_m == 8'000);
    CHECK(asked.grid.step_m == 80);  // 100 m would do, but not more than a hundredth of the radius
    CHECK(asked.readings[0].search.figures[0].what == CrossingFigure::point_distance);
    options.radius_m.reset();
    options.depth_from.reset();
    const ClaimStudy chosen = studies_of(scenario, options)[0];
    CHECK(chosen.grid.radius_m == 40'000);
    CHECK(chosen.grid.step_m == 100);
    CHECK(chosen.grid.centre.lon_deg == Approx(-0.01).margin(1e-9));
}

TEST_CASE("airspaces with a floor are not searched, and it is said why")
{
    Scenario scenario = across_a_strip();
    Claim claim = claim_on("left", "A");
    claim.length = about(2300, 50, "2.3 km");
    scenario.claims = {claim};
    Airspaces airspaces{{rectangle("S", -0.01, -1, 0.01, 1)}, EdgeReading::straight};
    airspaces.list[0].floor = Msl{3000};
    Diagnostics diagnostics;
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    const AnalysisGround ground{airspaces, index, distances, {}};
    const auto incident = run_incident(scenario, ground, diagnostics);
    REQUIRE(incident);
    CHECK(study_claims(scenario, *incident, ground, coarse())[0].not_searched ==
          "the airspace has a floor or a ceiling");
}
