#pragma once

#include <string>
#include <string_view>

namespace incursion {

/// What a file given to `check` is meant to be.
enum class InputKind { scenario, lesson, aircraft_type, radar_type, track, airspace, action_log };

std::string_view name_of(InputKind kind);

/// By the ending of the name, without that of a packer: those of formats that only tracks have (.csv, .gpx, .igc,
/// .pcap, ...), .txt, .json and .tar are tracks, .toml is a scenario, a lesson, an aircraft type or a radar type, .jsonl an action log, everything else an airspace file. A
/// file of airspaces is known by its content as well: OpenAir is called .txt, OpenAIP .json.
InputKind kind_of_input(const std::string& path, std::string_view content_of_toml);

/// True if the name ends in .toml: kind_of_input needs the content then.
bool is_toml(const std::string& path);

}  // namespace incursion
