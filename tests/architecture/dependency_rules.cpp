#include "tests/architecture/rules.h"
#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace incursion::architecture {
namespace {

using Rooms = std::set<std::string>;

Rooms joined(Rooms a, const Rooms& b)
{
    a.insert(b.begin(), b.end());
    return a;
}

/// Which other rooms a room may include. A room that is not listed here does not exist.
const std::map<std::string, Rooms>& room_table()
{
    static const Rooms ground{"sim/base", "sim/geo", "sim/model"};
    static const Rooms found = joined(ground, {"sim/border", "sim/analysis"});
    static const Rooms sure = joined(found, {"sim/flight", "sim/radar", "sim/evidence"});
    static const Rooms flown = joined(sure, {"sim/incident"});
    static const Rooms shown = joined(flown, {"sim/training"});
    static const std::map<std::string, Rooms> table{
        {"sim/base", {}},
        {"sim/geo", {"sim/base"}},
        {"sim/model", {"sim/base", "sim/geo"}},
        {"sim/flight", ground},
        {"sim/border", ground},
        {"sim/analysis", joined(ground, {"sim/border"})},
        {"sim/radar", found},
        {"sim/evidence", joined(found, {"sim/flight"})},
        {"sim/incident", sure},
        {"sim/training", flown},
        {"sim/io", joined(found, {"sim/incident", "sim/radar", "sim/evidence", "sim/training"})},
        {"sim/batch", joined(flown, {"sim/io"})},
        {"render/view", shown},
        {"render/scope", joined(shown, {"render/view"})},
        {"render/picture", joined(shown, {"render/view", "render/scope"})},
        {"render/sound", joined(shown, {"render/view"})},
        {"render/window", joined(shown, {"render/view", "render/scope", "render/picture"})},
        {"render/footage", joined(shown, {"render/view", "render/scope", "render/picture", "render/sound"})},
    };
    return table;
}

/// `sim/base` of `sim/base/angle.h` and of anything below it; the folder itself directly under sim/ or render/.
std::string room_of(const std::string& path)
{
    const std::size_t first = path.find('/');
    const std::size_t second = path.find('/', first + 1);
    return path.substr(0, second == std::string::npos ? first : second);
}

bool is_room(const std::string& path) { return path.starts_with("sim/") || path.starts_with("render/"); }

std::string at(const std::string& path, int line) { return path + ":" + std::to_string(line) + ": "; }

void check_include(const SourceFile& file, const Include& include, Violations& violations)
{
    const std::string& name = include.name;
    const bool ours = is_room(name) || name.starts_with("tools/") || name.starts_with("tests/");
    if (include.quoted != ours)
        violations.push_back(at(file.path, include.line) + name +
                             (ours ? ": our own headers stand in quotes"
                                   : ": quotes are for our own headers, named from the root"));
    if (!ours)
        return;
    const std::string from = room_of(file.path), to = room_of(name);
    const auto row = room_table().find(from);
    if (row != room_table().end() && from != to && !row->second.contains(to))
        violations.push_back(at(file.path, include.line) + from + " may not include " + name);
}

/// The rooms that `incursion_room(name USES ...)` links.
Rooms linked_rooms(const std::string& cmake, const std::string& top)
{
    static const std::regex call(R"(incursion_room\(\s*\w+([^)]*)\))");
    std::smatch match;
    Rooms rooms;
    if (!std::regex_search(cmake, match, call))
        return rooms;
    std::istringstream words(match[1]);
    bool uses = false;
    for (std::string word; words >> word;) {
        if (word == "USES" || word == "LIBRARIES")
            uses = word == "USES";
        else if (uses && room_table().contains("sim/" + word))
            rooms.insert("sim/" + word);
        else if (uses)
            rooms.insert(top + "/" + word);
    }
    return rooms;
}

struct Library {
    std::regex header;
    std::string name;
    std::set<std::string> rooms;
};

const std::vector<Library>& libraries()
{
    static const std::vector<Library> list{
        {std::regex("(.*/)?(gdal|ogr|cpl_)[^/]*\\.h"), "GDAL", {"sim/io"}},
        {std::regex("toml\\+\\+/.*|toml\\.hpp"), "toml++", {"sim/io"}},
        {std::regex("nlohmann/.*"), "nlohmann-json", {"sim/io"}},
        {std::regex("geodesic\\.h"), "PROJ's geodesics", {"sim/geo"}},
        {std::regex("boost/numeric/odeint.*"), "Boost.Odeint", {"sim/flight"}},
        {std::regex("(.*/)?imgui.*"), "Dear ImGui", {"render/scope", "render/picture", "render/window"}},
        {std::regex("(GL|GLES\\d|epoxy|glad)/.*"), "OpenGL", {"render/picture", "render/window"}},
        {std::regex("(GLFW|EGL)/.*"), "GLFW and EGL", {"render/window"}},
        {std::regex("AL/.*"), "OpenAL", {"render/sound"}},
        {std::regex("lib(av|sw)[a-z]+/.*"), "FFmpeg", {"render/footage"}},
        {std::regex("png\\.h"), "libpng", {"render/footage"}},
        {std::regex("zlib\\.h"), "zlib", {"render/footage", "sim/io", "sim/batch"}},
        {std::regex("archive(_entry)?\\.h"), "libarchive", {"sim/io"}},
        {std::regex("expat\\.h"), "expat", {"sim/io"}},
        {std::regex("simdjson\\.h"), "simdjson", {"sim/io"}},
        {std::regex("ft2build\\.h|freetype/.*"), "FreeType", {"render/scope"}},
        {std::regex("GeographicLib/.*"), "GeographicLib", {"sim/io"}},
        {std::regex("fast_float/.*"), "fast_float", {"sim/io"}},
        {std::regex("openssl/.*"), "OpenSSL", {"sim/io"}},
        {std::regex("xxhash\\.h"), "xxHash", {"sim/io"}},
        {std::regex("(oneapi/)?tbb/.*"), "oneTBB", {"sim/border", "sim/evidence", "sim/io", "sim/batch"}},
    };
    return list;
}

}  // namespace

Violations dependency_violations(const std::filesystem::path& root)
{
    Violations violations;
    for (const SourceFile& file : files_below(root, {"sim", "render"})) {
        const std::string room = room_of(file.path);
        if (file.path.ends_with("CMakeLists.txt")) {
            const auto row = room_table().find(room);
            for (const std::string& linked : linked_rooms(file.text, file.path.substr(0, file.path.find('/'))))
                if (row == room_table().end() || !row->second.contains(linked))
                    violations.push_back(file.path + ": " + room + " may not link " + linked);
        } else if (!room_table().contains(room)) {
            violations.push_back(file.path + ": " + room + " is no room of the table in dependency_rules.cpp");
        }
    }
    for (const SourceFile& file : cpp_below(root, {"sim", "render", "tools"}))
        for (const Include& include : includes_of(file))
            check_include(file, include, violations);
    return violations;
}

Violations library_violations(const std::filesystem::path& root)
{
    Violations violations;
    for (const SourceFile& file : cpp_below(root, {"sim", "render"}))
        for (const Include& include : includes_of(file))
            for (const Library& library : libraries())
                if (std::regex_match(include.name, library.header) && !library.rooms.contains(room_of(file.path)))
                    violations.push_back(at(file.path, include.line) + room_of(file.path) + " may not include <" +
                                         include.name + ">: " + library.name + " belongs to " + *library.rooms.begin());
    return violations;
}

}  // namespace incursion::architecture
