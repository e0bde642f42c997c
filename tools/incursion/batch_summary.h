#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/io/input_outcome.h"
#include "sim/io/run_record.h"
#include "tools/incursion/messages.h"

namespace incursion {

/// The inputs that failed, each with its reason: the first twenty, and where the others stand.
void print_failed_inputs(const std::vector<InputOutcome>& outcomes, const std::string& error_table);

/// What a batch run has read, found and skipped, in a few lines on standard error; every airspace where verbose, else
/// those with the longest dwell.
void print_batch_summary(const RunRecord& record, std::size_t resumed_at, double elapsed_s, Verbosity verbosity);

/// The same of a run whose shards were joined.
void print_merge_summary(const RunRecord& record, std::size_t shards);

/// The lines of the summary below the first.
std::vector<std::string> summary_lines(const RunRecord& record, std::size_t most_airspaces);

}  // namespace incursion
