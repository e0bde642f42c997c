#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "render/view/view_state.h"
#include "tools/incursion/instant.h"
#include "tools/incursion/scenario_source.h"

namespace incursion {

/// What is to be shown: what a ScenarioSource names, made ready to be replayed.
class ReplaySource {
public:
    ReplaySource() = default;
    void setup(CLI::App& app) { source_.setup(app); }
    /// One scenario, for a command that shows nothing else.
    static ReplaySource of_scenario(std::string path) { return ReplaySource{ScenarioSource::of_scenario(std::move(path))}; }
    /// Throws WrongCall where files and options do not fit each other.
    void check() const { source_.check(); }

    /// Reads, flies and analyses. Nothing, with diagnostics, where that fails.
    std::unique_ptr<Replay> load(Diagnostics& diagnostics, Verbosity verbosity) const;
    /// As ScenarioSource::with_files.
    ReplaySource with_files(std::vector<std::string> files, const Scenario& open) const
    {
        return ReplaySource{source_.with_files(std::move(files), open)};
    }

    const std::vector<std::string>& files() const { return source_.files(); }
    bool is_scenario() const { return source_.is_scenario(); }
    /// Beside which bookmarks are kept.
    const std::string& first_file() const { return source_.first_file(); }

private:
    explicit ReplaySource(ScenarioSource source) : source_{std::move(source)} {}

    ScenarioSource source_;
};

/// The instants that `entry`, `exit` and `closest` mean in a view: those of the selected aircraft, else of the first
/// shown one that has them.
NamedInstants named_instants(const Replay& replay, const ViewState& view);

}  // namespace incursion
