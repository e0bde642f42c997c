#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Reads a scenario (TOML) and the aircraft types and tracks it names; the airspaces are left to
/// read_airspaces. Paths in the file are relative to its folder; see read_paths.h for aircraft types.
/// Returns nothing if and only if it adds an error. Every problem of the file is added, with line and path,
/// except that a syntax error hides what follows it. Warnings tell what is legal but probably meant otherwise.
std::optional<Scenario> read_scenario(const std::string& path, Diagnostics& diagnostics);

}  // namespace incursion
