#pragma once

#include <map>
#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"

namespace incursion {

/// What a program remembers from one run to the next, in words of its own choosing.
using Settings = std::map<std::string, std::string>;

/// Settings from a TOML file of texts. They are a convenience, so nothing about them is an error: a file that is not
/// there has none, one that is broken gets a warning and has none, a value that is no text gets a warning and is
/// left out.
Settings read_settings(const std::string& path, Diagnostics& diagnostics);

/// Writes them all, replacing the file. Nothing, or the problem.
std::optional<Problem> write_settings(const std::string& path, const Settings& settings);

}  // namespace incursion
