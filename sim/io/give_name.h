#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/io/output_file.h"

namespace incursion {

// What files and folders that appear whole or not at all have in common.

/// `PATH: the file exists already; ...`
Problem already_there(std::string_view path);

/// `PATH: cannot WHAT: ` and the words for an errno.
Problem could_not(std::string_view path, std::string_view what, int error);

/// Renames a file within its file system: 0, or the errno. Keeps an existing `to` (EEXIST) unless it may be replaced.
int give_name(const std::string& from, const std::string& to, Overwrite overwrite);

/// Brings a new or changed name in a folder to the disk. Some file systems cannot; the name is given then.
void sync_folder(const std::string& folder);

}  // namespace incursion
