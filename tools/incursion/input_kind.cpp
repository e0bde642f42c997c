#include "tools/incursion/input_kind.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace incursion {

namespace {

std::string lower_case_ending(const std::string& path)
{
    std::string ending = std::filesystem::path{path}.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending;
}

/// The name of the table that a line opens; empty for any other line.
std::string_view table_opened_by(std::string_view line)
{
    const auto skip = [&](char c) {
        while (!line.empty() && (line.front() == c || line.front() == ' ' || line.front() == '\t'))
            line.remove_prefix(1);
    };
    skip(' ');
    if (line.empty() || line.front() != '[')
        return {};
    skip('[');
    return line.substr(0, line.find_first_of("]. \t"));
}

/// A scenario that is too broken to be parsed must still be told apart, so this looks at single lines. An
/// aircraft type has tables of other names only; a file without any table is taken for a scenario, whose
/// reader then says what is missing.
bool looks_like_aircraft_type(std::string_view content)
{
    static constexpr std::array scenario_tables{"airspace", "aircraft", "account", "call",  "claim",
                                                "event",    "wind",     "analysis", "scope", "place",
                                                "radar",    "accuracy", "border",  "rules", "avoidance"};
    bool has_table = false;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size() - 1);
        const std::string_view table = table_opened_by(content.substr(0, end));
        content.remove_prefix(end + 1);
        if (table.empty())
            continue;
        has_table = true;
        if (std::find(scenario_tables.begin(), scenario_tables.end(), table) != scenario_tables.end())
            return false;
    }
    return has_table;
}

}  // namespace

std::string_view name_of(InputKind kind)
{
    switch (kind) {
    case InputKind::scenario: return "scenario";
    case InputKind::aircraft_type: return "aircraft type";
    case InputKind::track: return "track file";
    case InputKind::airspace: return "airspace file";
    }
    return "";
}

bool is_toml(const std::string& path)
{
    return lower_case_ending(path) == ".toml";
}

InputKind kind_of_input(const std::string& path, std::string_view content_of_toml)
{
    std::string inner = path;
    std::string ending = lower_case_ending(inner);
    for (const std::string_view packed : {".gz", ".zst", ".xz", ".bz2"})
        if (ending == packed) {
            inner.resize(inner.size() - ending.size());
            ending = lower_case_ending(inner);
        }
    if (ending == ".toml")
        return looks_like_aircraft_type(content_of_toml) ? InputKind::aircraft_type : InputKind::scenario;
    // A trace of readsb is called .json, and a file of airspaces .geojson.
    static constexpr std::array track_endings{".csv", ".tsv", ".txt", ".tab", ".gpx", ".json", ".tar"};
    return std::find(track_endings.begin(), track_endings.end(), ending) != track_endings.end() ? InputKind::track
                                                                                                 : InputKind::airspace;
}

}  // namespace incursion
