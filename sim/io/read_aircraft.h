#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// What the aircraft of one scenario share while they are read.
struct AircraftReading {
    std::string scenario;             ///< the file
    TimeSpan span;                    ///< of the scenario; empty where that is not known
    std::vector<std::string> inputs;  ///< files read so far, each once
    /// Types read so far by file; nothing where a file had problems, which are told once.
    std::vector<std::pair<std::string, std::optional<AircraftType>>> types;
};

/// One `[[aircraft]]` with its type, and with its flight plan or its track, which are read from their files.
Aircraft read_aircraft(TomlReader& table, AircraftReading& reading);

/// Adds a file to a list unless it is there.
void add_input(std::vector<std::string>& inputs, const std::string& path);

}  // namespace incursion
