#pragma once

#include "sim/io/row_problems.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

/// Compares the fixes of one whole track with each other and leaves those that make a track: strictly ascending in
/// time, not faster than the limit. What is dropped is told to `problems`, with its line, by kind:
/// - a fix that goes back in time;
/// - a second position at one instant (one that repeats instant and place is only counted as repeated); three and more
///   different positions at one instant are a stopped clock;
/// - a position that could only be reached faster than options.max_speed_mps. The one of two neighbours is dropped
///   that does not fit the others: an outlier costs itself, also where it is the first or the last.
/// Altitudes that change by the factor between feet and metres from one fix to the next are told and kept: what they
/// mean is not guessed.
/// With DirtyFixes::repair the fixes are sorted by time first (a stable sort; of equal instants the first stays).
/// PROMISES: lines stay beside their fixes.
void clean_track(TrackPiece& track, const TrackReadOptions& options, RowProblems& problems);

}  // namespace incursion
