#include <catch2/catch.hpp>

#include "sim/incident/incident.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

// A degree of the equator is 111,319.49 m long; half a degree of the meridian from there 55,287.15 m, the whole one
// 110,574.39 m.
constexpr double half_degree_m = 55287.15;
constexpr double degree_m = 110574.39;

Aircraft flight(const std::string& id, const std::string& account, double lat, const std::string& same_as = "")
{
    Aircraft aircraft;
    aircraft.id = id;
    aircraft.account = account;
    aircraft.same_as = same_as;
    std::vector<Fix> fixes;
    for (const double s : {0.0, 2000.0, 4000.0})
        fixes.push_back({at_second(s), {s / 1000 - 1, lat}, 3000, std::nullopt});
    aircraft.motion = *Track::make(id, AltitudeDatum::msl, std::move(fixes));
    return aircraft;
}

/// Eastwards by a thousandth of a degree a second: one account has its aircraft in the square from 1000 to 2000 s, the
/// other has the same machine two degrees north of that, never inside. `OTHER` is another machine.
Scenario two_versions(const Claim& claim)
{
    Scenario scenario;
    scenario.span = {at_second(0), at_second(4000)};
    scenario.legs = LegReading::straight;
    scenario.aircraft = {flight("IN", "one", 0), flight("OTHER", "two", 0.5), flight("OUT", "two", 2, "IN")};
    scenario.claims = {claim};
    return scenario;
}

Claim about_in()
{
    Claim claim;
    claim.account = "one";
    claim.aircraft = "IN";
    claim.airspace = "SQUARE";
    return claim;
}

const Airspaces square{{rectangle("SQUARE", 0, -1, 1, 1)}, EdgeReading::straight};

ClaimReport checked(const Scenario& scenario)
{
    Diagnostics diagnostics;
    const auto incident = run_incident(scenario, square, diagnostics);
    REQUIRE(incident);
    REQUIRE(incident->report.claims.size() == 1);
    return incident->report.claims[0];
}

ClaimReport checked(const Claim& claim)
{
    return checked(two_versions(claim));
}

std::vector<std::string> tracks_of(const ClaimReport& report)
{
    std::vector<std::string> tracks;
    for (const ClaimFigure& figure : report.figures)
        tracks.push_back(figure.what + " " + figure.track);
    return tracks;
}

}  // namespace

TEST_CASE("an entry is claimed to within its tolerance")
{
    Claim claim = about_in();
    claim.entry_time = at_second(1000.5);
    claim.entry_time_half_step_s = 0.4;
    const ClaimFigure early = checked(claim).figures.at(0);
    CHECK(early.what == "entry_time");
    CHECK(early.unit == "s");
    CHECK(early.claimed == 1000.5);
    CHECK(early.claimed_time == claim.entry_time);
    REQUIRE(early.found);
    CHECK(*early.found == Approx(1000).margin(1e-6));
    CHECK(to_seconds(*early.found_time - at_second(1000)) == Approx(0).margin(1e-6));
    CHECK_FALSE(early.holds);
    claim.entry_time_half_step_s = 0.6;
    CHECK(checked(claim).figures.at(0).holds);
    claim.entry_time = at_second(999.5);
    CHECK(checked(claim).figures.at(0).holds);
}

TEST_CASE("seconds of an entry count from the start of the scenario")
{
    Claim claim = about_in();
    claim.entry_time = at_second(1010);
    Scenario scenario = two_versions(claim);
    scenario.span.from = at_second(-500);
    const ClaimFigure figure = checked(scenario).figures.at(0);
    CHECK(figure.claimed == 1510);
    CHECK(*figure.found == Approx(1500).margin(1e-6));
}

TEST_CASE("who was inside from the start was not seen to enter")
{
    Claim claim = about_in();
    claim.entry_time = at_second(0);
    claim.entry_time_half_step_s = 1e6;
    Scenario scenario = two_versions(claim);
    scenario.aircraft = {scenario.aircraft[0]};
    scenario.aircraft[0].motion = track({{0.5, 0}, {2, 0}}, 1500);
    const ClaimFigure figure = checked(scenario).figures.at(0);
    CHECK_FALSE(figure.found);
    CHECK_FALSE(figure.found_time);
    CHECK_FALSE(figure.holds);
}

TEST_CASE("a position is set against the track at its time, or against all of it where it has none")
{
    Claim claim = about_in();
    claim.position = LonLat{0.5, 0.5};
    claim.position_half_step_m = 60000;
    const ClaimFigure ever = checked(claim).figures.at(0);
    CHECK(ever.what == "position");
    CHECK(ever.claimed == 0);
    CHECK(ever.place == claim.position);
    CHECK(*ever.found == Approx(half_degree_m).margin(0.1));
    CHECK(to_seconds(*ever.found_time - at_second(1500)) == Approx(0).margin(2));
    CHECK_FALSE(ever.claimed_time);
    CHECK(ever.holds);
    claim.position_half_step_m = 50000;
    CHECK_FALSE(checked(claim).figures.at(0).holds);

    claim.position = LonLat{0.5, 0};
    claim.position_time = at_second(1600);  // a tenth of a degree farther east
    claim.position_half_step_m = 11200;
    const ClaimFigure then = checked(claim).figures.at(0);
    CHECK(*then.found == Approx(11131.949).margin(0.01));
    CHECK(then.found_time == claim.position_time);
    CHECK(then.claimed_time == claim.position_time);
    CHECK(then.holds);
}

