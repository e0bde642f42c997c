#pragma once

#include <vector>

#include "sim/io/row_problems.h"
#include "sim/io/track_piece.h"

namespace incursion {

/// Leaves the fixes of a track that strictly ascend in time, as many as can be; tells each that goes, but those that
/// repeat instant and place of one that stays: they are counted.
void clean_times(TrackPiece& track, RowProblems& problems);

/// Drops the fixes and lines for which `stays` is 0. REQUIRES: one for each fix.
void keep_fixes(TrackPiece& track, const std::vector<char>& stays);

}  // namespace incursion
