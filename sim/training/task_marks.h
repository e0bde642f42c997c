#pragma once

#include <string>

#include "sim/training/flight_facts.h"
#include "sim/training/score.h"

namespace incursion {

// What each kind of task earns. All of them fill in what TaskScore tells but `task`, `out_of` and `moment`, which are
// score_of()'s; `points` are not rounded. REQUIRES: the task is of that kind, the facts are of its aircraft.

/// One task of one run.
struct TaskQuestion {
    const Task& task;
    const Exercise& exercise;
    const Course& course;
    const FlightFacts& facts;

    const Lesson& lesson() const { return exercise.lesson(); }
};

TaskScore mark_take_up(const TaskQuestion& question);
TaskScore mark_classify(const TaskQuestion& question);
TaskScore mark_first_call(const TaskQuestion& question);
TaskScore mark_order_heading(const TaskQuestion& question);
TaskScore mark_interval(const TaskQuestion& question);
TaskScore mark_least_calls(const TaskQuestion& question);
TaskScore mark_before_last_turn(const TaskQuestion& question);
TaskScore mark_log_entry(const TaskQuestion& question);
TaskScore mark_log_exit(const TaskQuestion& question);
TaskScore mark_report(const TaskQuestion& question);
TaskScore mark_keep_out(const TaskQuestion& question);
/// About all aircraft together.
TaskScore mark_right_aircraft(const Task& task, const Exercise& exercise, const Course& course);

/// 1 up to within_s, 0 from zero_after_s on, and in proportion between them.
double grade(const Task& task, double late_s);

/// Sets `could`, `due`, and where it was done `at`, `reaction_s` and the points; time in which the radio failed does
/// not count.
void mark_in_time(TaskScore& score, const Task& task, std::optional<Time> could, std::optional<Time> at,
                  const std::vector<TimeSpan>& failures);

/// The score of a task for which there was nothing to do.
TaskScore does_not_apply(std::string expected);

/// `07:19:35.0`, as every sentence tells instants.
std::string clock_text(Time time);

}  // namespace incursion
