#include "sim/training/score.h"

#include "tests/sim/training/equator_lesson.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Action log_at(double s, const std::string& number, ActionKind kind = ActionKind::log_entry)
{
    return action_at(s, kind, number);
}

/// BRAVO comes back: in at 250 s, out at 300 s, then west again, in at 400 s and out at 450 s.
Scenario there_and_back()
{
    Scenario scenario = equator_scenario();
    std::vector<Fix> fixes;
    for (int s = 0; s <= 600; ++s) {
        const double lon_deg = s <= 350 ? 0.5 + 0.002 * s : 1.2 - 0.002 * (s - 350);
        fixes.push_back({at_second(s), {lon_deg, 0}, 6000, {}});
    }
    scenario.aircraft[bravo].motion = Track::make("BRAVO", AltitudeDatum::msl, std::move(fixes)).value();
    return scenario;
}

TaskScore reported(const Exercise& exercise, std::vector<std::pair<std::string, std::string>> figures)
{
    const std::string number = number_of_bravo(exercise);
    Action report = action_at(590, ActionKind::report);
    report.figures = std::move(figures);
    return marked(exercise, {call_at(100, number), call_at(130, number), report});
}

Task report_of(std::vector<ReportFigure> figures)
{
    Task task = task_of(TaskKind::report);
    task.figures = std::move(figures);
    return task;
}

}  // namespace

TEST_CASE("an entry is logged as well as it is near to the true one, on either side")
{
    const auto exercise = exercise_with(task_of(TaskKind::log_entry, 10, 30));
    const std::string number = number_of_bravo(*exercise);
    CHECK(marked(*exercise, {log_at(260, number)}).points == 10);
    CHECK(marked(*exercise, {log_at(261, number)}).points == 9.5);
    CHECK(marked(*exercise, {log_at(240, number)}).points == 10);
    CHECK(marked(*exercise, {log_at(230, number)}).points == 5);
    CHECK(marked(*exercise, {log_at(300, number)}).points == 0);
    CHECK(marked(*exercise, {}).points == 0);
    CHECK(marked(*exercise, {log_at(255, number == "A01" ? "A02" : "A01")}).points == 0);
    CHECK(marked(*exercise, {log_at(255, number), log_at(256, number)}).points == 5);  // one entry, two logged
    CHECK(marked(*exercise, {log_at(255, number), log_at(256, number)}).at == at_second(255));
    CHECK(marked(*exercise, {log_at(255, number, ActionKind::log_exit)}).points == 0);
    CHECK(second_of(*marked(*exercise, {}).due) == Approx(260).margin(1e-6));
}

TEST_CASE("exits are logged likewise")
{
    const auto exercise = exercise_with(task_of(TaskKind::log_exit, 10, 30));
    const std::string number = number_of_bravo(*exercise);
    CHECK(marked(*exercise, {log_at(305, number, ActionKind::log_exit)}).points == 10);
    CHECK(marked(*exercise, {log_at(305, number)}).points == 0);
}

TEST_CASE("of several entries each is set against the nearest that was logged")
{
    Lesson lesson = equator_lesson();
    lesson.tasks = {task_of(TaskKind::log_entry, 10, 30)};
    const auto exercise = exercise_of(lesson, there_and_back());
    const std::string number = number_of_bravo(*exercise);
    CHECK(marked(*exercise, {log_at(255, number), log_at(405, number)}).points == 10);
    CHECK(marked(*exercise, {log_at(405, number)}).points == 5);
    CHECK(marked(*exercise, {log_at(270, number), log_at(405, number)}).points == 7.5);
    // The nearer of two takes the entry at 250 s, the other is left for that at 400 s.
    CHECK(marked(*exercise, {log_at(252, number), log_at(258, number)}).points == 5);
    CHECK(marked(*exercise, {log_at(255, number), log_at(330, number), log_at(405, number)}).points == 6.667);
}

TEST_CASE("an entry logged where there was none earns nothing, and none logged is not asked for")
{
    Task task = task_of(TaskKind::log_entry);
    task.aircraft = "ALFA";
    const auto exercise = exercise_with(task);
    const std::string number = number_of(exercise->course({}), alfa, 100);
    const TaskScore score = marked(*exercise, {log_at(255, number)});
    CHECK(score.applies);
    CHECK(score.points == 0);
    CHECK_FALSE(marked(*exercise, {}).applies);
}

TEST_CASE("a report earns the share of its figures that are right")
{
    const auto exercise = exercise_with(report_of({{ReportFigureKind::calls, 0},
                                                   {ReportFigureKind::dwell_s, 2},
                                                   {ReportFigureKind::depth_m, 100},
                                                   {ReportFigureKind::entry_time, 5},
                                                   {ReportFigureKind::exit_time, 5}}));
    // 50 s inside, at most 0.05 degrees deep, in at 250 s (00:04:10) and out at 300 s (00:05:00).
    CHECK(reported(*exercise, {{"calls", "2"},
                               {"dwell_s", "51"},
                               {"depth_m", "5.6 km"},
                               {"entry_time", "00:04:13.5"},
                               {"exit_time", "1970-01-01T02:05:00+02:00"}})
              .points == 10);
    CHECK(reported(*exercise, {{"calls", "3"},
                               {"dwell_s", "53"},
                               {"depth_m", "5000"},
                               {"entry_time", "00:04:17"},
                               {"exit_time", "00:05:00"}})
              .points == 2);
    CHECK(reported(*exercise, {{"calls", "two"}, {"dwell_s", "-"}, {"entry_time", "25:61:00"}}).points == 0);
    CHECK(reported(*exercise, {}).points == 0);
    CHECK(marked(*exercise, {}).points == 0);
    CHECK(marked(*exercise, {}).done == "no report");
}

