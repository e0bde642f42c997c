#include <catch2/catch.hpp>

#include "sim/analysis/calls_report.h"
#include "sim/evidence/approaches.h"
#include "sim/evidence/warnings.h"
#include "sim/geo/geodesic.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// When a flight is how far north of the border.
struct Turn {
    double time_s, north_m;
};

/// A flight on the meridian of Greenwich, straight and at constant speed from turn to turn, and the airspace `A`
/// that begins at the equator.
struct World {
    Airspaces airspaces{{rectangle("A", -2, 0, 2, 1)}, EdgeReading::straight};
    BorderIndex index{airspaces};
    BorderDistances distances{index.edges()};
    AnalysisGround ground{airspaces, index, distances, {}};
    std::vector<Track> tracks;
    Report report;
    std::string call_account;

    explicit World(const std::vector<Turn>& turns, std::optional<Duration> max_gap = {})
    {
        ground.options.max_gap = max_gap;
        std::vector<Fix> fixes;
        for (const Turn& t : turns)
            fixes.push_back({at_second(t.time_s),
                             direct({0, 0}, Angle::degrees(t.north_m < 0 ? 180 : 0), std::abs(t.north_m)), {}, {}});
        tracks.push_back(*Track::make("test", AltitudeDatum::msl, std::move(fixes)));
        report.tracks.push_back(analyse_track(tracks[0], {"X", {}}, ground));
    }

    std::vector<RuleCheck> checked(const WarningRules& rules, const std::vector<double>& calls_s,
                                   const std::vector<Event>& events = {})
    {
        std::vector<Call> calls;
        for (const double s : calls_s) {
            Call call;
            call.account = call_account;
            call.time = at_second(s);
            call.from = "ground";
            call.to = "test";
            calls.push_back(call);
        }
        report.calls = analyse_calls(calls, {{"test", CalledAircraft{tracks[0], {"X", {}}, {}}}}, ground);
        report.events = events;
        Scenario scenario;
        scenario.aircraft.resize(1);
        scenario.aircraft[0].id = "test";
        scenario.avoidance = AvoidanceTurn{Angle::degrees(45).rad(), {}, Angle::degrees(1000).rad(), 5};
        scenario.rules = rules;
        return assess_warnings(scenario, tracks, report, ground).rules;
    }
};

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

/// A finding and its figure, for one rule.
struct Found {
    RuleFinding finding;
    double figure;
};

void check(const std::vector<RuleCheck>& checks, const std::string& rule, const std::vector<Found>& expected)
{
    std::vector<RuleCheck> found;
    for (const RuleCheck& c : checks)
        if (c.rule == rule)
            found.push_back(c);
    CAPTURE(rule);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i, found[i].text);
        CHECK(name_of(found[i].finding) == name_of(expected[i].finding));
        CHECK(found[i].found.value_or(-1) == Approx(expected[i].figure).margin(0.05));
    }
}

using enum RuleFinding;
constexpr double no_figure = -1;

