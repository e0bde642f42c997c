#include "sim/training/score.h"

#include "tests/sim/training/equator_lesson.h"

using namespace incursion;
using namespace incursion::test;

TEST_CASE("a track taken up in time earns all, later less in proportion, at last nothing")
{
    const auto exercise = exercise_with(task_of(TaskKind::take_up, 10, 30));
    const Course course = exercise->course({});
    const std::string number = number_of(course, bravo, 100);
    const double shown_s = first_fix_s(course, bravo, 0);
    const auto points = [&](double late_s) {
        return marked(*exercise, {action_at(shown_s + late_s, ActionKind::take_up, number)}).points;
    };
    CHECK(points(0) == 10);
    CHECK(points(10) == 10);
    CHECK(points(11) == 9.5);  // a twentieth of 20 s
    CHECK(points(20) == 5);
    CHECK(points(30) == 0);
    CHECK(marked(*exercise, {}).points == 0);
    const TaskScore late = marked(*exercise, {action_at(shown_s + 20, ActionKind::take_up, number)});
    CHECK(second_of(*late.could) == Approx(shown_s));
    CHECK(second_of(*late.due) == Approx(shown_s + 10));
    CHECK(second_of(*late.at) == Approx(shown_s + 20));
    CHECK(late.reaction_s == Approx(20));
    CHECK(late.moment == *late.at);
    CHECK(marked(*exercise, {}).moment == *late.due);
}

TEST_CASE("only the first taking up of the right track counts")
{
    const auto exercise = exercise_with(task_of(TaskKind::take_up, 100, 200));
    const std::string number = number_of_bravo(*exercise), other = number == "A01" ? "A02" : "A01";
    CHECK(marked(*exercise, {action_at(50, ActionKind::take_up, other)}).points == 0);
    const TaskScore score =
        marked(*exercise, {action_at(50, ActionKind::take_up, number), action_at(199, ActionKind::take_up, number)});
    CHECK(score.points == 10);
    CHECK(score.at == at_second(50));
}

TEST_CASE("the last classification decides, and saying it again changes nothing")
{
    Task task = task_of(TaskKind::classify, 100, 200);
    task.category = "hostile";
    const auto exercise = exercise_with(task);
    const std::string number = number_of_bravo(*exercise);
    const auto as = [&](double s, const std::string& category) {
        Action action = action_at(s, ActionKind::classify, number);
        action.text = category;
        return action;
    };
    CHECK(marked(*exercise, {as(50, "hostile")}).points == 10);
    CHECK(marked(*exercise, {as(50, "hostile"), as(500, "hostile")}).points == 10);
    CHECK(marked(*exercise, {as(50, "hostile"), as(60, "friendly")}).points == 0);
    CHECK(marked(*exercise, {as(50, "friendly"), as(60, "hostile")}).points == 10);
    CHECK(marked(*exercise, {}).points == 0);
    CHECK(marked(*exercise, {as(60, "friendly")}).done.find("it is hostile") != std::string::npos);
}

TEST_CASE("a first call is timed from the fix that showed the aircraft near enough, and is never too early")
{
    const auto exercise = exercise_with(task_of(TaskKind::first_call, 10, 30));
    const Course course = exercise->course({});
    const std::string number = number_of(course, bravo, 100);
    const double could_s = first_fix_s(course, bravo, 150);  // at 150 s it is 0.2 degrees away
    CHECK(could_s < 160);
    const auto points = [&](double s) { return marked(*exercise, {call_at(s, number)}).points; };
    CHECK(points(60) == 10);
    CHECK(points(could_s + 10) == 10);
    CHECK(points(could_s + 11) == 9.5);
    CHECK(points(could_s + 25) == 2.5);
    CHECK(points(could_s + 31) == 0);
    CHECK(marked(*exercise, {call_at(60, number == "A01" ? "A02" : "A01")}).points == 0);
    CHECK(marked(*exercise, {}).points == 0);
    CHECK(marked(*exercise, {call_at(could_s + 11, number)}).reaction_s == Approx(11));
    CHECK(marked(*exercise, {}).expected.find("within 22.3 km of HOME") != std::string::npos);
}

