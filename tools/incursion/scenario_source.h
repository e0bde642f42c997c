#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"
#include "tools/incursion/height_options.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/reading_options.h"

namespace CLI {
class App;
}

namespace incursion {

struct SourcedScenario {
    Scenario scenario;
    Airspaces airspaces;
};

/// What is to be analysed, as named on the command line: one scenario, or track files and the airspaces to set them
/// against. The same in every command that takes both.
class ScenarioSource {
public:
    void setup(CLI::App& app);
    static ScenarioSource of_scenario(std::string path);
    /// Throws WrongCall where files and options do not fit each other.
    void check() const;

    /// Reads all of it. Nothing, with diagnostics, where that fails.
    std::optional<SourcedScenario> read(Diagnostics& diagnostics, Verbosity verbosity) const;
    /// The same options for other files, as dropped on a window that shows `open`: track files are set against its
    /// airspaces.
    ScenarioSource with_files(std::vector<std::string> files, const Scenario& open) const;

    const std::vector<std::string>& files() const { return files_; }
    bool is_scenario() const;
    const std::string& first_file() const { return files_.front(); }

private:
    std::optional<SourcedScenario> read_scenario_file(Diagnostics& diagnostics, Verbosity verbosity) const;
    std::optional<SourcedScenario> read_track_files(Diagnostics& diagnostics, Verbosity verbosity) const;
    std::vector<Track> read_all_tracks(Diagnostics& diagnostics, Verbosity verbosity) const;

    std::vector<std::string> files_;
    AirspaceSource airspace_;
    HeightOptions heights_;
    ReadingOptions reading_;
    std::string legs_name_, edges_name_, state_, max_gap_;
    std::vector<std::string> permitted_;
};

}  // namespace incursion
