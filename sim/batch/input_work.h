#pragma once

#include <tbb/enumerable_thread_specific.h>

#include "sim/batch/batch_control.h"
#include "sim/batch/batch_job.h"
#include "sim/batch/row_buffer.h"
#include "sim/batch/track_grouper.h"
#include "sim/batch/track_worker.h"
#include "sim/io/input_outcome.h"

namespace incursion {

using TrackWorkers = tbb::enumerable_thread_specific<TrackWorker>;

/// What all inputs of a run share.
struct BatchContext {
    const BatchJob& job;
    BatchControl& control;
    TrackWorkers& workers;
};

/// How the reading of an input, or of a part of it, went.
enum class InputEnd {
    whole,
    not_grouped,  ///< a track came back after it had ended: read it again and gather
    failed,       ///< the diagnostics say why
    stopped,      ///< a stop was asked for
};

/// What one input has given so far.
struct InputGain {
    explicit InputGain(const std::string& scratch_folder) : rows{scratch_folder} {}

    RowBuffer rows;
    TrackCounts counts;
    RowProblems problems;
    Diagnostics diagnostics;

    /// Where it stands, and back to there: what a file within an archive gave is forgotten if the file fails.
    struct Mark {
        std::uint64_t rows = 0;
        TrackCounts counts;
    };
    Mark mark() const { return {rows.size(), counts}; }
    void back_to(const Mark& mark)
    {
        rows.truncate(mark.rows);
        counts = mark.counts;
    }

    /// Takes the rows of the next tracks. False, with an error, where they cannot be kept.
    bool take(TrackRows& next);
};

}  // namespace incursion
