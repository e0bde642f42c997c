#pragma once

#include <string>
#include <string_view>

namespace incursion {

// What a page tells of its own making.

/// `Made by incursion 0.1.0, GDAL 3.6.2, PROJ 9.1.1.`
std::string versions_line();

/// An argument as a shell reads it back: in single quotes where it holds anything that a shell takes for its own.
std::string shell_word(std::string_view argument);

}  // namespace incursion
