#include <catch2/catch.hpp>

#include "sim/analysis/calls_report.h"
#include "sim/evidence/warnings.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// North at 200 m/s for 200 s from 20 km south of an airspace `A` that begins at the equator: in at 100 s.
WarningReport assessed(const WarningRules& rules, const std::vector<double>& calls_s, const std::vector<Event>& events)
{
    const Airspaces airspaces{{rectangle("A", -2, 0, 2, 1)}, EdgeReading::straight};
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    const AnalysisGround ground{airspaces, index, distances, {}};
    const LonLat from = direct({0, 0}, Angle::degrees(180), 20'000);
    const std::vector<Track> tracks{track({from, direct(from, Angle::degrees(0), 40'000)}, 200)};
    Scenario scenario;
    scenario.aircraft.resize(1);
    scenario.aircraft[0].id = "test";
    scenario.aircraft[0].avoidance = AvoidanceTurn{Angle::degrees(45).rad(), {}, Angle::degrees(1000).rad(), 5};
    scenario.rules = rules;
    Report report;
    report.tracks.push_back(analyse_track(tracks[0], {"X", {}}, ground));
    report.events = events;
    std::vector<Call> calls;
    for (const double s : calls_s) {
        Call call;
        call.time = at_second(s);
        call.to = "test";
        calls.push_back(call);
    }
    report.calls = analyse_calls(calls, {{"test", CalledAircraft{tracks[0], {"X", {}}, {}}}}, ground);
    return assess_warnings(scenario, tracks, report, ground);
}

Event engaged(double at_s)
{
    Event event;
    event.time = at_second(at_s);
    event.title = "shot";
    event.aircraft = "test";
    event.by = "patrol";
    event.action = RuleAction::engage;
    return event;
}

std::vector<RuleFinding> findings(const WarningReport& report, const std::string& rule)
{
    std::vector<RuleFinding> found;
    for (const RuleCheck& check : report.rules)
        if (check.rule == rule)
            found.push_back(check.finding);
    return found;
}

using Findings = std::vector<RuleFinding>;

}  // namespace

TEST_CASE("calls are timed against the entry and the last call that helps")
{
    // The last turn begins 4,079 m (20.4 s) before the border, the last call 5 s before that: at 74.6 s.
    const auto report = assessed({}, {50, 80, 150}, {});
    REQUIRE(report.calls.size() == 3);
    CHECK(report.calls[0].heading_for_border);
    CHECK(*report.calls[0].before_entry_s == Approx(50).margin(1e-3));
    CHECK(*report.calls[0].before_last_call_s == Approx(24.6).margin(0.1));
    CHECK(*report.calls[1].before_last_call_s == Approx(-5.4).margin(0.1));
    CHECK_FALSE(report.calls[2].heading_for_border);
    CHECK_FALSE(report.calls[2].before_entry_s);
}

TEST_CASE("a first call is in time, late, or after the last avoidance point")
{
    WarningRules rules;
    rules.first_call_m = 15'000;
    CHECK(findings(assessed(rules, {20}, {}), "first_call") == Findings{RuleFinding::in_time});  // at 16 km
    CHECK(findings(assessed(rules, {50}, {}), "first_call") == Findings{RuleFinding::late});     // at 10 km
    CHECK(findings(assessed(rules, {80}, {}), "first_call") == Findings{RuleFinding::after_last_avoidance});
}

TEST_CASE("intervals, missing calls, too few and too quick are found")
{
    WarningRules rules;
    rules.buffer_m = 5'000;
    rules.interval_s = 20;
    rules.least_calls = 3;
    rules.response_time_s = 60;
    // The buffer begins at 75 s: no call is asked for before, then 15 s, 10 s to the entry, 100 s inside.
    const auto report = assessed(rules, {50, 60, 90}, {engaged(70)});
    CHECK(findings(report, "interval") == Findings{RuleFinding::not_needed, RuleFinding::interval_kept,
                                                   RuleFinding::interval_kept, RuleFinding::interval_exceeded});
    CHECK(findings(report, "least_calls") == Findings{RuleFinding::too_few});
    CHECK(findings(report, "response_time") == Findings{RuleFinding::late});
    CHECK(findings(report, "buffer") == Findings{RuleFinding::kept});
    CHECK(findings(assessed(rules, {}, {}), "buffer") == Findings{RuleFinding::missing});
}

TEST_CASE("who may do what hangs on where the aircraft is")
{
    WarningRules rules;
    rules.may = {{"patrol", RuleAction::engage, 0}};
    CHECK(findings(assessed(rules, {}, {engaged(90)}), "may") == Findings{RuleFinding::not_allowed});
    CHECK(findings(assessed(rules, {}, {engaged(110)}), "may") == Findings{RuleFinding::allowed});
    rules.may[0].within_m = 3'000;
    CHECK(findings(assessed(rules, {}, {engaged(90)}), "may") == Findings{RuleFinding::allowed});  // 2 km
    rules.may[0].action = RuleAction::intercept;
    CHECK(findings(assessed(rules, {}, {engaged(110)}), "may") == Findings{RuleFinding::not_allowed});
}
