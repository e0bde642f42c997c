#include <catch2/catch.hpp>

#include "sim/base/units.h"
#include "sim/io/read_lesson.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr const char* scenario = R"(title = "s"
start = 2020-01-01T00:00:00Z
end = 2020-01-01T01:00:00Z
airspace = { source = "a.json" }
[[account]]
id = "north"
[[account]]
id = "south"
[[aircraft]]
id = "ONE"
account = "north"
start = { position = [1, 1], altitude = "1 km", heading = "0 deg", speed = "100 m/s" }
[[aircraft]]
id = "TWIN"
account = "south"
start = { position = [1, 1], altitude = "1 km", heading = "0 deg", speed = "100 m/s" }
[[radar]]
id = "FIRST"
account = "north"
type = "mast.toml"
position = [0, 0]
antenna = "10 m"
[[radar]]
id = "SECOND"
account = "north"
type = "mast.toml"
position = [2, 0]
antenna = "10 m"
)";

constexpr const char* mast = R"(id = "mast"
title = "A mast"
secondary = true
scan_period = { value = "10 s", source = "x", confidence = "G" }
beam_width = { value = "1 deg", source = "x", confidence = "G" }
range_resolution = { value = "100 m", source = "x", confidence = "G" }
max_range = { value = "200 km", source = "x", confidence = "G" }
min_range = { value = "0.1 km", source = "x", confidence = "G" }
range_noise = { value = "1 m", source = "x", confidence = "G" }
azimuth_noise = { value = "0.01 deg", source = "x", confidence = "G" }
detection = { value = 1, source = "x", confidence = "G" }
)";

struct Read {
    std::optional<LessonFiles> files;
    Diagnostics diagnostics;
};

Read read(const std::string& lesson)
{
    const TemporaryFolder folder;
    folder.write("scenario.toml", scenario);
    folder.write("mast.toml", mast);
    Read result;
    result.files = read_lesson(folder.write("lesson.toml", lesson), result.diagnostics);
    return result;
}

/// Eleven lines, so that `more` begins in line 12.
std::string with(const std::string& more)
{
    return R"(title = "t"
scenario = "scenario.toml"
account = "north"
role = "controller"
briefing = "Watch."
superior = "the chief"
categories = ["civil", "military"]
[rules]
airspace = "AAA"
buffer = "5 km"
interval = "30 s"
)" + more;
}

constexpr const char* one_task = R"([[task]]
id = "up"
title = "Take it up"
kind = "take_up"
aircraft = "ONE"
points = 10
within = "20 s"
)";

}  // namespace

