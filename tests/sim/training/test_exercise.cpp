#include "sim/training/exercise.h"

#include "tests/sim/training/equator_lesson.h"

using namespace incursion;
using namespace incursion::test;

namespace {

std::vector<std::string> problems_of(const Lesson& lesson, const Scenario& scenario)
{
    Diagnostics diagnostics;
    CHECK(Exercise::make(lesson, scenario, home(), diagnostics) == nullptr);
    std::vector<std::string> paths;
    for (const Diagnostic& d : diagnostics.list()) {
        CHECK(d.file == "lesson.toml");
        paths.push_back(d.path);
    }
    return paths;
}

Aircraft planned(const std::string& id, double west_deg)
{
    Aircraft aircraft = recorded(id, 0, 0.002, 0);
    FlightPlan plan;
    plan.start = {{west_deg, 0}, 6000, Angle::degrees(90), {SpeedKind::tas, speed_mps}};
    aircraft.motion = plan;
    return aircraft;
}

}  // namespace

TEST_CASE("an aircraft flies over its scenario's span and is seen over the lesson's")
{
    Scenario scenario = equator_scenario();
    scenario.aircraft = {planned("PLAN", 0.5), recorded("TRACK", 0.5, 0.002, 0)};
    Lesson lesson = equator_lesson();
    lesson.span = {at_second(100.25), at_second(400.75)};
    const auto exercise = exercise_of(lesson, scenario);
    for (const Track& track : exercise->undisturbed()) {
        CHECK(track.span().from == lesson.span.from);
        CHECK(track.span().to == lesson.span.to);
        // 0.5 E and 100.25 s or 400.75 s at 0.002 degrees a second.
        CHECK(track.fixes().front().place.lon_deg == Approx(0.7005).margin(1e-9));
        CHECK(track.fixes().back().place.lon_deg == Approx(1.3015).margin(1e-9));
    }
    CHECK(exercise->world().span == lesson.span);
    CHECK(exercise->undisturbed()[0].id() == "PLAN");
}

TEST_CASE("an anchored flight keeps its instant in a part of its scenario")
{
    Scenario scenario = equator_scenario();
    scenario.aircraft = {planned("PLAN", 0.7)};
    scenario.aircraft.front().anchor = Anchor{"HOME", true, at_second(333)};
    Lesson lesson = equator_lesson();
    lesson.span = {at_second(200), at_second(500)};
    const auto exercise = exercise_of(lesson, scenario);
    const auto& entry = exercise->undisturbed_flights().front().entry;
    REQUIRE(entry);
    CHECK(second_of(entry->entry.time) == Approx(333).margin(2e-6));
}

TEST_CASE("only the aircraft of the lesson's account fly, and nothing of the scenario's story is told")
{
    Scenario scenario = equator_scenario();
    scenario.accounts = {{"one", "One", {}}, {"other", "Other", {}}};
    scenario.aircraft[0].account = "one";
    scenario.aircraft[1].account = "other";
    scenario.aircraft[1].same_as = "ALFA";
    scenario.calls.push_back({"one", at_second(10), "X", "ALFA", "guard", "words", {}});
    scenario.events.emplace_back();
    Lesson lesson = equator_lesson();
    lesson.account = "other";
    const auto exercise = exercise_of(lesson, scenario);
    REQUIRE(exercise->world().aircraft.size() == 1);
    CHECK(exercise->world().aircraft.front().id == "BRAVO");
    CHECK(exercise->world().calls.empty());
    CHECK(exercise->world().events.empty());
    CHECK(exercise->world().accounts.empty());
}

TEST_CASE("the undisturbed flight tells when a call is due and when it would enter")
{
    const auto exercise = exercise_of(equator_lesson());
    const UndisturbedFlight& flight = exercise->undisturbed_flights()[bravo];
    REQUIRE(flight.threshold);
    REQUIRE(flight.entry);
    CHECK(second_of(*flight.threshold) == Approx(150).margin(0.002));
    CHECK(second_of(flight.entry->entry.time) == Approx(250).margin(1e-6));
    CHECK_FALSE(exercise->undisturbed_flights()[alfa].threshold);
    CHECK_FALSE(exercise->undisturbed_flights()[alfa].entry);
}

TEST_CASE(
    "a call is due by the time to the border where the rules say so, and by the buffer where they say nothing else")
{
    const auto due = [](std::optional<double> m, std::optional<double> s, std::optional<double> buffer_m) {
        Lesson lesson = equator_lesson();
        lesson.rules.first_call_m = m;
        lesson.rules.first_call_s = s;
        lesson.rules.buffer_m = buffer_m;
        return second_of(exercise_of(lesson)->undisturbed_flights()[bravo].threshold.value());
    };
    CHECK(due({}, 60.0, {}) == Approx(190).margin(0.01));                        // 250 - 60
    CHECK(due(0.1 * degree_m, 60.0, {}) == Approx(190).margin(0.01));            // 0.1 degrees: 200
    CHECK(due({}, {}, 0.05 * degree_m) == Approx(225).margin(0.01));             // 0.05 degrees
    CHECK(due(0.1 * degree_m, {}, 0.3 * degree_m) == Approx(200).margin(0.01));  // the buffer is something else
}

TEST_CASE("aircraft that nobody called fly as if they had been injected at the lesson's start")
{
    Lesson lesson = equator_lesson();
    lesson.span = {at_second(200), at_second(600)};
    lesson.aircraft = {planned("LATE", 0.5), recorded("CHARLIE", 0.4, 0.002, 0.5)};
    const auto exercise = exercise_of(lesson);
    REQUIRE(exercise->undisturbed().size() == 4);
    for (const std::size_t i : {2U, 3U})
        CHECK(exercise->undisturbed()[i].span().from == at_second(200));
    CHECK(exercise->undisturbed()[2].fixes().front().place.lon_deg == Approx(0.5));
    CHECK(exercise->undisturbed()[3].fixes().front().place.lon_deg == Approx(0.4));
}

TEST_CASE("all that a lesson lacks is told at once, with its place")
{
    Scenario scenario = equator_scenario();
    scenario.aircraft[1].type.reset();
    Lesson lesson = equator_lesson();
    lesson.rules = {};
    lesson.rules.airspace = "HOMES";
    lesson.aircraft = {recorded("CHARLIE", 0.4, 0.002, 0.5)};
    lesson.aircraft.front().motion = std::get<FlightPlan>(planned("CHARLIE", 0.4).motion);
    lesson.aircraft.front().anchor = Anchor{"HOME", true, at_second(333)};
    lesson.reactions = {obedient()};
    lesson.tasks = {task_of(TaskKind::first_call),    task_of(TaskKind::interval), task_of(TaskKind::least_calls),
                    task_of(TaskKind::order_heading), task_of(TaskKind::report),   task_of(TaskKind::take_up)};
    lesson.tasks.back().aircraft = "NOBODY";
    const auto paths = problems_of(lesson, scenario);
    for (const char* path :
         {"rules.airspace", "aircraft[0].anchor", "reaction[0].aircraft", "task[0].kind", "task[1].kind",
          "task[2].count", "task[3].kind", "task[3].heading", "task[4].figures", "task[5].aircraft"}) {
        CAPTURE(path);
        CHECK(std::find(paths.begin(), paths.end(), path) != paths.end());
    }
}

TEST_CASE("a deaf aircraft needs no type")
{
    Scenario scenario = equator_scenario();
    scenario.aircraft[1].type.reset();
    Lesson lesson = equator_lesson();
    lesson.reactions = {obedient(Behaviour::deaf)};
    CHECK(exercise_of(lesson, scenario)->course({}).turns.empty());
}
