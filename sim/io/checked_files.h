#pragma once

#include <optional>
#include <string>

namespace incursion {

// Not all of GDAL's writers look whether what they write arrives (that of GeoJSON in 3.6 does not): on a full disk they
// leave a file that is cut off and report success. Files that are opened by a checked name are ordinary files
// of the local disk whose failed writes are remembered.

/// A name for GDAL by which a local file, or a file in a local folder, is opened checked. Any thread may call it.
std::string checked_name(const std::string& path);

/// The errno of the first write, flush or close that failed on a file in the local folder.
std::optional<int> first_write_error(const std::string& folder);

/// Forgets the errors of files in the local folder, so that its name can be used again.
void forget_write_errors(const std::string& folder);

}  // namespace incursion
