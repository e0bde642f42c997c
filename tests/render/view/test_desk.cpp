#include <catch2/catch.hpp>

#include "render/view/desk.h"
#include "render/view/instructor.h"
#include "render/view/score_card.h"
#include "tests/sim/training/equator_lesson.h"

namespace incursion::test {

namespace {

DeskView view_at(double s, std::string selected = "")
{
    DeskView view;
    view.now = at_second(s);
    view.selected = std::move(selected);
    view.unit = LengthUnit::kilometre;
    return view;
}

DeskData desk_at(const Exercise& exercise, double s, std::vector<Action> actions, std::string selected = "")
{
    return build_desk(exercise, exercise.course(actions), view_at(s, std::move(selected)));
}

Action typed(double s, std::string track, std::string text)
{
    Action action = action_at(s, ActionKind::call, std::move(track));
    action.text = std::move(text);
    return action;
}

const DeskTrack& row_of(const DeskData& desk, const std::string& number)
{
    for (const DeskTrack& row : desk.tracks)
        if (row.number == number)
            return row;
    throw std::runtime_error{"no row of " + number};
}

}  // namespace

TEST_CASE("A task is ticked when something of its kind was done, whether it was right or not")
{
    Lesson lesson = equator_lesson();
    for (const TaskKind kind : {TaskKind::take_up, TaskKind::take_up, TaskKind::classify, TaskKind::first_call,
                                TaskKind::order_heading, TaskKind::log_entry, TaskKind::report, TaskKind::keep_out}) {
        lesson.tasks.push_back(task_of(kind));
        lesson.tasks.back().id += std::to_string(lesson.tasks.size());
        lesson.tasks.back().count = 1;
        lesson.tasks.back().category = "hostile";
        lesson.tasks.back().heading = Angle::degrees(0);
        lesson.tasks.back().figures = {{ReportFigureKind::calls, 0}};
    }
    const auto exercise = exercise_of(std::move(lesson));
    const Course shown = exercise->course({});
    const std::string right = number_of(shown, bravo, 100), wrong = number_of(shown, alfa, 100);
    REQUIRE(right != wrong);
    const auto done = [&](double s, const std::vector<Action>& actions) {
        std::string ticks;
        for (const DeskTask& task : desk_at(*exercise, s, actions).tasks)
            ticks += !task.can_be_done ? '.' : task.is_done ? 'x' : 'o';
        return ticks;
    };
    CHECK(done(100, {}) == "ooooooo.");
    // The wrong aircraft, and it does not show. The second task of the kind takes the second track.
    CHECK(done(120, {action_at(110, ActionKind::take_up, wrong)}) == "xoooooo.");
    CHECK(done(120, {action_at(110, ActionKind::take_up, wrong), action_at(111, ActionKind::take_up, wrong)}) ==
          "xoooooo.");
    CHECK(done(120, {action_at(110, ActionKind::take_up, wrong), action_at(111, ActionKind::take_up, right)}) ==
          "xxooooo.");
    CHECK(done(105, {action_at(110, ActionKind::take_up, wrong)}) == "ooooooo.");
    // The three calls that the rules ask for, all to one track.
    Lesson counted = equator_lesson();
    counted.tasks = {task_of(TaskKind::least_calls)};
    const auto calls = exercise_of(std::move(counted));
    const auto ticked = [&](const std::vector<Action>& actions) {
        return desk_at(*calls, 200, actions).tasks[0].is_done;
    };
    CHECK_FALSE(ticked({call_at(110, right), call_at(120, right), call_at(130, wrong)}));
    CHECK(ticked({call_at(110, right), call_at(120, right), order_at(130, right, 0)}));
    // An order of a heading is a call as well.
    CHECK(done(120, {order_at(110, right, 0)}) == "oooxxoo.");
    CHECK(done(120, {call_at(110, right)}) == "oooxooo.");
    CHECK(done(120, {action_at(110, ActionKind::log_entry, wrong)}) == "oooooxo.");
    CHECK(done(120, {action_at(110, ActionKind::report)}) == "oooooox.");
}

TEST_CASE("Phrases are told with the number of the track that is called")
{
    const Phrase phrase{"twice", "{track}, turn. I say again, {track}.", {}};
    CHECK(phrase_text(phrase, "A07") == "A07, turn. I say again, A07.");
    CHECK(phrase_text({"none", "Turn.", {}}, "A07") == "Turn.");
    CHECK(phrase_text({"whole", "{track}", {}}, "{track}") == "{track}");
    const auto exercise = exercise_of(equator_lesson());
    const DeskData desk = desk_at(*exercise, 100, {}, "A01");
    REQUIRE(desk.phrases.size() == 2);
    CHECK(desk.phrases[0].text == "A01, you are near HOME.");
    CHECK(desk.phrases[1].key == "2");
    CHECK(desk_at(*exercise, 100, {}).phrases[0].text == "…, you are near HOME.");
}

TEST_CASE("The desk counts the seconds since the last call to the selected track, and to no other")
{
    const auto exercise = exercise_of(equator_lesson());
    const std::string number = number_of_bravo(*exercise);
    const std::vector<Action> actions{call_at(160, number), order_at(185, number, 90)};
    CHECK(desk_at(*exercise, 150, actions, number).since_call == number + " has not been called");
    CHECK(desk_at(*exercise, 172.5, actions, number).since_call == "12.5 s since the last call to " + number);
    CHECK(desk_at(*exercise, 192, actions, number).since_call == "7.0 s since the last call to " + number);
    CHECK(desk_at(*exercise, 192, actions, "A99").since_call == "A99 has not been called");
    CHECK(desk_at(*exercise, 192, actions).since_call == "no track is selected");
}

TEST_CASE("The table tells of a track what its system track knows")
{
    const auto exercise = exercise_of(equator_lesson());
    const std::string number = number_of_bravo(*exercise);
    const DeskData desk = desk_at(*exercise, 205, {action_at(150, ActionKind::take_up, number)}, number);
    REQUIRE(desk.tracks.size() == 2);
    const DeskTrack& row = row_of(desk, number);
    CHECK(row.is_selected);
    CHECK(row.is_taken_up);
    CHECK(row.category.empty());
    CHECK(row.level == "6000");
    CHECK(row.heading == "090");
    // 222.64 m/s are 801.5 km/h; the radar does not err, its tracker smooths.
    CHECK(std::stoi(row.speed) == Approx(801).margin(3));
    CHECK(std::stoi(row.age) < 10);
    CHECK(desk.speed_unit == "km/h");
    CHECK(desk_at(*exercise, 0, {}).tracks.empty());
}

TEST_CASE("The trainee is told of a call that did not go out, for a while, but of no inject")
{
    Lesson lesson = equator_lesson();
    Inject failure;
    failure.id = "silence";
    failure.title = "a radio that fails";
    failure.kind = InjectKind::radio_failure;
    failure.duration_s = 60;
    lesson.injects = {failure};
    const auto exercise = exercise_of(std::move(lesson));
    const std::string number = number_of_bravo(*exercise);
    const std::vector<Action> actions{action_at(150, ActionKind::inject, "", "silence"), call_at(160, number),
                                      call_at(230, number)};
    const DeskData silent = desk_at(*exercise, 161, actions, number);
    CHECK(silent.message == "no side tone: the call to " + number + " did not go out");
    CHECK(silent.is_warning);
    CHECK(desk_at(*exercise, 155, actions, number).message.empty());
    CHECK(desk_at(*exercise, 180, actions, number).message.empty());
    CHECK(desk_at(*exercise, 231, actions, number).message.empty());
    for (const DeskDeed& deed : desk_at(*exercise, 300, actions).deeds)
        CHECK(deed.text.find("inject") == std::string::npos);
    CHECK(desk_at(*exercise, 300, actions).deeds.size() == 2);
    InstructorView view{at_second(300), false, true, "", ""};
    const InstructorData told = build_instructor(*exercise, exercise->course(actions), view);
    REQUIRE(told.injects.size() == 1);
    CHECK(told.injects[0].is_live);
    CHECK(told.injects[0].key == "1");
    CHECK(told.injects[0].state == "at 00:02:30");
    REQUIRE(told.deeds.size() == 3);
    CHECK(told.deeds[2].text == "inject: a radio that fails");
    CHECK(told.deeds[2].time == at_second(150));
}

TEST_CASE("What was done stands newest first, and on the strip where it was done")
{
    const auto exercise = exercise_of(equator_lesson());
    const std::string number = number_of_bravo(*exercise);
    const std::vector<Action> actions{action_at(0, ActionKind::begin), typed(150, number, "Say again."),
                                      action_at(300, ActionKind::log_entry, number),
                                      action_at(450, ActionKind::log_exit, number)};
    const DeskData desk = desk_at(*exercise, 400, actions);
    REQUIRE(desk.deeds.size() == 3);
    CHECK(desk.deeds[0].text == "entry of " + number + " logged");
    CHECK(desk.deeds[1].text == "to " + number + ": Say again.");
    CHECK(desk.deeds[1].clock == "00:02:30");
    CHECK(desk.deeds[2].text == "exercise begun");
    REQUIRE(desk.strip.calls.size() == 1);
    CHECK(desk.strip.calls[0].from == Approx(0.25));
    REQUIRE(desk.strip.marks.size() == 1);
    CHECK(desk.strip.marks[0].at == Approx(0.5));
    CHECK(desk.strip.marks[0].kind == MomentKind::entry);
    CHECK(desk.strip.cursor == Approx(2.0 / 3));
    CHECK(desk.strip.visits.empty());
}

TEST_CASE("Rules are told in words and in the units of the view")
{
    const auto exercise = exercise_of(equator_lesson());
    const DeskData desk = desk_at(*exercise, 0, {});
    REQUIRE(desk.rules.size() == 3);
    // 0.2 degrees of longitude at the equator are 22.26 km.
    CHECK(desk.rules[0].name == "first call");
    CHECK(desk.rules[0].value == "before 22.3 km from HOME");
    CHECK(desk.rules[1].value == "every 30.0 s");
    CHECK(desk.rules[2].value == "3 calls");
}

TEST_CASE("A heading is written in degrees")
{
    CHECK(heading_written("180").value() == 180);
    CHECK(heading_written("007").value() == 7);
    CHECK(heading_written("359.5").value() == 359.5);
    CHECK(heading_written("360").value() == 0);
    for (const char* wrong :
         {"", "361", "-10", "north", "18o", "1e2", "+5", " 5", "nan", "1.2.3", "99999999999999999999"})
        CHECK_FALSE(heading_written(wrong));
}

TEST_CASE("Tab goes round the tracks that are shown")
{
    const std::vector<std::string> numbers{"A01", "A03", "A04"};
    CHECK(next_number(numbers, "", 1) == "A01");
    CHECK(next_number(numbers, "A01", 1) == "A03");
    CHECK(next_number(numbers, "A04", 1) == "A01");
    CHECK(next_number(numbers, "A01", -1) == "A04");
    CHECK(next_number(numbers, "", -1) == "A04");
    CHECK(next_number(numbers, "A02", 1) == "A01");  // is gone
    CHECK(next_number({}, "A01", 1).empty());
    const auto exercise = exercise_of(equator_lesson());
    CHECK(numbers_shown(exercise->course({}), at_second(0)).empty());
    CHECK(numbers_shown(exercise->course({}), at_second(200)).size() == 2);
}

TEST_CASE("A report asks for the figures of the lesson's tasks, each once")
{
    Lesson lesson = equator_lesson();
    Task task = task_of(TaskKind::report);
    task.figures = {{ReportFigureKind::dwell_s, 2}, {ReportFigureKind::calls, 0}};
    lesson.tasks = {task};
    lesson.tasks.push_back(task);
    lesson.tasks.back().id = "again";
    const auto exercise = exercise_of(std::move(lesson));
    const DeskData desk = desk_at(*exercise, 0, {});
    REQUIRE(desk.figures.size() == 2);
    CHECK(desk.figures[0].name == "calls");
    CHECK(desk.figures[1].name == "dwell_s");
}

TEST_CASE("The score card tells points as they are, and not all of them where any is missed")
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::take_up), task_of(TaskKind::log_exit)};
    Score score;
    score.points = 99.999;
    score.out_of = 100;
    TaskScore half;
    half.points = 7.125;
    half.out_of = 10;
    half.expected = "taken up by 00:01:00";
    half.done = "taken up at 00:01:05";
    half.reaction_s = 5;
    TaskScore none;
    none.task = 1;
    none.applies = false;
    score.tasks = {half, none};
    const ScoreCard card = build_score_card(lesson, score, "N. N.", "a.jsonl");
    CHECK(card.points == "99.999 of 100 points");
    CHECK(card.share == "99 %");
    REQUIRE(card.rows.size() == 2);
    CHECK(card.rows[0].points == "7.125 of 10");
    CHECK(card.rows[0].share == Approx(0.7125));
    CHECK(card.rows[0].reaction == "5.0 s after it could be seen");
    CHECK(card.rows[1].points == "does not apply");
}

}  // namespace incursion::test