TEST_CASE("nothing is asked about an aircraft that would never have come near")
{
    for (const TaskKind kind : {TaskKind::first_call, TaskKind::interval, TaskKind::before_last_turn,
                                TaskKind::log_entry, TaskKind::log_exit, TaskKind::keep_out}) {
        Task task = task_of(kind);
        task.aircraft = "ALFA";
        const TaskScore score = marked(*exercise_with(task), {});
        CHECK_FALSE(score.applies);
        CHECK(score.points == 0);
        CHECK(score.out_of == 0);
    }
}

TEST_CASE("time in which the radio failed does not count against a first call")
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::first_call, 10, 30)};
    Inject failure;
    failure.id = "failure";
    failure.kind = InjectKind::radio_failure;
    failure.from = at_second(140);
    failure.duration_s = 60;
    lesson.injects = {failure};
    const auto exercise = exercise_of(lesson);
    const std::string number = number_of_bravo(*exercise);
    const TaskScore in_vain = marked(*exercise, {call_at(160, number)});
    CHECK(in_vain.points == 0);
    CHECK(in_vain.done.find("not heard") != std::string::npos);
    CHECK(marked(*exercise, {call_at(160, number), call_at(210, number)}).points == 10);
    CHECK(marked(*exercise, {call_at(211, number)}).points == 9.5);
    CHECK(marked(*exercise, {call_at(139, number)}).points == 10);
    CHECK(marked(*exercise, {}).could == at_second(200));
}

TEST_CASE("the interval is kept for the share of the time in which no call was too old")
{
    // It heads for HOME from the first sight of it below the threshold until it leaves at 300 s; 30 s from call to call
    // and 5 s to act.
    const auto exercise = exercise_with(task_of(TaskKind::interval, 5, 5));
    const Course course = exercise->course({});
    const std::string number = number_of(course, bravo, 100);
    const double begins_s = first_fix_s(course, bravo, 150) + 5;
    const auto share = [&](const std::vector<double>& calls) {
        std::vector<Action> actions;
        for (const double s : calls)
            actions.push_back(call_at(s, number));
        return marked(*exercise, actions).points / 10;
    };
    const double asked_s = 300 - begins_s;
    CHECK(share({}) == 0);
    CHECK(share({begins_s, begins_s + 35, begins_s + 70, begins_s + 105, begins_s + 140}) == 1);
    CHECK(share({begins_s}) == Approx(35 / asked_s).margin(1e-4));
    CHECK(share({begins_s + 20, begins_s + 30}) == Approx(45 / asked_s).margin(1e-4));  // they overlap
    CHECK(share({begins_s - 20}) == Approx(15 / asked_s).margin(1e-4));
    CHECK(share({400}) == 0);
}

TEST_CASE("nobody is asked to call an aircraft that the radar does not show")
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::interval, 5, 5)};
    Inject drop;
    drop.id = "drop";
    drop.aircraft = "BRAVO";
    drop.from = at_second(165);
    lesson.injects = {drop};
    const auto exercise = exercise_of(lesson);
    const Course course = exercise->course({});
    const std::string number = number_of(course, bravo, 150);
    const double begins_s = first_fix_s(course, bravo, 150) + 5;
    const ShownTrack& shown = course.shown[*shown_track(course, number, at_second(150))];
    const double asked_s = second_of(shown.shown.to) - begins_s;
    CHECK(asked_s < 60);
    CHECK(marked(*exercise, {call_at(begins_s, number)}).points == Approx(10 * 35 / asked_s).margin(1e-3));
}

TEST_CASE("an aircraft that turned away on the first call need not be called again")
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::interval, 5, 5)};
    lesson.reactions = {obedient()};
    const auto exercise = exercise_of(lesson);
    CHECK(marked(*exercise, {order_at(60, number_of_bravo(*exercise), 270)}).points == 10);
    CHECK(marked(*exercise, {}).points == 0);
}

