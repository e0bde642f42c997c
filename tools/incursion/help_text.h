#pragma once

#include <cstddef>
#include <string>

namespace CLI {
class App;
}

namespace incursion {

/// The help of the program or of one command: usage, what it does, arguments, options, commands, and its
/// footer, in which lines that begin with a space are kept as they are.
std::string help_text(const CLI::App& app, std::size_t width);

/// The width that help is printed for: the terminal's, at most 100; else 80.
std::size_t help_width();

}  // namespace incursion
