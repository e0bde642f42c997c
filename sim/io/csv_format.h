#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// CSV and TSV as a TrackFormat. read_tracks.h says how columns, times and units are understood. Altitudes are of the
// datum that the name of their column tells, mean sea level where it tells none; accuracies are taken as one standard
// deviation.

/// True for the usual endings (`.csv`, `.tsv`, `.txt`, `.tab`), and for texts whose first row has several cells.
bool fits_csv(std::string_view ending, std::string_view start);

/// Reads it in blocks, so that memory does not grow with the input. Of a damaged one, the rows before the damage are
/// handed on.
void read_csv(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
