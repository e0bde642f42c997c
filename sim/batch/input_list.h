#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/batch/batch_job.h"

namespace incursion {

/// A file with what the system knows about it; zeros where that is nothing.
BatchInput input_of(const std::string& path);

/// The inputs that arguments mean, in their order: a file stands for itself, `-` for standard input, a folder for the
/// files below it whose ending is that of a track format or a wrapping (hidden ones left out), a pattern with `*`, `?`
/// or
/// `[` that names no file for the files it matches; both in ascending order of their bytes. A file that is named twice
/// is read twice. An argument that means nothing stays, to fail as an input of its own; a folder without files and a
/// pattern without matches is an error.
std::vector<BatchInput> list_inputs(const std::vector<std::string>& arguments, Diagnostics& diagnostics);

/// The lines of a file of names (`-` is standard input), separated by line ends, or by zero bytes where it holds any.
/// Empty lines are left out.
std::vector<std::string> read_names(const std::string& path, Diagnostics& diagnostics);

/// The part `number` (from 1) of `count` parts of a list: neighbours stay together, so that the parts one behind the
/// other are the list, and each has about the same number of bytes. Depends on nothing but the list.
/// REQUIRES: 1 <= number <= count.
std::vector<BatchInput> shard_of(const std::vector<BatchInput>& inputs, std::size_t number, std::size_t count);

}  // namespace incursion
