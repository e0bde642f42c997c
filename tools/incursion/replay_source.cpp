#include "tools/incursion/replay_source.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/analysis/nearest_approach.h"
#include "sim/base/quantity.h"
#include "sim/incident/scenario_of_tracks.h"
#include "sim/io/declination.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_scenario.h"
#include "sim/io/read_tracks.h"
#include "tools/incursion/command.h"
#include "tools/incursion/input_kind.h"
#include "tools/incursion/text_words.h"

namespace incursion {

void ReplaySource::setup(CLI::App& app)
{
    app.add_option("FILE", files_, "a scenario (.toml), or track files (CSV, GPX, KML, GeoJSON and others, packed or not) "
                   "together with --airspace")
        ->required()
        ->type_name("FILE");
    app.add_option("--airspace", airspace_.path,
                   "of track files: the airspaces to set them against, anything OGR reads")
        ->type_name("FILE");
    app.add_option("--key", airspace_.key, "the field that names an airspace")->type_name("FIELD");
    app.add_option("--owner", airspace_.owner, "the field that names its state")->type_name("FIELD");
    app.add_option("--floor", airspace_.floor, "the field that holds its floor")->type_name("FIELD");
    app.add_option("--ceiling", airspace_.ceiling, "the field that holds its ceiling")->type_name("FIELD");
    app.add_option("--activation", airspace_.activation,
                   "the field that tells when it is active: 'MON-FRI 08:00-16:00'; always where absent")
        ->type_name("FIELD");
    app.add_option("--airspace-format", airspace_.format, "openair, aixm, openaip or ogr; recognised where absent")
        ->type_name("NAME");
    app.add_option("--layer", airspace_.layer, "the layer; the first where absent")->type_name("NAME");
    app.add_option("--state", state_,
                   "of track files: whose aircraft they are; where absent, every airspace is foreign")
        ->type_name("STATE");
    app.add_option("--permitted", permitted_, "a state whose airspace they may use as well; may be repeated")
        ->type_name("STATE")
        ->allow_extra_args(false);
    app.add_option("--max-gap", max_gap_, "of track files: a longer time between two fixes is a gap: 60s, 5min")
        ->type_name("TIME");
    app.add_option("--legs", legs_name_, "how motion runs between two fixes: geodesic or straight")
        ->type_name("READING")
        ->check(CLI::IsMember({"geodesic", "straight"}));
    app.add_option("--edges", edges_name_, "how borders run between two points: straight or geodesic")
        ->type_name("READING")
        ->check(CLI::IsMember({"straight", "geodesic"}));
}

ReplaySource ReplaySource::of_scenario(std::string path)
{
    ReplaySource source;
    source.files_.push_back(std::move(path));
    return source;
}

bool ReplaySource::is_scenario() const
{
    return files_.size() == 1 && is_toml(files_.front());
}

void ReplaySource::check() const
{
    if (is_scenario()) {
        if (!airspace_.path.empty() || !state_.empty() || !permitted_.empty() || !max_gap_.empty())
            throw WrongCall{"a scenario names its airspaces, states and gaps itself; --airspace, --state, --permitted "
                            "and --max-gap go with track files"};
        return;
    }
    if (std::any_of(files_.begin(), files_.end(), [](const std::string& file) { return is_toml(file); }))
        throw WrongCall{"one scenario, or track files: not both, and not several scenarios"};
    if (airspace_.path.empty())
        throw WrongCall{"track files need the airspaces to set them against: add --airspace FILE (and --key FIELD)"};
    if (!max_gap_.empty())
        if (const Result<double> gap = parse_quantity(max_gap_, Dimension::time); !gap || !(gap.value() > 0))
            throw WrongCall{"--max-gap: " + (gap ? std::string{"the time must be positive"} : gap.problem())};
}

ReplaySource ReplaySource::with_files(std::vector<std::string> files, const Scenario& open) const
{
    ReplaySource other = *this;
    other.files_ = std::move(files);
    if (!other.is_scenario()) {
        other.airspace_ = open.airspace;
        return other;
    }
    ReplaySource scenario;  // which names its airspaces itself
    scenario.files_ = std::move(other.files_);
    return scenario;
}

std::unique_ptr<Replay> ReplaySource::load(Diagnostics& diagnostics, Verbosity verbosity) const
{
    auto replay = is_scenario() ? load_scenario(diagnostics, verbosity) : load_tracks(diagnostics, verbosity);
    if (!replay)
        return nullptr;
    ReplayOptions options;
    const Result<Angle> declination = declination_at(replay->radar().site, replay->span().from, first_file());
    if (declination)
        options.declination = declination.value();
    else
        diagnostics.note("", std::nullopt, "", "bearings are from true north only: " + declination.problem());
    replay->set_options(std::move(options));
    return replay;
}

std::unique_ptr<Replay> ReplaySource::load_scenario(Diagnostics& diagnostics, Verbosity verbosity) const
{
    std::optional<Scenario> scenario = read_scenario(first_file(), diagnostics);
    if (!scenario)
        return nullptr;
    if (!legs_name_.empty())
        scenario->legs = legs_name_ == "straight" ? LegReading::straight : LegReading::geodesic;
    if (!edges_name_.empty())
        scenario->airspace.edges = edges_name_ == "straight" ? EdgeReading::straight : EdgeReading::geodesic;
    std::optional<Airspaces> airspaces = read_airspaces(scenario->airspace, diagnostics);
    if (!airspaces)
        return nullptr;
    print_step(fmt::format("{}: read; {}: read", first_file(), scenario->airspace.path), verbosity);
    return Replay::make(std::move(*scenario), std::move(*airspaces), diagnostics);
}

std::unique_ptr<Replay> ReplaySource::load_tracks(Diagnostics& diagnostics, Verbosity verbosity) const
{
    std::vector<Track> tracks;
    for (const std::string& file : files_) {
        TrackReadOptions reading;
        reading.default_id = std::filesystem::path{file}.stem().string();
        for (Track& track : read_tracks(file, reading, diagnostics))
            tracks.push_back(std::move(track));
        print_step(fmt::format("{}: read", file), verbosity);
    }
    AirspaceSource source = airspace_;
    if (!edges_name_.empty())
        source.edges = edges_name_ == "geodesic" ? EdgeReading::geodesic : EdgeReading::straight;
    std::optional<Airspaces> airspaces = read_airspaces(source, diagnostics);
    if (!airspaces || tracks.empty() || diagnostics.has_errors())
        return nullptr;
    TrackScenarioOptions options;
    options.title = std::filesystem::path{first_file()}.filename().string();
    if (files_.size() > 1)
        options.title += fmt::format(" and {} more", files_.size() - 1);
    options.airspace = source;
    options.legs = legs_name_ == "straight" ? LegReading::straight : LegReading::geodesic;
    if (!max_gap_.empty())
        options.max_gap = seconds(parse_quantity(max_gap_, Dimension::time).value());
    options.state = state_;
    options.permitted = permitted_;
    options.inputs = files_;
    options.inputs.push_back(source.path);
    return Replay::make_from_tracks(scenario_of_tracks(std::move(tracks), options), std::move(*airspaces), diagnostics);
}

namespace {

const Visit* first_foreign_visit(const TrackReport& track)
{
    const auto visit = std::find_if(track.visits.begin(), track.visits.end(), [](const Visit& v) { return v.foreign; });
    return visit == track.visits.end() ? nullptr : &*visit;
}

void add_instants(NamedInstants& named, const TrackReport& track)
{
    if (const Visit* visit = first_foreign_visit(track); visit != nullptr && !named.entry) {
        named.entry = visit->entry.time;
        named.exit = visit->exit.time;
    }
    if (const ClosestApproach* nearest = nearest_approach(track); nearest != nullptr && !named.closest)
        named.closest = nearest->time;
}

}  // namespace

NamedInstants named_instants(const Replay& replay, const ViewState& view)
{
    NamedInstants named;
    named.span = replay.span();
    if (view.selected)
        add_instants(named, replay.track_report(*view.selected));
    for (std::size_t i = 0; i < replay.track_count(); ++i)
        if (is_track_shown(replay, view, i))
            add_instants(named, replay.track_report(i));
    return named;
}

}  // namespace incursion
