#include "sim/io/read_paths.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace incursion {

namespace fs = std::filesystem;

namespace {

bool is_file(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path, code);
}

bool is_there(const fs::path& path)
{
    std::error_code code;
    return fs::exists(path, code);
}

/// `a/b/../c` reads better as `a/c`, but is another file where b is a link.
fs::path shortened(const fs::path& path)
{
    fs::path shorter = path.lexically_normal();
    return is_there(shorter) || !is_there(path) ? shorter : path;
}

/// `data/KIND` of the scenario's folder and of every folder above it, nearest first.
std::vector<fs::path> data_folders_above(const std::string& scenario, std::string_view kind)
{
    std::error_code code;
    const fs::path given{scenario};
    const fs::path here = fs::current_path(code);
    std::vector<fs::path> folders;
    for (fs::path folder = (here / given).lexically_normal().parent_path();; folder = folder.parent_path()) {
        const fs::path found = folder / "data" / kind;
        // Told the way the scenario was told, so that a report does not depend on where a project lies.
        folders.push_back(given.is_absolute() || code ? found : found.lexically_proximate(here));
        if (folder == folder.parent_path())
            return folders;
    }
}

}  // namespace

std::string path_beside(const std::string& file, const std::string& named)
{
    const std::size_t colon = named.find(':');
    const bool connection = colon != std::string::npos && named.find('/') > colon;
    if (named.empty() || connection || fs::path{named}.is_absolute())
        return named;
    return shortened(fs::path{file}.parent_path() / named).string();
}

std::vector<std::string> data_folders(const std::string& scenario, std::string_view kind)
{
    std::vector<fs::path> folders = data_folders_above(scenario, kind);
    if (const char* data = std::getenv("INCURSION_DATA"); data != nullptr && *data != '\0')
        folders.push_back(fs::path{data} / kind);
#ifdef INCURSION_DATA_DIR
    folders.push_back(fs::path{INCURSION_DATA_DIR} / kind);
#endif
    std::vector<std::string> names;
    std::transform(folders.begin(), folders.end(), std::back_inserter(names),
                   [](const fs::path& folder) { return folder.string(); });
    return names;
}

Result<std::string> find_type_file(const std::string& scenario, const std::string& name, const TypeFolder& kind)
{
    if (name.ends_with(".toml")) {
        const std::string path = path_beside(scenario, name);
        if (is_file(path))
            return path;
        return Problem{fmt::format("there is no {} file {}", kind.title, path)};
    }
    if (name.empty() || name.find('/') != std::string::npos)
        return Problem{fmt::format("'{}' names no {}; write a name as {}, or the path of a .toml file", name, kind.title,
                                   kind.example)};

    const std::vector<std::string> folders = data_folders(scenario, kind.folder);
    for (const fs::path folder : folders)
        if (const fs::path path = folder / (name + ".toml"); is_file(path))
            return path.string();
    return Problem{fmt::format("there is no {} '{}': no {}.toml in any of {}; add it there, set "
                               "INCURSION_DATA, or write the path of a .toml file",
                               kind.title, name, name, fmt::join(folders, ", "))};
}

}  // namespace incursion
