#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/analysis/border_distances.h"
#include "sim/analysis/crossings.h"
#include "sim/analysis/foreign.h"
#include "sim/border/border_index.h"
#include "sim/io/track_read_options.h"
#include "sim/model/airspace.h"

namespace incursion {

/// One file (or archive, or `-` for standard input) of tracks.
struct BatchInput {
    std::string path;
    std::int64_t bytes = 0;       ///< 0 where not known
    std::int64_t changed_ns = 0;  ///< when it was last changed, since 1970
};

/// What every track is set against. Keeps references; threads share it.
struct BatchGround {
    const Airspaces& airspaces;  ///< rings are not needed
    const BorderIndex& index;
    const BorderDistances& distances;
};

/// What is to be found out about every track.
struct BatchAnalysis {
    CrossingOptions crossings;
    Belonging belonging;        ///< of every track
    bool foreign_only = false;  ///< leave visits of airspaces out that are not foreign
    bool depth = true;          ///< else max_depth_m is left out, which is the dearest figure
    bool paths = false;         ///< keep the path inside, for tables with a shape
};

/// A whole batch run, but for where its results go.
struct BatchJob {
    std::vector<BatchInput> inputs;  ///< rows are written in their order
    TrackReadOptions reading;
    BatchAnalysis analysis;
    unsigned threads = 0;        ///< as many as there are cores where 0
    std::string scratch_folder;  ///< for results that wait for their turn
};

}  // namespace incursion
