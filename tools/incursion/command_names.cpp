#include "tools/incursion/command_names.h"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace incursion {

namespace {

/// Optimal string alignment: Levenshtein's distance with swaps of neighbours (Damerau, CACM 7 (1964), 171).
std::size_t distance_between(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates)
{
    std::optional<std::string> nearest;
    std::size_t least = 0;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = distance_between(word, candidate);
        const std::size_t allowed = std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
        if (distance <= allowed && (!nearest || distance < least)) {
            nearest = candidate;
            least = distance;
        }
    }
    return nearest;
}

const CLI::App* find_command(const CLI::App& root, std::string_view name)
{
    for (const CLI::App* command : root.get_subcommands({}))
        if (command->get_name() == name)
            return command;
    return nullptr;
}

std::string list_of_commands(const CLI::App& root)
{
    std::string text = "the commands are: ";
    bool first = true;
    for (const CLI::App* command : root.get_subcommands({})) {
        text += (first ? "" : ", ") + command->get_name();
        first = false;
    }
    return text;
}

std::string unknown_command(const std::string& word, const CLI::App& root)
{
    std::vector<std::string> names;
    for (const CLI::App* command : root.get_subcommands({}))
        names.push_back(command->get_name());
    const auto nearest = nearest_word(word, names);
    return "there is no command '" + word + "'; " + (nearest ? "did you mean '" + *nearest + "'? " : "") +
           list_of_commands(root);
}

}  // namespace incursion
