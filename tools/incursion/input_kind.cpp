#include "tools/incursion/input_kind.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "sim/io/airspace_records.h"

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

template <std::size_t n>
bool is_one_of(std::string_view name, const std::array<const char*, n>& names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A file that is too broken to be parsed must still be told apart, so this looks at single lines. A table of a lesson
/// that no scenario has makes it one, whatever else is there; else a table of a scenario makes it one of those,
/// whatever else is there; else a table that only radar types have makes it one of those, and any other an aircraft
/// type. A file without any table is taken for a scenario, whose reader then says what is missing.
InputKind kind_of_toml(std::string_view content)
{
    static constexpr std::array of_scenarios{"airspace", "aircraft", "account", "call",     "claim",
                                        "event",    "wind",     "analysis", "scope",   "place",
                                        "radar",    "accuracy", "border",  "rules",    "avoidance"};
    static constexpr std::array of_lessons{"phrase", "reaction", "inject", "task"};
    static constexpr std::array of_radar_types{"scan_period",      "beam_width",    "min_range",    "max_range",
                                          "range_noise",      "azimuth_noise", "height_noise", "height_step",
                                          "range_resolution", "max_elevation", "detection",    "detection_range",
                                          "false_alarm",      "reference_cross_section"};
    std::optional<InputKind> type;
    bool is_scenario = false;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size() - 1);
        const std::string_view table = table_opened_by(content.substr(0, end));
        content.remove_prefix(end + 1);
        if (table.empty())
            continue;
        if (is_one_of(table, of_lessons))
            return InputKind::lesson;
        if (is_one_of(table, of_scenarios))
            is_scenario = true;
        else if (is_one_of(table, of_radar_types))
            type = InputKind::radar_type;
        else if (!type)
            type = InputKind::aircraft_type;
    }
    return is_scenario ? InputKind::scenario : type.value_or(InputKind::scenario);
}

}  // namespace

std::string_view name_of(InputKind kind)
{
    switch (kind) {
    case InputKind::scenario: return "scenario";
    case InputKind::lesson: return "lesson";
    case InputKind::aircraft_type: return "aircraft type";
    case InputKind::radar_type: return "radar type";
    case InputKind::track: return "track file";
    case InputKind::airspace: return "airspace file";
    case InputKind::action_log: return "action log";
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
        return kind_of_toml(content_of_toml);
    if (ending == ".jsonl")
        return InputKind::action_log;
    // A trace of readsb is called .json, and a file of airspaces .geojson.
    static constexpr std::array track_endings{".csv", ".tsv",  ".txt", ".tab",     ".gpx", ".igc", ".nmea", ".sbs",
                                              ".acmi", ".ast", ".asterix", ".raw", ".ff",  ".pcap", ".pcapng", ".json",
                                              ".tar"};
    const bool is_track = std::find(track_endings.begin(), track_endings.end(), ending) != track_endings.end();
    return is_track && airspace_format_of(path) == nullptr ? InputKind::track : InputKind::airspace;
}

}  // namespace incursion