TEST_CASE("only the last report counts")
{
    const auto exercise = exercise_with(report_of({{ReportFigureKind::dwell_s, 2}}));
    Action first = action_at(500, ActionKind::report), last = action_at(510, ActionKind::report);
    first.figures = {{"dwell_s", "10"}};
    last.figures = {{"dwell_s", "50 s"}};
    CHECK(marked(*exercise, {first, last}).points == 10);
    CHECK(marked(*exercise, {last, first}).points == 0);
}

TEST_CASE("what there is nothing to report of is left empty")
{
    Task task = report_of({{ReportFigureKind::entry_time, 5}, {ReportFigureKind::dwell_s, 2}});
    task.aircraft = "ALFA";
    const auto exercise = exercise_with(task);
    CHECK(reported(*exercise, {{"entry_time", ""}, {"dwell_s", "0"}}).points == 10);
    CHECK(reported(*exercise, {{"entry_time", "-"}, {"dwell_s", ""}}).points == 10);
    CHECK(reported(*exercise, {{"entry_time", "00:04:10"}, {"dwell_s", "50"}}).points == 0);
}

TEST_CASE("a time of day is that of the day of the exercise on which it lies in it")
{
    Lesson lesson = equator_lesson();
    Scenario scenario = equator_scenario();
    const Duration later = std::chrono::hours{23} + std::chrono::minutes{58};  // in at 00:02:10 of the next day
    lesson.span = {lesson.span.from + later, lesson.span.to + later};
    scenario.span = lesson.span;
    std::vector<Fix> fixes;
    for (Fix fix : std::get<Track>(scenario.aircraft[bravo].motion).fixes()) {
        fix.time += later;
        fixes.push_back(fix);
    }
    scenario.aircraft = {scenario.aircraft[bravo]};
    scenario.aircraft[0].motion = Track::make("BRAVO", AltitudeDatum::msl, std::move(fixes)).value();
    lesson.tasks = {report_of({{ReportFigureKind::entry_time, 1}})};
    const auto exercise = exercise_of(lesson, scenario);
    Action report = action_at(86400 + 400, ActionKind::report);
    report.figures = {{"entry_time", "00:02:10"}};
    CHECK(marked(*exercise, {report}).points == 10);
}

TEST_CASE("a whole run: all done in time earns all, nothing done earns nothing, and the same run the same")
{
    Lesson lesson = equator_lesson();
    Task classify = task_of(TaskKind::classify), heading = task_of(TaskKind::order_heading),
         right = task_of(TaskKind::right_aircraft);
    classify.category = "hostile";
    heading.heading = Angle::degrees(0);
    right.aircraft.clear();
    lesson.tasks = {task_of(TaskKind::take_up),
                    classify,
                    task_of(TaskKind::first_call),
                    task_of(TaskKind::interval),
                    task_of(TaskKind::least_calls),
                    task_of(TaskKind::before_last_turn),
                    heading,
                    task_of(TaskKind::log_entry),
                    task_of(TaskKind::log_exit),
                    right,
                    report_of({{ReportFigureKind::dwell_s, 2}})};
    const auto exercise = exercise_of(lesson);
    const Course course = exercise->course({});
    const std::string number = number_of(course, bravo, 100);
    const double shown_s = first_fix_s(course, bravo, 0);
    std::vector<Action> actions{action_at(0, ActionKind::begin), action_at(shown_s + 5, ActionKind::take_up, number),
                                action_at(shown_s + 6, ActionKind::classify, number), order_at(155, number, 0)};
    actions[2].text = "hostile";
    for (const double s : {185.0, 215.0, 245.0})
        actions.push_back(call_at(s, number));
    actions.push_back(log_at(255, number));
    actions.push_back(call_at(275, number));
    actions.push_back(log_at(305, number, ActionKind::log_exit));
    actions.push_back(action_at(310, ActionKind::report));
    actions.back().figures = {{"dwell_s", "50"}};
    actions.push_back(action_at(320, ActionKind::finish));
    const Score all = scored(*exercise, actions);
    for (const TaskScore& task : all.tasks)
        UNSCOPED_INFO(task.expected << " / " << task.done << ": " << task.points);
    CHECK(all.points == 110);
    CHECK(all.out_of == 110);
    CHECK(all.is_finished);
    CHECK(all.ended == at_second(320));
    CHECK(all.share() == 1);

    const Score none = scored(*exercise, {});
    CHECK(none.points == 0);
    CHECK(none.out_of == 110);
    CHECK_FALSE(none.is_finished);

    std::vector<Action> late = actions;
    late[3].time += seconds(20);
    CHECK(scored(*exercise, late).points < 110);

    const Score again = scored(*exercise_of(lesson), actions);
    for (std::size_t i = 0; i < all.tasks.size(); ++i) {
        CHECK(again.tasks[i].points == all.tasks[i].points);
        CHECK(again.tasks[i].done == all.tasks[i].done);
        CHECK(again.tasks[i].expected == all.tasks[i].expected);
    }
}
