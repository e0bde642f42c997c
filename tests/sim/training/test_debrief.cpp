#include "sim/training/score.h"

#include <algorithm>

#include "tests/sim/training/equator_lesson.h"

using namespace incursion;
using namespace incursion::test;

namespace {

bool has_event(const Scenario& scenario, double s, const std::string& title)
{
    return std::any_of(scenario.events.begin(), scenario.events.end(),
                       [&](const Event& e) { return std::abs(second_of(e.time) - s) < 1e-6 && e.title == title; });
}

}  // namespace

TEST_CASE("a debrief shows what was flown, called and done, in the order of time")
{
    Lesson lesson = equator_lesson();
    lesson.reactions = {obedient()};
    lesson.tasks = {task_of(TaskKind::log_entry)};
    Inject failure;
    failure.id = "failure";
    failure.title = "the radio fails";
    failure.kind = InjectKind::radio_failure;
    failure.from = at_second(165);
    failure.duration_s = 10;
    lesson.injects = {failure};
    const auto exercise = exercise_of(lesson);
    const std::string number = number_of_bravo(*exercise);
    Action classify = action_at(110, ActionKind::classify, number);
    classify.text = "hostile";
    const std::vector<Action> actions{action_at(0, ActionKind::begin),
                                      action_at(100, ActionKind::take_up, number),
                                      classify,
                                      call_at(160, number),
                                      call_at(170, number),
                                      call_at(180, "A09"),
                                      order_at(230, number, 350),
                                      action_at(255, ActionKind::log_entry, number),
                                      action_at(400, ActionKind::finish)};
    const Course course = exercise->course(actions);
    const Scenario debriefed = debrief_scenario(*exercise, course);

    REQUIRE(debriefed.aircraft.size() == 2);
    CHECK(debriefed.aircraft[bravo].id == "BRAVO");
    CHECK(std::get<Track>(debriefed.aircraft[bravo].motion).fixes().size() == course.tracks[bravo].fixes().size());
    REQUIRE(debriefed.calls.size() == 3);
    CHECK(debriefed.calls[0].from == "HOME control");
    CHECK(debriefed.calls[0].to == "BRAVO");
    CHECK(debriefed.calls[0].channel == "guard");
    CHECK(debriefed.calls[0].text == number + ", you are near HOME.");
    CHECK(debriefed.calls[1].to == "A09");
    CHECK(has_event(debriefed, 100, number + " taken up"));
    CHECK(has_event(debriefed, 110, number + " classified as hostile"));
    CHECK(has_event(debriefed, 170, "call to " + number + " not heard: radio failure"));
    CHECK(has_event(debriefed, 165, "inject: the radio fails"));
    CHECK(has_event(debriefed, 175, "inject over: the radio fails"));
    CHECK(has_event(debriefed, 230, "BRAVO turns to 350"));
    CHECK(has_event(debriefed, 255, "entry of " + number + " logged"));
    CHECK(std::is_sorted(debriefed.events.begin(), debriefed.events.end(),
                         [](const Event& a, const Event& b) { return a.time < b.time; }));

    Diagnostics diagnostics;
    const auto incident = debrief_incident(*exercise, debriefed, diagnostics);
    REQUIRE(incident);
    CHECK(incident->report.calls.list.size() == 3);
    REQUIRE(incident->report.tracks[bravo].visits.size() == 1);  // it turned too late
    CHECK(has_event(debriefed, second_of(incident->report.tracks[bravo].visits[0].entry.time) + 10, "due: the task"));
    CHECK_FALSE(incident->report.warnings.rules.empty());
    CHECK(incident->report.radars.size() == 1);
}

TEST_CASE("a debrief keeps apart what was flown from a plan and what was recorded, and leaves out what did not fly")
{
    Scenario scenario = equator_scenario();
    FlightPlan plan;
    plan.start = {{0.5, 0}, 6000, Angle::degrees(90), {SpeedKind::tas, speed_mps}};
    scenario.aircraft[bravo].motion = plan;
    Lesson lesson = equator_lesson();
    lesson.aircraft = {recorded("CHARLIE", 0.4, 0.002, 0.5)};
    const auto exercise = exercise_of(lesson, scenario);
    Diagnostics diagnostics;
    const auto incident = debrief_incident(*exercise, debrief_scenario(*exercise, exercise->course({})), diagnostics);
    REQUIRE(incident);
    REQUIRE(incident->report.tracks.size() == 2);
    CHECK_FALSE(incident->report.tracks[alfa].flown);
    CHECK(incident->report.tracks[bravo].flown);
    CHECK(second_of(incident->report.tracks[bravo].visits.front().entry.time) == Approx(250).margin(0.01));
}
