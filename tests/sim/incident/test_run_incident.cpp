#include "sim/incident/incident.h"

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// A flight along the equator through a degree of somebody's airspace, called once.
Scenario through_a_square()
{
    Scenario scenario;
    scenario.span = {at_second(0), at_second(4000)};
    scenario.max_gap = std::chrono::hours{2};
    Aircraft aircraft;
    aircraft.id = "A";
    aircraft.motion = track({{-1, 0}, {3, 0}}, 4000);
    scenario.aircraft.push_back(aircraft);
    Call call;
    call.time = at_second(500);
    call.to = "A";
    scenario.calls.push_back(call);
    return scenario;
}

const Airspaces square{{rectangle("SQUARE", 0, -1, 1, 1)}, EdgeReading::straight};

}  // namespace

TEST_CASE("on the caller's own ground an incident comes out as without")
{
    const Scenario scenario = through_a_square();
    const BorderIndex index{square};
    const BorderDistances distances{index.edges()};
    const AnalysisGround ground{square, index, distances, crossing_options_of(scenario)};
    CHECK(ground.options.max_gap == std::chrono::hours{2});

    Diagnostics diagnostics;
    const auto own = run_incident(scenario, ground, diagnostics);
    const auto made = run_incident(scenario, square, diagnostics);
    REQUIRE(own);
    REQUIRE(made);
    for (const Incident* incident : {&*own, &*made}) {
        REQUIRE(incident->report.tracks.size() == 1);
        const TrackReport& t = incident->report.tracks[0];
        REQUIRE(t.visits.size() == 1);
        CHECK(to_seconds(t.visits[0].entry.time - Time{}) == Approx(1000).margin(1e-6));
        CHECK(to_seconds(t.visits[0].exit.time - Time{}) == Approx(2000).margin(1e-6));
        REQUIRE(incident->report.calls.list.size() == 1);
        CHECK(*incident->report.calls.list[0].time_to_border_s == Approx(500).margin(1e-6));
    }
    CHECK(own->report.tracks[0].visits[0].max_depth_m == made->report.tracks[0].visits[0].max_depth_m);
    CHECK(diagnostics.list().empty());
}

TEST_CASE("what cannot be analysed on the caller's ground is told")
{
    Airspaces limited = square;
    limited.list[0].ceiling = Msl{1000};
    const Scenario scenario = through_a_square();
    const BorderIndex index{limited};
    const BorderDistances distances{index.edges()};
    Diagnostics diagnostics;
    CHECK_FALSE(
        run_incident(scenario, AnalysisGround{limited, index, distances, crossing_options_of(scenario)}, diagnostics));
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list()[0].path == "aircraft[0]");
}

TEST_CASE("rules about an airspace that is not there are refused, with those that are")
{
    Scenario scenario = through_a_square();
    scenario.rules = WarningRules{};
    scenario.rules->airspace = "SQUAR";
    Diagnostics diagnostics;
    CHECK_FALSE(run_incident(scenario, square, diagnostics));
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list()[0].path == "rules.airspace");
    CHECK(diagnostics.list()[0].message == "there is no airspace 'SQUAR'; those of the scenario are: SQUARE");
    for (const char* key : {"SQUARE", ""}) {
        scenario.rules->airspace = key;
        Diagnostics none;
        CHECK(run_incident(scenario, square, none));
        CHECK(none.list().empty());
    }
}
