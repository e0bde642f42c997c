#pragma once

#include <string>
#include <vector>

#include "sim/base/result.h"

namespace incursion {

/// A path that a file names, as seen from that file's folder; absolute ones, `/vsi...` and `PG:...`-like ones
/// stay as they are.
std::string path_beside(const std::string& file, const std::string& named);

/// The file of an aircraft type. A name that ends in `.toml` is a path beside the scenario; any other is
/// `data/aircraft/NAME.toml` in the scenario's folder or the nearest folder above it that has it, then
/// `$INCURSION_DATA/aircraft`, then the folder given when the program was built (INCURSION_DATA_DIR).
/// The problem names every place that was tried.
Result<std::string> find_aircraft_type_file(const std::string& scenario, const std::string& name);

}  // namespace incursion