/// 200 m/s: in at 100 s, turns back 4 km inside, out at 140 s, turns 20 km away at 240 s, in again at 340 s.
const std::vector<Turn> twice{{0, -20'000}, {120, 4'000}, {240, -20'000}, {400, 12'000}};
/// 200 m/s: turns back 2 km from the border at 90 s.
const std::vector<Turn> turns_away{{0, -20'000}, {90, -2'000}, {180, -20'000}};
/// 200 m/s from 20 km off to 20 km inside: in at 100 s.
const std::vector<Turn> straight_in{{0, -20'000}, {200, 20'000}};

}  // namespace

TEST_CASE("approaches are told apart, with the times at which the flight is 5 km from the border")
{
    // 5 km are 25 s: nearer from 100 - 25 to 140 + 25, and from 340 - 25 on.
    const World w{twice};
    const auto found = find_approaches(w.tracks[0], w.report.tracks[0], "A", 5'000, w.ground);
    REQUIRE(found.size() == 2);
    CHECK(to_seconds(found[0].near - Time{}) == Approx(75).margin(0.011));
    CHECK(to_seconds(found[0].inside->from - Time{}) == Approx(100).margin(1e-4));
    CHECK(to_seconds(found[0].calls.to - Time{}) == Approx(140).margin(1e-4));
    CHECK(to_seconds(found[1].near - Time{}) == Approx(315).margin(0.011));
    CHECK(found[1].calls.from == found[0].calls.to);
    CHECK(found[0].seen_leaving);
    CHECK_FALSE(found[1].seen_leaving);
    CHECK(find_approaches(w.tracks[0], w.report.tracks[0], "", 5'000, w.ground).size() == 2);
    CHECK(find_approaches(w.tracks[0], w.report.tracks[0], "A", {}, w.ground).size() == 2);
    CHECK(find_approaches(w.tracks[0], w.report.tracks[0], "B", 5'000, w.ground).empty());

    const World away{turns_away};
    const auto stay = find_approaches(away.tracks[0], away.report.tracks[0], "A", 5'000, away.ground);
    REQUIRE(stay.size() == 1);
    CHECK_FALSE(stay[0].inside);
    CHECK(stay[0].closest_m == Approx(2'000).margin(0.01));
    CHECK(to_seconds(stay[0].near - Time{}) == Approx(75).margin(0.011));
    CHECK(to_seconds(stay[0].calls.to - Time{}) == Approx(105).margin(0.011));
    CHECK(find_approaches(away.tracks[0], away.report.tracks[0], "A", {}, away.ground).empty());
    CHECK(find_approaches(away.tracks[0], away.report.tracks[0], "A", 1'999, away.ground).empty());
}

TEST_CASE("a flight that stays within the buffer between two visits makes two approaches")
{
    // In from 25 to 35 s, back to 3 km off, in again from 65 s.
    const World w{{{0, -5'000}, {30, 1'000}, {50, -3'000}, {70, 1'000}}};
    const auto found = find_approaches(w.tracks[0], w.report.tracks[0], "A", 6'000, w.ground);
    REQUIRE(found.size() == 2);
    CHECK(found[1].near == found[0].inside->to);
    CHECK(to_seconds(found[1].inside->from - Time{}) == Approx(65).margin(1e-4));
}

TEST_CASE("each visit has the calls that come before it")
{
    // First calls 80 s (16 km) before the first entry and 30 s (6 km) before the second; one 25.4 s before still helps.
    World w{twice};
    WarningRules rules;
    rules.first_call_m = 15'000;
    rules.first_call_s = 60;
    for (const std::optional<double> buffer_m : {std::optional<double>{}, std::optional<double>{5'000}}) {
        CAPTURE(buffer_m.has_value());
        rules.buffer_m = buffer_m;
        const auto both = w.checked(rules, {20, 310});
        check(both, "first_call", {{in_time, 16'000}, {in_time, 80}, {late, 6'000}, {late, 30}});
        // With none for the second; the call at 150 s, after the exit, is the second's: 2 km off and 190 s before it.
        check(w.checked(rules, {20}), "first_call",
              {{in_time, 16'000}, {in_time, 80}, {missing, no_figure}, {missing, no_figure}});
        check(w.checked(rules, {20, 150}), "first_call",
              {{in_time, 16'000}, {in_time, 80}, {late, 2'000}, {in_time, 190}});
        // 20 s before the second entry no turn helps any more, however early the calls to the first one were.
        check(w.checked(rules, {20, 320}), "first_call",
              {{in_time, 16'000}, {in_time, 80}, {after_last_avoidance, 4'000}, {after_last_avoidance, 20}});
    }
    rules.buffer_m = 5'000;
    check(w.checked(rules, {20}), "buffer", {{kept, 0}, {missing, 0}});
}

TEST_CASE("an entry without any call lacks its first call, unless nobody saw the aircraft come")
{
    WarningRules rules;
    rules.first_call_m = 15'000;
    check(World{straight_in}.checked(rules, {}), "first_call", {{missing, no_figure}});
    check(World{{{0, 4'000}, {120, -20'000}}}.checked(rules, {}), "first_call", {});
    check(World{turns_away}.checked(rules, {}), "first_call", {});
    rules.buffer_m = 5'000;
    check(World{turns_away}.checked(rules, {}), "first_call", {{missing, no_figure}});
    // A call made inside comes after the entry.
    rules.first_call_m.reset();
    rules.first_call_s = 10;
    const auto inside = World{straight_in}.checked(rules, {130});
    check(inside, "first_call", {{after_last_avoidance, -30}});
    CHECK(inside[1].text == "the first call to test came 30.0 s after it entered A, asked are 10 s before");
}

TEST_CASE("of an aircraft that stayed out, the first call is timed by the straight flight it interrupted")
{
    WarningRules rules;
    rules.buffer_m = 5'000;
    rules.first_call_s = 60;
    check(World{turns_away}.checked(rules, {30}), "first_call", {{in_time, 70}});  // 14 km at 200 m/s
    check(World{turns_away}.checked(rules, {80}), "first_call", {{late, 20}});
}

TEST_CASE("an interval counts within the buffer alone, and from the last call to the entry")
{
    WarningRules rules;
    rules.interval_s = 20;
    // Without a buffer: 10, 30, then 10 s to the entry and 110 to the end of the track inside.
    World w{straight_in};
    check(w.checked(rules, {50, 60, 90}), "interval",
          {{interval_kept, 10}, {interval_exceeded, 30}, {interval_kept, 10}, {interval_exceeded, 110}});
    // From the last call to the entry 40 s: that is told once, and not again with what follows.
    check(w.checked(rules, {50, 60}), "interval", {{interval_kept, 10}, {interval_exceeded, 40}});
    // The buffer begins at 75 s: of 30 s from 60 to 90 count 15.
    rules.buffer_m = 5'000;
    const auto checks = w.checked(rules, {50, 60, 90, 105, 120, 135, 150, 165, 180, 195});
    check(checks, "interval", {{not_needed, 0}, {interval_kept, 15}, {interval_kept, 15}, {interval_kept, 15},
                               {interval_kept, 15}, {interval_kept, 15}, {interval_kept, 15}, {interval_kept, 15},
                               {interval_kept, 15}, {interval_kept, 5}});
    CHECK(checks[2].text == "30.0 s passed between two calls to test, 15.0 s of which count, asked are 20 s at most");
}

TEST_CASE("nobody has to go on calling an aircraft that has turned away or is out again")
{
    WarningRules rules;
    rules.buffer_m = 5'000;
    rules.interval_s = 10;
    // Near from 75 s, turned away at 90 s, far again at 105 s.
    World away{turns_away};
    check(away.checked(rules, {70, 100}), "interval", {{interval_exceeded, 15}});
    const auto once = away.checked(rules, {85});
    check(once, "interval", {{interval_kept, 5}});
    CHECK(once[1].text == "5.0 s passed from the last call until test had turned away from A, asked are 10 s at most");
    check(away.checked(rules, {92, 100}), "interval", {{not_needed, 0}});
    // Out at 140 s: 43 s passed between the calls, 2 s after the last.
    World w{twice};
    check(w.checked(rules, {95, 138}), "interval", {{interval_exceeded, 43}, {interval_kept, 2}});
    // After the exit the first approach asks for nothing; the second one begins at 315 s.
    check(w.checked(rules, {138, 310, 323, 332, 339, 348, 357, 366, 375, 384, 393}), "interval",
          {{interval_kept, 2}, {interval_kept, 8}, {interval_kept, 9}, {interval_kept, 7}, {interval_kept, 9},
           {interval_kept, 9}, {interval_kept, 9}, {interval_kept, 9}, {interval_kept, 9}, {interval_kept, 9},
           {interval_kept, 7}});
}

TEST_CASE("an aircraft that flies along the border asks for no calls until it turns to it")
{
    // East for 100 s at 200 m/s, 3 km south of the border, then north: in at 115 s.
    World w{straight_in};
    const double lat = direct({0, 0}, Angle::degrees(180), 3'000).lat_deg;
    const LonLat east{direct({0, lat}, Angle::degrees(90), 20'000).lon_deg, lat};
    w.tracks[0] = *Track::make("test", AltitudeDatum::msl,
                               {Fix{at_second(0), {0, lat}, {}, {}}, Fix{at_second(100), east, {}, {}},
                                Fix{at_second(120), direct(east, Angle::degrees(0), 4'000), {}, {}}});
    w.report.tracks[0] = analyse_track(w.tracks[0], {"X", {}}, w.ground);
    WarningRules rules;
    rules.buffer_m = 5'000;
    rules.interval_s = 25;
    check(w.checked(rules, {5}), "interval", {{interval_kept, 15}, {interval_kept, 20}});
}

TEST_CASE("what was done is set against the approach nearest in time")
{
    WarningRules rules;
    rules.least_calls = 3;
    rules.response_time_s = 60;
    for (const std::optional<double> buffer_m : {std::optional<double>{}, std::optional<double>{5'000}}) {
        CAPTURE(buffer_m.has_value());
        rules.buffer_m = buffer_m;
        World w{twice};
        // 5 s after the first exit: the calls before the first entry count.
        const auto first = w.checked(rules, {20, 40, 60, 330}, {engaged(145)});
        check(first, "least_calls", {{kept, 3}});
        check(first, "response_time", {{kept, 125}});
        // 5 s before the second entry: those do not.
        const auto second = w.checked(rules, {20, 40, 60, 330}, {engaged(335)});
        check(second, "least_calls", {{too_few, 1}});
        check(second, "response_time", {{late, 5}});
        // Each visit's first event counts its own calls.
        check(w.checked(rules, {20, 40, 60, 330}, {engaged(130), engaged(135), engaged(350)}), "least_calls",
              {{kept, 3}, {too_few, 1}});
        check(w.checked(rules, {}, {engaged(130)}), "response_time", {{missing, no_figure}});
    }
}

TEST_CASE("what was done to an aircraft that never came near is checked all the same")
{
    World w{{{0, -40'000}, {50, -30'000}}};
    WarningRules rules;
    rules.may = {{"patrol", RuleAction::engage, 0}};
    rules.least_calls = 1;
    const auto checks = w.checked(rules, {10}, {engaged(25)});  // 35 km off
    check(checks, "may", {{not_allowed, 35'000}});
    check(checks, "least_calls", {{kept, 1}});
    CHECK(w.checked(rules, {10}).empty());
    rules.airspace = "B";
    CHECK(w.checked(rules, {10}, {engaged(25)}).empty());
}

TEST_CASE("those whom the rules let call from somewhere are held to it, others may call")
{
    World w{straight_in};
    WarningRules rules;
    rules.may = {{"ground", RuleAction::call, 10'000}};
    check(w.checked(rules, {20, 60}), "may", {{not_allowed, 16'000}, {allowed, 8'000}});
    rules.may = {{"tower", RuleAction::call, 10'000}};
    check(w.checked(rules, {20, 60}), "may", {});
}

TEST_CASE("an account's rules ask nothing of another account's version of the flight, unless its calls name it")
{
    World w{straight_in};
    w.report.tracks[0].account = "south";
    WarningRules rules;
    rules.first_call_m = 15'000;
    rules.account = "south";
    check(w.checked(rules, {}), "first_call", {{missing, no_figure}});
    rules.account = "north";
    check(w.checked(rules, {}), "first_call", {});
    check(w.checked(rules, {20}), "first_call", {});  // a call of nobody's account
    rules.account = "";
    check(w.checked(rules, {20}), "first_call", {{in_time, 16'000}});
    w.call_account = "north";
    rules.account = "north";
    check(w.checked(rules, {20}), "first_call", {{in_time, 16'000}});
}

TEST_CASE("nobody knows where an aircraft is in a gap, so nothing is measured there")
{
    // Out of sight from 50 to 90 s; 10 and 2 km off at its ends.
    World w{{{0, -20'000}, {25, -15'000}, {50, -10'000}, {90, -2'000}, {110, 2'000}}, std::chrono::seconds{30}};
    WarningRules rules;
    rules.first_call_m = 5'000;
    rules.buffer_m = 5'000;
    rules.interval_s = 5;
    check(w.checked(rules, {70}), "first_call", {});
    // Near when it is seen again: 10 s to the entry.
    check(w.checked(rules, {70}), "interval", {{interval_exceeded, 10}});
}
