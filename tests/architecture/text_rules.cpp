#include "tests/architecture/rules.h"
#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

namespace incursion::architecture {
namespace {

/// Adds a line for every match of `pattern` in `text`, which is `path`'s or a version of it with the same lines.
void find_all(const std::string& path, const std::string& text, const std::regex& pattern, const std::string& what,
              Violations& violations)
{
    std::istringstream lines(text);
    std::smatch match;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (std::regex_search(line, match, pattern))
            violations.push_back(path + ":" + std::to_string(number) + ": " + match.str() + ": " + what);
    }
}

}  // namespace

Violations output_violations(const std::filesystem::path& root)
{
    // Members of such a name (`visit.exit`) are called through a dot or an arrow, or not at all.
    static const std::regex pattern(R"((^|[^\w:.>])(std::|::)?((cout|cerr|clog)\s*(<<|\.)|)"
                                    R"((printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|perror|)"
                                    R"(exit|_Exit|quick_exit|abort|terminate)\s*\())"
                                    R"(|\bfmt::print\b|#\s*include\s*<(iostream|fmt/color\.h)>)");
    Violations violations;
    for (const SourceFile& file : cpp_below(root, {"sim", "render"}))
        find_all(file.path, code_of(file), pattern, "a room neither prints nor ends the program", violations);
    return violations;
}

Violations case_violations(const std::filesystem::path& root)
{
    static const std::regex pattern("hatay|su-?24|turk|türk", std::regex::icase);
    Violations violations;
    for (const SourceFile& file : files_below(root, {"sim", "render"}))
        find_all(file.path, file.text, pattern, "the engine knows no case; it belongs into a scenario", violations);
    return violations;
}

Violations length_violations(const std::filesystem::path& root, int limit, const std::vector<LongFile>& exceptions)
{
    Violations violations;
    std::map<std::string, bool> used;
    for (const LongFile& exception : exceptions)
        used[exception.path] = false;
    for (const SourceFile& file : files_below(root, {"sim", "render", "tools"})) {
        const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        if (lines <= limit)
            continue;
        if (const auto exception = used.find(file.path); exception != used.end())
            exception->second = true;
        else
            violations.push_back(file.path + ": " + std::to_string(lines) + " lines; split it, or list it with a reason");
    }
    for (const auto& [path, was_used] : used)
        if (!was_used)
            violations.push_back(path + ": is listed as long and is not; drop it from the list");
    return violations;
}

Violations leftover_violations(const std::filesystem::path& root)
{
    // In two halves, so that this file does not find itself.
    static const std::regex pattern("\\b(TO" "DO|FIX" "ME|XX" "X)\\b");
    Violations violations;
    std::vector<SourceFile> files = files_below(root, {"sim", "render", "tools", "tests", "scenarios", ".ci"});
    for (SourceFile& file : files_below(root, {"data"}))
        if (!file.path.starts_with("data/borders/"))
            files.push_back(std::move(file));
    for (const SourceFile& file : files)
        if (file.text.find('\0') == std::string::npos)  // pictures say anything somewhere
            find_all(file.path, file.text, pattern, "do it, or leave it out", violations);
    return violations;
}

}  // namespace incursion::architecture
