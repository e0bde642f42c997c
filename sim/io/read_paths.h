#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"

namespace incursion {

/// A path that a file names, as seen from that file's folder; absolute ones, `/vsi...` and `PG:...`-like ones
/// stay as they are.
std::string path_beside(const std::string& file, const std::string& named);

/// Where data of a kind (`aircraft`, `magnetic`) may lie, in the order in which it is looked for: `data/KIND` in the
/// scenario's folder and every folder above it, then `$INCURSION_DATA/KIND`, then the folder given when the program
/// was built (INCURSION_DATA_DIR). They need not be there.
std::vector<std::string> data_folders(const std::string& scenario, std::string_view kind);

/// The file of an aircraft type. A name that ends in `.toml` is a path beside the scenario; any other is NAME.toml in
/// the first of data_folders(scenario, "aircraft") that has it. The problem names every place that was tried.
Result<std::string> find_aircraft_type_file(const std::string& scenario, const std::string& name);

}  // namespace incursion
