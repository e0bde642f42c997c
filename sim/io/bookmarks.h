#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/model/bookmark.h"

namespace incursion {

/// The file beside a scenario or track file in which its bookmarks are kept: `a/scenario.toml` has
/// `a/scenario.bookmarks.toml`, any other `flight.csv` has `flight.csv.bookmarks.toml`.
std::string bookmarks_path(const std::string& scenario);

/// The bookmarks of a file of `[[bookmark]]` tables with `time` and perhaps `note`, in its order. A file that is not
/// there has none. What is wrong is told; a bookmark without a time is left out, the others are kept.
std::vector<Bookmark> read_bookmarks(const std::string& path, Diagnostics& diagnostics);

/// Writes them all, replacing the file. Nothing, or the problem.
std::optional<Problem> write_bookmarks(const std::string& path, const std::vector<Bookmark>& bookmarks);

}  // namespace incursion
