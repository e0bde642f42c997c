#include <catch2/catch.hpp>

#include "sim/io/read_scenario.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Read {
    std::optional<Scenario> scenario;
    Diagnostics diagnostics;
};

/// The head takes four lines, so `more` begins in line 5.
Read read(const std::string& more)
{
    const TemporaryFolder folder;
    Read result;
    result.scenario =
        read_scenario(folder.write("s.toml", "title = \"t\"\nstart = 2020-01-01T00:00:00Z\n"
                                             "end = 2020-01-01T01:00:00Z\nairspace = { source = \"a.json\" }\n" + more),
                      result.diagnostics);
    return result;
}

std::string plane(const std::string& id)
{
    return "[[aircraft]]\nid = \"" + id +
           "\"\nstart = { position = [1, 1], altitude = \"1 km\", heading = \"0 deg\", speed = \"100 m/s\" }\n";
}

}  // namespace

TEST_CASE("every key of the rules arrives in SI units with what it rests on")
{
    const auto [s, d] = read(R"([rules]
account = "south"
airspace = "TUR"
buffer = "5 km"
first_call = "10 nmi"
first_call_time = "5 min"
interval = "30 s"
least_calls = 4
response_time = "1 min"
may = [ { who = "patrol", action = "engage", inside = true }, { who = "patrol", action = "intercept", within = "1 mi" },
        { who = "ground", action = "call", within = "26 nmi" } ]
source = "page 1"
confidence = "B"
note = "by the press"
[[account]]
id = "north"
[[account]]
id = "south"
)");
    CAPTURE(told(d));
    REQUIRE(s);
    CHECK(d.list().empty());
    REQUIRE(s->rules);
    const WarningRules& r = *s->rules;
    CHECK(r.account == "south");
    CHECK(r.airspace == "TUR");
    CHECK(r.buffer_m == 5000.0);
    CHECK(r.first_call_m.value() == Approx(18520).epsilon(1e-15));  // 1 nmi = 1,852 m
    CHECK(r.first_call_s.value() == Approx(300).epsilon(1e-15));
    CHECK(r.interval_s == 30.0);
    CHECK(r.least_calls == std::size_t{4});
    CHECK(r.response_time_s == Approx(60).epsilon(1e-15));
    REQUIRE(r.may.size() == 3);
    CHECK(r.may[0].who == "patrol");
    CHECK(r.may[0].action == RuleAction::engage);
    CHECK(r.may[0].within_m == 0);
    CHECK(r.may[1].action == RuleAction::intercept);
    CHECK(r.may[1].within_m == Approx(1609.344).epsilon(1e-15));
    CHECK(r.may[2].who == "ground");
    CHECK(r.may[2].action == RuleAction::call);
    CHECK(r.evidence.source == "page 1");
    CHECK(r.evidence.confidence == "B");
    CHECK(r.evidence.note == "by the press");
}

TEST_CASE("what the rules do not say is not asked for")
{
    const auto [s, d] = read("[rules]\n");
    CAPTURE(told(d));
    REQUIRE(s);
    REQUIRE(s->rules);
    CHECK(s->rules->account.empty());
    CHECK(s->rules->airspace.empty());
    CHECK_FALSE(s->rules->buffer_m);
    CHECK_FALSE(s->rules->first_call_m);
    CHECK_FALSE(s->rules->first_call_s);
    CHECK_FALSE(s->rules->interval_s);
    CHECK_FALSE(s->rules->least_calls);
    CHECK(s->rules->response_time_s == 0);
    CHECK(s->rules->may.empty());
    CHECK_FALSE(read("").scenario.value().rules);
}

TEST_CASE("all that is wrong with rules is told at once, with line and key")
{
    const auto [s, d] = read(R"([rules]
account = "nort"
airspace = ""
buffer = 5
first_call = "10 s"
first_call_time = "0 s"
interval = "-30 s"
least_calls = 1.5
response_time = "1"
bufer = "5 km"
[[rules.may]]
who = ""
action = "shoot"
[[rules.may]]
action = "call"
within = "1 km"
inside = true
[[rules.may]]
who = "patrol"
action = "engage"
inside = false
[[account]]
id = "north"
[[account]]
id = "south"
)");
    CAPTURE(told(d));
    CHECK_FALSE(s);
    CHECK(tells(d, "error 6 rules.account", "no account 'nort' (did you mean 'north'?); the scenario's accounts are: "
                                            "north, south"));
    CHECK(tells(d, "error 7 rules.airspace", "leave the key out"));
    CHECK(tells(d, "error 8 rules.buffer", "bare number"));
    CHECK(tells(d, "error 9 rules.first_call:"));
    CHECK(tells(d, "error 10 rules.first_call_time"));
    CHECK(tells(d, "error 11 rules.interval"));
    CHECK(tells(d, "error 12 rules.least_calls", "whole number"));
    CHECK(tells(d, "error 13 rules.response_time", "no unit"));
    CHECK(tells(d, "error 14 rules.bufer", "unknown key"));
    CHECK(tells(d, "error 15 rules.may[0]:", "within = \"5 km\" or inside = true"));
    CHECK(tells(d, "error 16 rules.may[0].who", "name who"));
    CHECK(tells(d, "error 17 rules.may[0].action", "'shoot' is none of: call, intercept, engage"));
    CHECK(tells(d, "error 18 rules.may[1]:", "'who' is missing"));
    CHECK(tells(d, "error 18 rules.may[1]:", "exclude"));
    CHECK(tells(d, "error 25 rules.may[2].inside", "only true"));
    CHECK(count(d, Severity::error) == 15);
    CHECK(tells(read("[rules]\naccount = \"north\"\n").diagnostics, "error 6 rules.account", "has no accounts"));
    CHECK(tells(read("rules = \"none\"\n").diagnostics, "error 5 rules"));
}