TEST_CASE("calls before the entry count as far as they were heard, up to what is asked")
{
    Task task = task_of(TaskKind::least_calls);
    const auto exercise = exercise_with(task);  // the rules ask for 3
    const std::string number = number_of_bravo(*exercise);
    CHECK(marked(*exercise, {}).points == 0);
    CHECK(marked(*exercise, {call_at(100, number)}).points == 3.333);
    CHECK(marked(*exercise, {call_at(100, number), call_at(120, number), call_at(140, number)}).points == 10);
    CHECK(marked(*exercise, {call_at(100, number), call_at(120, number), call_at(251, number)}).points == 6.667);
    std::vector<Action> many;
    for (int s = 100; s < 200; s += 10)
        many.push_back(call_at(s, number));
    CHECK(marked(*exercise, many).points == 10);
    task.count = 2;
    CHECK(marked(*exercise_with(task), {call_at(100, number)}).points == 5);
}

TEST_CASE("a call that leaves time to respond before the last turn earns all")
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::before_last_turn, 0, 20)};
    lesson.rules.response_time_s = 30;
    Scenario scenario = equator_scenario();
    scenario.aircraft[bravo].avoidance = quick_turn();
    scenario.aircraft[bravo].avoidance->reaction_s = 2;
    const auto exercise = exercise_of(lesson, scenario);
    // The radius v^2 / (g tan 30) takes 39.32 s; so much before 250 s, less 2 s and 30 s.
    const double radius_m = speed_mps * speed_mps / (9.80665 * std::tan(Angle::degrees(30).rad()));
    const double call_by_s = 250 - radius_m / speed_mps - 32;
    const std::string number = number_of_bravo(*exercise);
    const auto points = [&](double s) { return marked(*exercise, {call_at(s, number)}).points; };
    CHECK(points(call_by_s - 1) == 10);
    CHECK(points(call_by_s + 10) == Approx(5).margin(0.1));  // rolling takes a moment
    CHECK(points(call_by_s + 21) == 0);
    CHECK(marked(*exercise, {}).points == 0);
    CHECK(second_of(*marked(*exercise, {}).due) == Approx(call_by_s).margin(0.2));
}

TEST_CASE("the heading ordered has to be the right one, in time")
{
    Task task = task_of(TaskKind::order_heading, 10, 30);
    task.heading = Angle::degrees(0);
    task.tolerance_rad = Angle::degrees(10).rad();
    const auto exercise = exercise_with(task);
    const Course course = exercise->course({});
    const std::string number = number_of(course, bravo, 100);
    const double could_s = first_fix_s(course, bravo, 150);
    CHECK(marked(*exercise, {order_at(could_s, number, 350)}).points == 10);
    CHECK(marked(*exercise, {order_at(could_s, number, 349)}).points == 0);
    CHECK(marked(*exercise, {order_at(could_s, number, 180), order_at(could_s + 20, number, 5)}).points == 5);
    CHECK(marked(*exercise, {call_at(could_s, number, "north")}).points == 10);  // the phrase orders it
    CHECK(marked(*exercise, {call_at(could_s, number)}).points == 0);
    CHECK(marked(*exercise, {order_at(could_s, number, 180)}).done.find("180") != std::string::npos);
}

TEST_CASE("calls to the wrong aircraft lower the share of those to the right one")
{
    Lesson lesson = equator_lesson();
    Task right = task_of(TaskKind::right_aircraft);
    right.aircraft.clear();
    lesson.tasks = {right, task_of(TaskKind::first_call)};
    const auto exercise = exercise_of(lesson);
    const std::string number = number_of_bravo(*exercise), other = number == "A01" ? "A02" : "A01";
    const auto points = [&](const std::vector<Action>& actions) { return scored(*exercise, actions).tasks[0].points; };
    CHECK(points({}) == 0);
    CHECK(points({call_at(100, number), order_at(110, number, 0)}) == 10);
    CHECK(points({call_at(100, number), call_at(110, other), call_at(120, "A09"), call_at(130, number)}) == 5);
    CHECK(scored(*exercise, {}).tasks[0].applies);
}

TEST_CASE("an incursion that a call prevented earns what keeping out is worth")
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::keep_out)};
    lesson.reactions = {obedient()};
    const auto exercise = exercise_of(lesson);
    const std::string number = number_of_bravo(*exercise);
    CHECK(marked(*exercise, {}).points == 0);
    CHECK(marked(*exercise, {order_at(160, number, 270)}).points == 10);
    CHECK(marked(*exercise, {order_at(220, number, 270)}).points == 0);  // too late
    CHECK(marked(*exercise, {order_at(160, number, 90)}).points == 0);
}
