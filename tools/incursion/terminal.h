#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace incursion {

enum class Stream { output, error };

bool is_terminal(Stream stream);

/// Columns of the terminal behind a stream; none where it is no terminal.
std::optional<std::size_t> terminal_width(Stream stream);

/// When escape sequences for colours are written.
enum class ColourChoice { automatic, always, never };

/// `automatic` is yes on a terminal that is not `dumb`, unless the variable NO_COLOR is set and not empty
/// (https://no-color.org).
bool wants_colour(ColourChoice choice, Stream stream);

}  // namespace incursion
