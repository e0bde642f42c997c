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

/// Types that scenarios name.
struct TypeFolder {
    std::string_view folder;   ///< below `data`
    std::string_view title;    ///< for messages
    std::string_view example;  ///< a name, for messages
};
inline constexpr TypeFolder aircraft_types{"aircraft", "aircraft type", "f-16c"};
inline constexpr TypeFolder radar_types{"radars", "radar type", "terminal"};

/// The file of a type. A name that ends in `.toml` is a path beside the scenario; any other is NAME.toml in
/// the first of data_folders(scenario, kind.folder) that has it. The problem names every place that was tried.
Result<std::string> find_type_file(const std::string& scenario, const std::string& name, const TypeFolder& kind);

}  // namespace incursion
