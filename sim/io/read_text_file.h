#pragma once

#include <cstddef>
#include <string>

#include "sim/base/result.h"

namespace incursion {

/// The bytes of a file, without a UTF-8 byte order mark at their beginning.
/// The problem says that it is missing, a folder, unreadable or longer than `max_bytes`.
Result<std::string> read_text_file(const std::string& path, std::size_t max_bytes);

}  // namespace incursion
