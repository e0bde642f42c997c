#pragma once

#include <string>
#include <vector>

#include "sim/training/look_back.h"
#include "tools/incursion/text_report.h"

namespace incursion {

/// A debrief for a reader: the score, each task with what was expected and what was done, what was flown, the calls,
/// every action. The same debrief and options give the same bytes. Lines keep within the width.
std::string text_debrief(const Debrief& debrief, const TextOptions& options);

/// A row for each of several runs: trainee, log, lesson, points, share, and what each task earned.
std::string text_class(const std::vector<Debrief>& runs, const TextOptions& options);

/// The same as CSV (RFC 4180): `trainee,log,lesson,points,out_of,share,finished`, then a column with the points of each
/// task, by its id in the order in which lessons first have it; empty where a lesson has no such task or it did not
/// apply.
std::string csv_class(const std::vector<Debrief>& runs);

}  // namespace incursion
