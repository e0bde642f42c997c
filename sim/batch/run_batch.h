#pragma once

#include <cstddef>
#include <optional>

#include "sim/batch/batch_control.h"
#include "sim/batch/batch_job.h"
#include "sim/batch/process_input.h"

namespace incursion {

/// Takes the results of inputs.
class BatchSink {
public:
    BatchSink() = default;
    virtual ~BatchSink() = default;
    BatchSink(const BatchSink&) = delete;
    BatchSink& operator=(const BatchSink&) = delete;

    /// In the order of the inputs, one at a time. A problem (a full disk) ends the run.
    virtual std::optional<Problem> take(const InputResult& result) = 0;
};

struct BatchEnd {
    bool stopped = false;            ///< before the last input, as BatchControl asked
    std::optional<Problem> problem;  ///< of the sink
};

/// Analyses the inputs from place `first` on, on all threads, and hands the results on in order: what the sink gets
/// does not depend on how many threads there are. Large tables are spread over the threads, other inputs are side by
/// side; a few more than there are threads are under way at a time, so memory does not grow with their number.
BatchEnd run_batch(const BatchJob& job, const BatchGround& ground, std::size_t first, BatchControl& control,
                   BatchSink& sink);

}  // namespace incursion
