#include "tests/architecture/rules.h"
#include "tests/architecture/source_tree.h"

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <sstream>

namespace incursion::architecture {
namespace {

namespace fs = std::filesystem;

/// First parts of the paths that git keeps below `root`, if `root` is the top of a work tree.
std::set<std::string> names_kept_by_git(const fs::path& root)
{
    if (!fs::exists(root / ".git"))
        return {};
    const std::string command = "git -C '" + root.string() + "' ls-files -z 2>/dev/null";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string listing;
    std::array<char, 4096> part{};
    for (std::size_t n = 0; pipe && (n = std::fread(part.data(), 1, part.size(), pipe.get())) > 0;)
        listing.append(part.data(), n);
    std::set<std::string> names;
    std::istringstream paths(listing);
    for (std::string path; std::getline(paths, path, '\0');) {
        const std::size_t slash = path.find('/');
        names.insert(slash == std::string::npos ? path : path.substr(0, slash + 1));
    }
    return names;
}

/// What lies in the folder; folders end in a slash.
std::set<std::string> names_in(const fs::path& root)
{
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(root))
        if (const std::string name = entry.path().filename().string(); name != "build" && name != ".git")
            names.insert(entry.is_directory() ? name + "/" : name);
    return names;
}

struct Sources {
    std::map<std::string, std::string> checksums;  ///< by path below data/
    std::set<std::string> sections;                ///< headings with an origin and a licence below them
};

Sources read_sources(const std::string& text)
{
    static const std::regex row(R"rx(^\|\s*`([^`]+)`\s*\|\s*`?([0-9a-f]{64})`?\s*\|.*)rx");
    static const std::regex heading(R"rx(^#+\s+`?([^`]+?)`?\s*$)rx");
    Sources sources;
    std::istringstream lines(text);
    std::smatch match;
    std::string section;
    bool origin = false, licence = false;
    const auto close = [&] {
        if (origin && licence)
            sources.sections.insert(section);
    };
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, match, row)) {
            sources.checksums[match[1]] = match[2];
        } else if (std::regex_match(line, match, heading)) {
            close();
            section = match[1];
            origin = licence = false;
        }
        origin = origin || line.starts_with("- Origin: ");
        licence = licence || line.starts_with("- Licence: ");
    }
    close();
    return sources;
}

}  // namespace

Violations top_level_violations(const fs::path& root)
{
    static const std::set<std::string> allowed{
        "sim/", "render/", "data/", "scenarios/", "tests/", "tools/", ".ci/", "CMakeLists.txt", "CMakePresets.json",
        "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"};
    std::set<std::string> names = names_kept_by_git(root);
    if (names.empty())
        names = names_in(root);
    Violations violations;
    for (const std::string& name : names)
        if (!allowed.contains(name) && !(name.starts_with('.') && !name.ends_with('/')))
            violations.push_back(name + ": does not belong at the top level");
    return violations;
}

Violations source_violations(const fs::path& root)
{
    Violations violations;
    Sources sources;
    std::map<std::string, std::string> kept;
    for (const SourceFile& file : files_below(root, {"data"})) {
        const std::string path = file.path.substr(std::string("data/").size());
        if (path == "SOURCES.md")
            sources = read_sources(file.text);
        else if (!path.starts_with("borders/world."))
            kept[path] = sha256_of(file.text);
    }
    for (const auto& [path, checksum] : kept) {
        const auto listed = sources.checksums.find(path);
        if (listed == sources.checksums.end())
            violations.push_back("data/" + path + ": no checksum in data/SOURCES.md; run tools/update-checksums");
        else if (listed->second != checksum)
            violations.push_back("data/" + path + ": not the file that data/SOURCES.md lists; if it was meant to "
                                                  "change, run tools/update-checksums");
        const std::string folder = path.substr(0, path.find('/') + 1);
        if (!sources.sections.contains(path) && !sources.sections.contains(folder))
            violations.push_back("data/" + path + ": no section of data/SOURCES.md tells its origin and licence");
    }
    for (const auto& [path, checksum] : sources.checksums)
        if (!kept.contains(path))
            violations.push_back("data/SOURCES.md: lists " + path + ", which is not there");
    return violations;
}

}  // namespace incursion::architecture