TEST_CASE("every key of a lesson arrives, in SI units")
{
    const auto [files, d] = read(R"(title = "Two calls"
scenario = "scenario.toml"
account = "north"
start = 2020-01-01T00:10:00Z
end = 2020-01-01T00:20:00Z
role = "Watch controller"
briefing = """
First.

Second."""
superior = "Sector commander"
radar = "SECOND"
speed = 2.5
categories = ["civil", "military"]
[rules]
account = "north"
airspace = "AAA"
first_call = "10 nmi"
interval = "30 s"
least_calls = 4
[[phrase]]
id = "south"
text = "{track}, turn south."
heading = "540 deg"
[[phrase]]
id = "who"
text = "{track}, who are you?"
[[aircraft]]
id = "EXTRA"
state = "FIN"
start = { position = [1, 2], altitude = "3 km", heading = "90 deg", speed = "200 m/s" }
[[reaction]]
aircraft = "ONE"
behaviour = "obeys"
on_call = 2
delay = "8 s"
heading = "180 deg"
bank = "30 deg"
roll_rate = "10 deg/s"
reaction = "2 s"
[[reaction]]
aircraft = "EXTRA"
behaviour = "deaf"
[[inject]]
id = "second"
title = "A second aircraft"
kind = "aircraft"
aircraft = "EXTRA"
from = 2020-01-01T00:12:00Z
[[inject]]
id = "drop"
kind = "drop_track"
aircraft = "ONE"
from = 2020-01-01T00:13:00Z
duration = "40 s"
[[inject]]
id = "lie"
kind = "false_altitude"
aircraft = "ONE"
altitude = "-3000 ft"
[[inject]]
id = "dead"
kind = "radio_failure"
duration = "1 min"
[[inject]]
id = "late"
kind = "late_radar"
delay = "4 s"
[[task]]
id = "what"
title = "Say what it is"
kind = "classify"
aircraft = "ONE"
category = "military"
points = 7.5
within = "30 s"
zero_after = "1 min"
[[task]]
id = "turn"
title = "Send it away"
kind = "order_heading"
aircraft = "ONE"
heading = "180 deg"
tolerance = "20 deg"
points = 5
within = "10 s"
[[task]]
id = "calls"
title = "Call it often enough"
kind = "least_calls"
aircraft = "ONE"
count = 10
points = 5
[[task]]
id = "report"
title = "Report"
kind = "report"
aircraft = "ONE"
points = 10
figures = [ { figure = "calls", tolerance = 1 }, { figure = "dwell", tolerance = "2 s" },
            { figure = "depth", tolerance = "0.1 nmi" }, { figure = "entry_time", tolerance = "5 s" },
            { figure = "exit_time" } ]
[[task]]
id = "right"
title = "Call nobody else"
kind = "right_aircraft"
points = 5
)");
    CAPTURE(told(d));
    REQUIRE(files);
    CHECK(d.list().empty());
    const Lesson& l = files->lesson;
    CHECK(files->scenario.aircraft.size() == 2);
    CHECK(l.title == "Two calls");
    CHECK(l.account == "north");
    CHECK(format_time(l.span.from) == "2020-01-01T00:10:00.000000Z");
    CHECK(format_time(l.span.to) == "2020-01-01T00:20:00.000000Z");
    CHECK(l.role == "Watch controller");
    CHECK(l.briefing == "First.\n\nSecond.");
    CHECK(l.superior == "Sector commander");
    CHECK(l.radar.id == "SECOND");
    CHECK(l.radar.type.scan_period_s == 10);
    CHECK(l.speed == 2.5);
    CHECK(l.categories == std::vector<std::string>{"civil", "military"});
    CHECK(l.rules.airspace == "AAA");
    CHECK(*l.rules.first_call_m == Approx(18520));
    REQUIRE(l.phrases.size() == 2);
    CHECK(l.phrases[0].heading->deg() == Approx(180));
    CHECK_FALSE(l.phrases[1].heading);
    REQUIRE(l.reactions.size() == 2);
    CHECK(l.reactions[0].behaviour == Behaviour::obeys);
    CHECK(l.reactions[0].on_call == 2);
    CHECK(l.reactions[0].delay_s == 8);
    CHECK(l.reactions[0].heading->deg() == Approx(180));
    CHECK(*l.reactions[0].turn.bank_rad == Approx(0.523599));
    CHECK(*l.reactions[0].turn.roll_rate_radps == Approx(0.174533));
    CHECK(l.reactions[0].turn.reaction_s == 2);
    REQUIRE(l.injects.size() == 5);
    CHECK(l.injects[0].kind == InjectKind::aircraft);
    CHECK(format_time(*l.injects[0].from) == "2020-01-01T00:12:00.000000Z");
    CHECK(l.injects[1].kind == InjectKind::drop_track);
    CHECK(*l.injects[1].duration_s == 40);
    CHECK(l.injects[2].altitude_m == Approx(-914.4));
    CHECK_FALSE(l.injects[2].from);
    CHECK(l.injects[3].kind == InjectKind::radio_failure);
    CHECK(l.injects[4].delay_s == 4);
    REQUIRE(l.tasks.size() == 5);
    CHECK(l.tasks[0].category == "military");
    CHECK(l.tasks[0].points == 7.5);
    CHECK(l.tasks[0].within_s == 30);
    CHECK(l.tasks[0].zero_after_s == 60);
    CHECK(l.tasks[1].heading->deg() == Approx(180));
    CHECK(l.tasks[1].tolerance_rad == Approx(0.349066));
    CHECK(l.tasks[1].zero_after_s == 10);
    CHECK(l.tasks[2].count == 10);
    REQUIRE(l.tasks[3].figures.size() == 5);
    CHECK(l.tasks[3].figures[2].kind == ReportFigureKind::depth_m);
    CHECK(l.tasks[3].figures[2].tolerance == Approx(185.2));
    CHECK(l.tasks[3].figures[4].tolerance == 0);
    CHECK(l.tasks[4].aircraft.empty());
    REQUIRE(l.inputs.size() == 3);
    CHECK(l.inputs[0] == l.scenario_path);
}

