#include "tools/incursion/scenario_source.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/base/quantity.h"
#include "sim/incident/scenario_of_tracks.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_ground.h"
#include "sim/io/read_scenario.h"
#include "sim/io/read_tracks.h"
#include "tools/incursion/airspace_options.h"
#include "tools/incursion/command.h"
#include "tools/incursion/input_kind.h"
#include "tools/incursion/text_words.h"

namespace incursion {

void ScenarioSource::setup(CLI::App& app)
{
    app.add_option("FILE", files_, "a scenario (.toml), or track files (CSV, GPX, IGC, ASTERIX and others, packed or not) "
                   "together with --airspace")
        ->required()
        ->type_name("FILE");
    app.add_option("--airspace", airspace_.path,
                   "of track files: the airspaces to set them against: OpenAir, AIXM, OpenAIP, anything OGR reads")
        ->type_name("FILE");
    setup_airspace_fields(app, airspace_);
    app.add_option("--state", state_,
                   "of track files: whose aircraft they are; where absent, every airspace is foreign")
        ->type_name("STATE");
    app.add_option("--permitted", permitted_, "a state whose airspace they may use as well; may be repeated")
        ->type_name("STATE")
        ->allow_extra_args(false);
    app.add_option("--max-gap", max_gap_, "of track files: a longer time between two fixes is a gap: 60s, 5min")
        ->type_name("TIME");
    reading_.setup_source(app);
    reading_.setup_cleaning(app);
    heights_.setup(app);
    app.add_option("--legs", legs_name_, "how motion runs between two fixes, whatever a scenario says: geodesic or "
                                         "straight (in longitude and latitude)")
        ->type_name("READING")
        ->check(CLI::IsMember({"geodesic", "straight"}));
    app.add_option("--edges", edges_name_, "how borders run between two points, likewise: straight or geodesic")
        ->type_name("READING")
        ->check(CLI::IsMember({"straight", "geodesic"}));
}

ScenarioSource ScenarioSource::of_scenario(std::string path)
{
    ScenarioSource source;
    source.files_.push_back(std::move(path));
    return source;
}

bool ScenarioSource::is_scenario() const
{
    return files_.size() == 1 && is_toml(files_.front());
}

void ScenarioSource::check() const
{
    heights_.check();
    reading_.options();
    if (is_scenario()) {
        if (!airspace_.path.empty() || !state_.empty() || !permitted_.empty() || !max_gap_.empty() ||
            reading_.was_given())
            throw WrongCall{"a scenario names its tracks, airspaces, states and gaps itself; --airspace, --state, "
                            "--permitted, --max-gap and what says how tracks are read go with track files"};
        return;
    }
    if (std::any_of(files_.begin(), files_.end(), [](const std::string& file) { return is_toml(file); }))
        throw WrongCall{"one scenario, or track files: not both, and not several scenarios"};
    if (airspace_.path.empty())
        throw WrongCall{"track files need the airspaces to set them against: add --airspace FILE (and --key FIELD)"};
    if (!max_gap_.empty())
        parse_positive("--max-gap", max_gap_, Dimension::time);
}

ScenarioSource ScenarioSource::with_files(std::vector<std::string> files, const Scenario& open) const
{
    ScenarioSource other = *this;
    other.files_ = std::move(files);
    if (!other.is_scenario()) {
        other.airspace_ = open.airspace;
        return other;
    }
    ScenarioSource scenario;  // which names its airspaces itself
    scenario.files_ = std::move(other.files_);
    return scenario;
}

std::optional<SourcedScenario> ScenarioSource::read(Diagnostics& diagnostics, Verbosity verbosity) const
{
    return is_scenario() ? read_scenario_file(diagnostics, verbosity) : read_track_files(diagnostics, verbosity);
}

std::optional<SourcedScenario> ScenarioSource::read_scenario_file(Diagnostics& diagnostics, Verbosity verbosity) const
{
    std::optional<Scenario> scenario = read_scenario(first_file(), diagnostics);
    if (!scenario)
        return std::nullopt;
    if (!legs_name_.empty())
        scenario->legs = legs_name_ == "straight" ? LegReading::straight : LegReading::geodesic;
    if (!edges_name_.empty())
        scenario->airspace.edges = edges_name_ == "straight" ? EdgeReading::straight : EdgeReading::geodesic;
    if (heights_.put_into(scenario->heights))
        scenario->inputs.push_back(scenario->heights.terrain_path);
    print_step(fmt::format("{}: read, {} aircraft, {} calls, {} claims", first_file(), scenario->aircraft.size(),
                           scenario->calls.size(), scenario->claims.size()),
               verbosity);
    std::optional<Airspaces> airspaces = read_scenario_airspaces(*scenario, diagnostics);
    if (!airspaces)
        return std::nullopt;
    print_step(fmt::format("{}: read, {} airspaces", scenario->airspace.path, airspaces->list.size()), verbosity);
    return SourcedScenario{std::move(*scenario), std::move(*airspaces)};
}

std::vector<Track> ScenarioSource::read_all_tracks(Diagnostics& diagnostics, Verbosity verbosity) const
{
    std::vector<Track> tracks;
    for (const std::string& file : files_) {
        TrackReadOptions reading = reading_.options();
        reading.default_id = std::filesystem::path{file}.stem().string();
        for (Track& track : read_tracks(file, reading, diagnostics))
            tracks.push_back(std::move(track));
        print_step(fmt::format("{}: read", file), verbosity);
    }
    return tracks;
}

std::optional<SourcedScenario> ScenarioSource::read_track_files(Diagnostics& diagnostics, Verbosity verbosity) const
{
    std::vector<Track> tracks = read_all_tracks(diagnostics, verbosity);
    TrackScenarioOptions options;
    options.airspace = airspace_;
    if (!edges_name_.empty())
        options.airspace.edges = edges_name_ == "geodesic" ? EdgeReading::geodesic : EdgeReading::straight;
    std::optional<Airspaces> airspaces = read_airspaces(options.airspace, diagnostics);
    options.heights = heights_.reading();
    if (!airspaces || tracks.empty() || diagnostics.has_errors() ||
        !read_ground(options.heights, *airspaces, nullptr, diagnostics))
        return std::nullopt;
    options.title = std::filesystem::path{first_file()}.filename().string();
    if (files_.size() > 1)
        options.title += fmt::format(" and {} more", files_.size() - 1);
    options.legs = legs_name_ == "straight" ? LegReading::straight : LegReading::geodesic;
    if (!max_gap_.empty())
        options.max_gap = seconds(parse_positive("--max-gap", max_gap_, Dimension::time));
    options.state = state_;
    options.permitted = permitted_;
    options.inputs = files_;
    options.inputs.push_back(options.airspace.path);
    if (!options.heights.terrain_path.empty())
        options.inputs.push_back(options.heights.terrain_path);
    return SourcedScenario{scenario_of_tracks(std::move(tracks), options), std::move(*airspaces)};
}

}  // namespace incursion
