#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace incursion {

/// A text as a TOML basic string on one line, in its quotes: quotes, backslashes and control characters escaped.
/// Bytes that are no UTF-8 become U+FFFD, which TOML asks for.
std::string toml_text(std::string_view text);

/// Writes a file whole or not at all, replacing one that is there. Nothing, or the problem.
std::optional<Problem> write_text_file(const std::string& path, std::string_view content);

}  // namespace incursion
