#pragma once

#include <cstdint>
#include <string>

#include "sim/batch/batch_control.h"
#include "sim/batch/batch_job.h"
#include "sim/batch/track_analyser.h"

namespace incursion {

struct TrackCounts {
    std::int64_t fixes = 0, tracks = 0, visits = 0;
    TrackCounts& operator+=(const TrackCounts& other);
};

/// Rows of one or more tracks, encoded, and what came with them.
struct TrackRows {
    std::string bytes;
    TrackCounts counts;
    RowProblems problems;
    void append(TrackRows&& later);
    void clear();
};

/// Cleans, analyses and encodes whole tracks. Every thread has its own.
class TrackWorker {
public:
    TrackWorker(const BatchGround& ground, const BatchJob& job, BatchControl& control)
        : reading_{job.reading}, control_{control}, analyser_{ground, job.analysis}
    {
    }

    /// Appends a track's findings to `rows`. Does nothing once a stop is asked for.
    void work(TrackPiece&& track, TrackRows& rows);

private:
    const TrackReadOptions& reading_;
    BatchControl& control_;
    TrackAnalyser analyser_;
};

}  // namespace incursion
