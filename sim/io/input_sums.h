#pragma once

#include <string>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/base/diagnostics.h"

namespace incursion {

/// A file that a report rests on.
struct InputSum {
    std::string path;
    std::string sha256;  ///< of its bytes, as sha256_of_file; empty where it cannot be read for it
};

/// The scenario, then every other file that was read, each once, in order. One that cannot be read for it (it is gone,
/// or a database) becomes a warning in `diagnostics`.
std::vector<InputSum> input_sums(const Report& report, Diagnostics& diagnostics);

}  // namespace incursion