TEST_CASE("how an aircraft would turn away is read for the scenario and for one aircraft")
{
    const auto [s, d] = read("[avoidance]\nbank = \"30 deg\"\nroll_rate = \"20 deg/s\"\nreaction = \"7 s\"\n" +
                             plane("a") + "avoidance = { load_factor = \"2 g\" }\n" + plane("b"));
    CAPTURE(told(d));
    REQUIRE(s);
    CHECK(d.list().empty());
    CHECK(s->avoidance.bank_rad.value() == Approx(0.5235987755982988).epsilon(1e-15));
    CHECK(s->avoidance.roll_rate_radps.value() == Approx(0.3490658503988659).epsilon(1e-15));
    CHECK(s->avoidance.reaction_s == 7);
    CHECK_FALSE(s->avoidance.load_factor);
    REQUIRE(s->aircraft[0].avoidance);
    CHECK(s->aircraft[0].avoidance->load_factor == 2.0);
    CHECK_FALSE(s->aircraft[0].avoidance->bank_rad);
    CHECK(s->aircraft[0].avoidance->reaction_s == 0);
    CHECK_FALSE(s->aircraft[1].avoidance);
    CHECK_FALSE(read("").scenario.value().avoidance.bank_rad);
}

TEST_CASE("a turn away that cannot be is refused, with line and key")
{
    const auto [s, d] =
        read("[avoidance]\nbank = \"86 deg\"\nload_factor = 1\nroll_rate = \"0 deg/s\"\nreaction = \"-1 s\"\n"
             "side = \"left\"\n" + plane("a") + "avoidance = { bank = \"0 deg\" }\n");
    CAPTURE(told(d));
    CHECK_FALSE(s);
    CHECK(tells(d, "error 5 avoidance:", "exclude"));
    CHECK(tells(d, "error 6 avoidance.bank", "between 0 and 85 degrees"));
    CHECK(tells(d, "error 7 avoidance.load_factor", "more than 1 g"));
    CHECK(tells(d, "error 8 avoidance.roll_rate"));
    CHECK(tells(d, "error 9 avoidance.reaction"));
    CHECK(tells(d, "error 10 avoidance.side", "unknown key"));
    CHECK(tells(d, "error 14 aircraft[0].avoidance.bank"));
    CHECK(count(d, Severity::error) == 7);
    CHECK(read("[avoidance]\nbank = \"85 deg\"\n").scenario);
}

TEST_CASE("an event says to whom it happened, who did it and what")
{
    const auto [s, d] = read(plane("a") + R"([[event]]
time = 2020-01-01T00:10:00Z
title = "shot"
aircraft = "a"
by = "patrol"
action = "engage"
[[event]]
time = 2020-01-01T00:11:00Z
title = "rain"
)");
    CAPTURE(told(d));
    REQUIRE(s);
    CHECK(d.list().empty());
    REQUIRE(s->events.size() == 2);
    CHECK(s->events[0].aircraft == "a");
    CHECK(s->events[0].by == "patrol");
    CHECK(s->events[0].action == RuleAction::engage);
    CHECK(s->events[1].aircraft.empty());
    CHECK(s->events[1].by.empty());
    CHECK_FALSE(s->events[1].action);
}

TEST_CASE("an event about an aircraft that is not there is refused, with those that are")
{
    const auto [s, d] = read(plane("north-1") + plane("north-2") + R"([[event]]
time = 2020-01-01T00:10:00Z
title = "shot"
aircraft = "nroth-1"
action = "fire"
[[event]]
time = 2020-01-01T00:10:00Z
title = "shot"
action = "engage"
)");
    CAPTURE(told(d));
    CHECK_FALSE(s);
    CHECK(tells(d, "error 14 event[0].aircraft", "no aircraft 'nroth-1' (did you mean 'north-1'?); the scenario's "
                                                 "aircraft are: north-1, north-2"));
    CHECK(tells(d, "error 15 event[0].action", "'fire' is none of: call, intercept, engage"));
    CHECK(tells(d, "error 19 event[1].action", "aircraft"));
    CHECK(count(d, Severity::error) == 3);
}
