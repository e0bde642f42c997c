#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace incursion {

/// The text as a terminal can safely show it: control characters (a data file may hold escape sequences)
/// become spaces, bytes that are not UTF-8 become U+FFFD.
std::string printable(std::string_view text);

/// Columns that a text takes on a terminal: combining marks take none, East Asian wide characters
/// (Unicode UAX #11) two. Unlike wcwidth, the same in every locale.
std::size_t display_width(std::string_view text);

/// The text cut into lines of at most `width` columns, at spaces; runs of spaces count as one. A word
/// longer than a line is cut, except an address (it holds `://`), which keeps its line so that it can be
/// copied. Newlines in the text end a line. There is always at least one line, perhaps empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The text with each space between a number and its unit (`68.04 km`, `35.8° N`, `± 1`) made U+00A0, at which
/// wrapped() does not cut.
std::string with_bound_units(std::string_view text);

/// The text with spaces added on its right (or its left) up to `width` columns.
std::string padded(std::string text, std::size_t width);
std::string padded_left(std::string text, std::size_t width);

}  // namespace incursion
