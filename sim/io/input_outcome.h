#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/diagnostics.h"

namespace incursion {

/// What became of one input of a batch run.
struct InputOutcome {
    std::size_t place = 0;       ///< in the list of inputs
    std::string path;
    std::int64_t fixes = 0;      ///< that made it into tracks
    std::int64_t tracks = 0;
    std::int64_t visits = 0;     ///< as written
    std::int64_t repeated = 0;   ///< rows that only repeat the fix before
    std::vector<std::pair<std::string, std::int64_t>> dropped;  ///< by kind: `rows with a bad number`, 12
    std::vector<Diagnostic> diagnostics;
    bool failed = false;         ///< it, or a file in it, gave no rows; an error among the diagnostics says why
};

}  // namespace incursion
