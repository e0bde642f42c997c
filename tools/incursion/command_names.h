#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace incursion {

/// The candidate that `word` may be a slip of: fewest inserted, dropped, changed or swapped letters, at most
/// a third of the longer word and one at least; the first among equals.
std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates);

/// The command of that name; null where there is none.
const CLI::App* find_command(const CLI::App& root, std::string_view name);

/// `the commands are: run, check, help`.
std::string list_of_commands(const CLI::App& root);

/// `there is no command 'rum'; did you mean 'run'? the commands are: ...`.
std::string unknown_command(const std::string& word, const CLI::App& root);

}  // namespace incursion