TEST_CASE("nobody knows where a track is before its first fix, after its last and in gaps")
{
    Claim claim = about_in();
    claim.position = LonLat{0.5, 0};
    claim.position_half_step_m = 1e7;
    for (const double s : {-1.0, 4001.0}) {
        claim.position_time = at_second(s);
        const ClaimFigure figure = checked(claim).figures.at(0);
        CHECK_FALSE(figure.found);
        CHECK_FALSE(figure.holds);
    }
    claim.position_time = at_second(4000);
    CHECK(checked(claim).figures.at(0).found);

    // Fixes at 0, 10, 3990 and 4000 s: the place passed at 1500 s lies in the gap, so its ends are nearest.
    Scenario scenario = two_versions(claim);
    scenario.max_gap = std::chrono::seconds{60};
    std::vector<Fix> fixes;
    for (const double s : {0.0, 10.0, 3990.0, 4000.0})
        fixes.push_back({at_second(s), {s / 1000 - 1, 0}, 3000, std::nullopt});
    scenario.aircraft[0].motion = *Track::make("IN", AltitudeDatum::msl, std::move(fixes));
    scenario.claims[0].position_time = at_second(1500);
    CHECK_FALSE(checked(scenario).figures.at(0).found);
    scenario.claims[0].position_time.reset();
    const ClaimFigure ever = checked(scenario).figures.at(0);
    CHECK(ever.found_time == at_second(10));
    CHECK(*ever.found == Approx(1.49 * 111319.4908).margin(0.1));
}

TEST_CASE("a depth told from a place is the least distance of the track from there, not from the border")
{
    Claim claim = about_in();
    claim.depth = ClaimedFigure{{{55300, 50, "55.3 km"}}, ClaimBound::about};
    CHECK(checked(claim).figures.at(0).what == "depth");
    claim.depth_from = LonLat{0.5, -0.5};
    const ClaimReport report = checked(claim);
    const ClaimFigure& figure = report.figures.at(0);
    CHECK(figure.what == "depth_from");
    CHECK(figure.place == claim.depth_from);
    CHECK(figure.claimed == 55300);
    CHECK(*figure.found == Approx(half_degree_m).margin(0.1));
    CHECK(figure.holds);
}

TEST_CASE("a claim is set against every account's track of the machine, its own first, and against no other")
{
    Claim claim = about_in();
    claim.dwell = ClaimedFigure{{{1000, 5, "1000 s"}, {0, 5, "0 s"}}, ClaimBound::about};
    claim.min_distance = ClaimedFigure{{{100000, 500, "100 km"}}, ClaimBound::at_least};
    claim.entry_time = at_second(1000);
    claim.entry_time_half_step_s = 1;
    claim.calls = ClaimedFigure{{{10, 0, "10"}}, ClaimBound::about};
    const ClaimReport report = checked(claim);
    CHECK(tracks_of(report) == std::vector<std::string>{"dwell IN", "dwell IN", "min_distance IN", "entry_time IN",
                                                        "calls ", "dwell OUT", "dwell OUT", "min_distance OUT",
                                                        "entry_time OUT"});
    CHECK(report.figures[0].holds);
    CHECK_FALSE(report.figures[1].holds);
    CHECK(*report.figures[5].found == 0);
    CHECK_FALSE(report.figures[5].holds);
    CHECK(report.figures[6].holds);
    CHECK(*report.figures[2].found == 0);
    CHECK(*report.figures[7].found == Approx(degree_m).epsilon(1e-3));  // from two degrees north to one
    CHECK(report.figures[7].holds);
    CHECK_FALSE(report.figures[8].found);
}

TEST_CASE("it does not matter which of two accounts says that an aircraft is the same")
{
    Claim claim = about_in();
    claim.account = "two";
    claim.aircraft = "OUT";
    claim.dwell = ClaimedFigure{{{0, 0.5, "0 s"}}, ClaimBound::about};
    CHECK(tracks_of(checked(claim)) == std::vector<std::string>{"dwell OUT", "dwell IN"});
    // A third account's, through the second.
    Scenario scenario = two_versions(claim);
    scenario.aircraft.push_back(flight("THIRD", "three", 3, "OUT"));
    CHECK(tracks_of(checked(scenario)) == std::vector<std::string>{"dwell OUT", "dwell IN", "dwell THIRD"});
}

TEST_CASE("the speed that a claim asks for is worked out for its own track alone")
{
    Claim claim = about_in();
    claim.dwell = ClaimedFigure{{{1000, 5, "1000 s"}}, ClaimBound::about};
    CHECK(checked(claim).arithmetic.size() == 1);
}
