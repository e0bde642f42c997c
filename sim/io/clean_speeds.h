#pragma once

#include "sim/io/row_problems.h"
#include "sim/io/track_piece.h"

namespace incursion {

/// Leaves the fixes of a track between which nobody needs to go faster than that, as many as can be (reachable_fixes);
/// tells each that goes, and where it would fit with longitude and latitude exchanged.
/// REQUIRES: its times strictly ascend.
void clean_speeds(TrackPiece& track, double max_speed_mps, RowProblems& problems);

}  // namespace incursion
