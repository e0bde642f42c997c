#pragma once

#include <optional>
#include <string_view>

namespace incursion {

/// The first line with a dotted key of more than `max_dots` dots. Every dot nests a table, tables are read
/// and freed by recursion, and nobody writes such keys: they are refused before they use up the stack.
std::optional<int> line_of_deep_key(std::string_view text, int max_dots);

}  // namespace incursion
