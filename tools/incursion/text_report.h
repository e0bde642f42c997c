#pragma once

#include <cstddef>
#include <string>

#include "sim/analysis/report.h"

namespace incursion {

struct TextOptions {
    std::size_t width = 80;  ///< columns of the terminal or the page; below 40 it is laid out for 40
    bool colour = false;     ///< with escape sequences
};

/// A report for a reader: what each account says, where each aircraft was, the calls, the claims with
/// their arithmetic, what happened, what is reconstructed, the sources. The same report and options give
/// the same bytes. Lines keep within the width, addresses of sources excepted.
std::string text_report(const Report& report, const TextOptions& options);

}  // namespace incursion
