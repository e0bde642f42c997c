#pragma once

#include <cstddef>

#include "sim/batch/input_work.h"

namespace incursion {

/// What one input has come to.
struct InputResult {
    InputOutcome outcome;
    RowBuffer rows;        ///< findings of its tracks, encoded
    bool stopped = false;  ///< a stop was asked for before it was done: there is nothing to keep
};

/// Reads one input and analyses its tracks. Either all of a file counts, but for the fixes that were dropped and told, or
/// nothing of it: a file that cannot be read to its end has failed, and with it the input. Of an archive the other files
/// still count. An input whose tracks turn out not to be grouped is
/// read a second time, all of its fixes kept in memory.
InputResult process_input(std::size_t place, const BatchContext& context);

}  // namespace incursion
