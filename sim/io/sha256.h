#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

/// SHA-256 (FIPS 180-4) of a file's bytes as 64 lower-case hexadecimal digits. The file may be anything
/// that GDAL opens as a file: a path, or `/vsizip/...` and its siblings. The problem says why it cannot
/// be read; a directory or a database connection has no bytes of its own.
Result<std::string> sha256_of_file(const std::string& path);

/// Likewise of bytes in memory.
Result<std::string> sha256_of(std::string_view bytes);

}  // namespace incursion