TEST_CASE("what a lesson leaves out is the scenario's: its span, its first radar; full points or none")
{
    const auto [files, d] = read(with(one_task));
    CAPTURE(told(d));
    REQUIRE(files);
    CHECK(d.list().empty());
    CHECK(files->lesson.span == files->scenario.span);
    CHECK(files->lesson.radar.id == "FIRST");
    CHECK(files->lesson.speed == 1);
    CHECK(files->lesson.tasks[0].zero_after_s == 20);
    CHECK(files->lesson.tasks[0].path == "task[0]");
}

TEST_CASE("a lesson may bring a radar of its own")
{
    const auto [files, d] = read(with(std::string{one_task} + R"([[radar]]
id = "OWN"
type = "mast.toml"
position = [3, 3]
antenna = "20 m"
)"));
    CAPTURE(told(d));
    REQUIRE(files);
    CHECK(files->lesson.radar.id == "OWN");
    CHECK_FALSE(files->scenario.scope);
}

TEST_CASE("the scope of a lesson stands in the scenario's place")
{
    const auto [files, d] = read(with(std::string{one_task} + "[scope]\ncentre = [2, 1]\nrange = \"60 km\"\n"));
    CAPTURE(told(d));
    REQUIRE(files);
    REQUIRE(files->scenario.scope);
    CHECK(files->scenario.scope->centre->lon_deg == 2);
    CHECK(*files->scenario.scope->range_m == 60'000);
}

TEST_CASE("every problem of a lesson is told at once, with line and path")
{
    const auto [files, d] = read(R"(title = ""
scenario = "scenario.toml"
account = "nrth"
start = 2019-12-31T23:00:00Z
role = "controller"
speed = 0
radar = "THIRD"
categories = ["civil", "civil"]
colour = "red"
[rules]
[[phrase]]
id = "a"
text = ""
[[phrase]]
id = "a"
text = "x"
[[reaction]]
aircraft = "NONE"
behaviour = "deaf"
on_call = 2
[[inject]]
id = "late"
kind = "late_radar"
[[inject]]
id = "second"
kind = "aircraft"
aircraft = "ONE"
from = 2021-01-01T00:12:00Z
[[task]]
id = "what"
title = "Say what it is"
kind = "classify"
aircraft = "TWIN"
category = "militry"
points = 0
within = "30 s"
zero_after = "20 s"
[[task]]
id = "first"
title = "Call it"
kind = "first_call"
aircraft = "ONE"
count = 3
points = 1
[[task]]
id = "report"
title = "Report"
kind = "report"
aircraft = "ONE"
points = 1
figures = [ { figure = "depth", tolerance = "2 s" }, { figure = "depth" } ]
[[task]]
id = "keep"
title = "Keep out"
kind = "keepout"
aircraft = "ONE"
points = 1
within = "3 s"
)");
    CAPTURE(told(d));
    CHECK_FALSE(files);
    CHECK(tells(d, "error 1 : ", "'briefing' is missing"));
    CHECK(tells(d, "error 1 title: ", "must not be empty"));
    CHECK(tells(d, "error 3 account: ", "did you mean 'north'"));
    CHECK(tells(d, "error 4 start: ", "outside the scenario's"));
    CHECK(tells(d, "error 6 speed: "));
    CHECK(tells(d, "error 7 radar: ", "there are FIRST, SECOND"));
    CHECK(tells(d, "error 8 categories: ", "'civil' is listed twice"));
    CHECK(tells(d, "error 9 colour: "));
    CHECK(tells(d, "error 10 rules: ", "'airspace' is missing"));
    CHECK(tells(d, "error 13 phrase[0].text: "));
    CHECK(tells(d, "error 15 phrase[1].id: ", "is taken by phrase[0]"));
    CHECK(tells(d, "error 18 reaction[0].aircraft: ", "no aircraft 'NONE'"));
    CHECK(tells(d, "error 20 reaction[0].on_call: ", "says nothing about 'deaf'"));
    CHECK(tells(d, "error 21 inject[0]: ", "'delay' is missing"));
    CHECK(tells(d, "error 27 inject[1].aircraft: ", "only an [[aircraft]] of the lesson"));
    CHECK(tells(d, "error 28 inject[1].from: ", "outside the exercise's"));
    CHECK_FALSE(tells(d, "error 33 "));  // the account is unknown, so anybody may fly
    CHECK(tells(d, "error 34 task[0].category: ", "do not have 'militry'"));
    CHECK(tells(d, "error 35 task[0].points: "));
    CHECK(tells(d, "error 37 task[0].zero_after: ", "not be shorter"));
    CHECK(tells(d, "error 38 task[1]: ", "'within' is missing"));
    CHECK(tells(d, "error 41 task[1].kind: ", "first_call, a first_call_time or a buffer"));
    CHECK(tells(d, "error 43 task[1].count: ", "says nothing about 'first_call'"));
    CHECK(tells(d, "error 51 task[2].figures[0].tolerance: ", "does not fit here"));
    CHECK(tells(d, "error 51 task[2].figures[1].figure: ", "asked for twice"));
    CHECK(tells(d, "error 55 task[3].kind: "));
    CHECK_FALSE(tells(d, "error 58 "));  // of a kind that is unknown, nothing is said
}

TEST_CASE("a lesson's names are looked up among the aircraft that fly in it")
{
    const auto [files, d] = read(with(R"([[task]]
id = "up"
title = "Take it up"
kind = "take_up"
aircraft = "TWIN"
points = 10
within = "20 s"
[[aircraft]]
id = "ONE"
start = { position = [1, 2], altitude = "3 km", heading = "90 deg", speed = "200 m/s" }
[[task]]
id = "report"
title = "Report"
kind = "report"
points = 10
figures = []
)"));
    CAPTURE(told(d));
    CHECK_FALSE(files);
    CHECK(tells(d, "error 16 task[0].aircraft: ", "flies in another account"));
    CHECK(tells(d, "error 20 aircraft[0].id: ", "the scenario has an aircraft 'ONE'"));
    CHECK(tells(d, "error 22 task[1]: ", "'aircraft' is missing"));
    CHECK(tells(d, "error 27 task[1].figures: ", "at least one figure"));
}

TEST_CASE("a lesson whose scenario cannot be read tells the problems of both files")
{
    const auto [files, d] = read(R"(title = "t"
scenario = "nowhere.toml"
role = "controller"
)");
    CAPTURE(told(d));
    CHECK_FALSE(files);
    CHECK(tells(d, "error - ", "no such file"));
    CHECK(tells(d, "error 1 : ", "'briefing' is missing"));
    CHECK(tells(d, "error 1 : ", "'rules' is missing"));
    CHECK(tells(d, "error 1 : ", "'task' is missing"));
}

TEST_CASE("a lesson that nobody can see says so")
{
    const TemporaryFolder folder;
    std::string bare = scenario;
    folder.write("scenario.toml", bare.substr(0, bare.find("[[radar]]")));
    Diagnostics d;
    CHECK_FALSE(read_lesson(folder.write("lesson.toml", with(one_task)), d));
    CHECK(tells(d, "error 1 : ", "add a [[radar]]"));
}
