#include "sim/training/score.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "sim/training/task_marks.h"

namespace incursion {

namespace {

TaskScore mark(const TaskQuestion& question)
{
    switch (question.task.kind) {
    case TaskKind::take_up: return mark_take_up(question);
    case TaskKind::classify: return mark_classify(question);
    case TaskKind::first_call: return mark_first_call(question);
    case TaskKind::interval: return mark_interval(question);
    case TaskKind::least_calls: return mark_least_calls(question);
    case TaskKind::before_last_turn: return mark_before_last_turn(question);
    case TaskKind::order_heading: return mark_order_heading(question);
    case TaskKind::log_entry: return mark_log_entry(question);
    case TaskKind::log_exit: return mark_log_exit(question);
    case TaskKind::report: return mark_report(question);
    case TaskKind::keep_out: return mark_keep_out(question);
    case TaskKind::right_aircraft: break;  // about no aircraft by itself: see score_of
    }
    return {};
}

double to_thousandths(double points)
{
    return std::round(points * 1000) / 1000;
}

Time ended(const Exercise& exercise, const Course& course)
{
    for (const Action& action : course.actions)
        if (action.kind == ActionKind::finish)
            return action.time;
    return course.actions.empty() ? exercise.lesson().span.from : course.actions.back().time;
}

}  // namespace

std::string_view name_of(TaskKind kind)
{
    constexpr std::array<std::string_view, 12> names{"take_up",     "classify",         "first_call",     "interval",
                                                     "least_calls", "before_last_turn", "order_heading",  "log_entry",
                                                     "log_exit",    "report",           "right_aircraft", "keep_out"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(ReportFigureKind kind)
{
    constexpr std::array<std::string_view, 5> names{"calls", "dwell_s", "depth_m", "entry_time", "exit_time"};
    return names[static_cast<std::size_t>(kind)];
}

Score score_of(const Exercise& exercise, const Course& course, const Report& report)
{
    Score score;
    const Lesson& lesson = exercise.lesson();
    for (std::size_t i = 0; i < lesson.tasks.size(); ++i) {
        const Task& task = lesson.tasks[i];
        const auto facts = flight_facts(exercise, course, report, task.aircraft);
        TaskScore one;
        if (task.kind == TaskKind::right_aircraft)
            one = mark_right_aircraft(task, exercise, course);
        else if (facts)
            one = mark({task, exercise, course, *facts});
        else
            one = does_not_apply(fmt::format("nothing: {} did not fly", task.aircraft));
        one.task = i;
        one.points = one.applies ? to_thousandths(one.points) : 0;
        one.out_of = one.applies ? task.points : 0;
        one.moment = one.at ? *one.at : one.due ? *one.due : one.could.value_or(lesson.span.from);
        score.points += one.points;
        score.out_of += one.out_of;
        score.tasks.push_back(std::move(one));
    }
    score.points = to_thousandths(score.points);
    score.ended = ended(exercise, course);
    score.is_finished = std::any_of(course.actions.begin(), course.actions.end(),
                                    [](const Action& action) { return action.kind == ActionKind::finish; });
    return score;
}

}  // namespace incursion
