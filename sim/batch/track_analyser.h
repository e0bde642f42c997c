#pragma once

#include <span>
#include <vector>

#include "sim/analysis/crossing_finder.h"
#include "sim/batch/batch_job.h"
#include "sim/batch/track_findings.h"
#include "sim/io/row_problems.h"
#include "sim/io/track_piece.h"

namespace incursion {

/// Analyses one track after the other; every thread has its own. Keeps references to what it is made from.
class TrackAnalyser {
public:
    TrackAnalyser(const BatchGround& ground, const BatchAnalysis& analysis);

    /// Of a cleaned track (see clean_track). A track that cannot be set against floors and ceilings is told to
    /// `problems` and has no findings; nor has one without fixes. The findings hold until the next call.
    const TrackFindings* analyse(TrackPiece track, RowProblems& problems);

private:
    void find_visits(const Track& track);
    void add_times(const Track& track, std::span<const Crossing> crossings);
    std::vector<PathPoint> path_of(const Track& track, const Visit& visit) const;

    const BatchGround& ground_;
    const BatchAnalysis& analysis_;
    std::vector<bool> foreign_;  ///< by airspace
    bool limited_ = false;       ///< some airspace has a floor or a ceiling
    CrossingFinder finder_;
    TrackFindings findings_;
};

}  // namespace incursion
