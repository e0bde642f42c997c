#pragma once

#include <memory>
#include <string>
#include <vector>

#include "render/view/view_state.h"
#include "tools/incursion/height_options.h"
#include "tools/incursion/instant.h"
#include "tools/incursion/messages.h"

namespace CLI {
class App;
}

namespace incursion {

/// What is to be shown, as named on the command line: one scenario, or track files and the airspaces to set them
/// against. The same in every command that draws.
class ReplaySource {
public:
    void setup(CLI::App& app);
    /// One scenario, for a command that shows nothing else.
    static ReplaySource of_scenario(std::string path);
    /// Throws WrongCall where files and options do not fit each other.
    void check() const;

    /// Reads, flies and analyses. Nothing, with diagnostics, where that fails.
    std::unique_ptr<Replay> load(Diagnostics& diagnostics, Verbosity verbosity) const;
    /// The same options for other files, as dropped on a window that shows `open`: track files are set against its
    /// airspaces.
    ReplaySource with_files(std::vector<std::string> files, const Scenario& open) const;

    const std::vector<std::string>& files() const { return files_; }
    bool is_scenario() const;
    /// Beside which bookmarks are kept.
    const std::string& first_file() const { return files_.front(); }

private:
    std::unique_ptr<Replay> load_scenario(Diagnostics& diagnostics, Verbosity verbosity) const;
    std::unique_ptr<Replay> load_tracks(Diagnostics& diagnostics, Verbosity verbosity) const;

    std::vector<std::string> files_;
    AirspaceSource airspace_;
    HeightOptions heights_;
    std::string legs_name_, edges_name_, state_, max_gap_;
    std::vector<std::string> permitted_;
};

/// The instants that `entry`, `exit` and `closest` mean in a view: those of the selected aircraft, else of the first
/// shown one that has them.
NamedInstants named_instants(const Replay& replay, const ViewState& view);

}  // namespace incursion
