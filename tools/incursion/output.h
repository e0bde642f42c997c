#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/io/output_file.h"

namespace incursion {

/// Where a command's result goes: `-` is standard output.
struct Destination {
    std::string path = "-";
    Overwrite overwrite = Overwrite::no;

    bool is_standard_output() const { return path == "-"; }
};

/// Why nothing can be written there, before the work is done.
std::optional<Problem> refuse_destination(const Destination& destination);

/// Writes all of it or, but for a pipe or a device, nothing. A pipe whose reader is gone is no problem:
/// the reader had what it wanted.
std::optional<Problem> write_result(const Destination& destination, std::string_view text);

}  // namespace incursion
