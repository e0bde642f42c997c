#pragma once

#include "sim/batch/input_work.h"
#include "sim/io/input_bytes.h"

namespace incursion {

/// Reads and analyses one CSV or TSV, of any size: blocks of about a megabyte are read one after the other, parsed
/// and, but for the tracks that reach over their ends, analysed side by side. Rows come in the order of the
/// tracks' first lines, the same for any number of threads. In grouped mode memory is bounded by the blocks under way
/// and the longest track; gathered, by all fixes of the input.
InputEnd read_csv_in_parallel(InputBytes& input, TrackGrouper::Mode mode, const BatchContext& context, InputGain& gain);

}  // namespace incursion
