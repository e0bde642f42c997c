#include "tools/incursion/radar_tables.h"

#include <utility>

#include <CLI/CLI.hpp>

#include "sim/io/write_tracks.h"
#include "tools/incursion/command.h"

namespace incursion {

namespace {

std::optional<Problem> written(const std::string& path, Overwrite overwrite, const std::vector<Track>& tracks)
{
    return path.empty() ? std::nullopt : write_tracks({path, "", overwrite}, tracks);
}

}  // namespace

void RadarTables::setup(CLI::App& app)
{
    app.add_option("--plots", plots_,
                   "write what the scenario's radars saw as a table of tracks (.csv, .jsonl, .gpkg, ...), one called "
                   "RADAR/AIRCRAFT for each aircraft that a radar saw, with a fix and its accuracy for each plot")
        ->type_name("FILE");
    app.add_option("--system-tracks", system_tracks_,
                   "likewise the tracks that a tracker makes of each radar's plots")
        ->type_name("FILE");
}

void RadarTables::check(const std::string& report) const
{
    for (const auto& [option, path] : {std::pair{"--plots", plots_}, std::pair{"--system-tracks", system_tracks_}}) {
        if (path.empty())
            continue;
        if (const Result<std::string> format = table_format_of({path, "", Overwrite::no}); !format)
            throw WrongCall{std::string{option} + ": " + (path == "-" ? "name a file; standard output is the report's"
                                                                        : format.problem())};
        if (path == report)
            throw WrongCall{std::string{option} + " and --output name the same file"};
    }
    if (!plots_.empty() && plots_ == system_tracks_)
        throw WrongCall{"--plots and --system-tracks name the same file"};
}

std::optional<Problem> RadarTables::refuse(Overwrite overwrite) const
{
    for (const std::string& path : {plots_, system_tracks_})
        if (!path.empty())
            if (auto problem = refuse_output(path, overwrite))
                return problem;
    return std::nullopt;
}

void RadarTables::look_at(const Scenario& scenario, Diagnostics& diagnostics) const
{
    if (scenario.radars.empty())
        diagnostics.error(scenario.path, std::nullopt, "radar",
                          "there is no [[radar]], so there are neither plots nor system tracks to write; add one, or "
                          "leave --plots and --system-tracks out");
}

std::optional<Problem> RadarTables::write(const Incident& incident, Overwrite overwrite) const
{
    std::vector<Track> plots, system_tracks;
    for (const SeenAircraft& seen : incident.seen) {
        plots.push_back(seen.plots);
        system_tracks.insert(system_tracks.end(), seen.system_tracks.begin(), seen.system_tracks.end());
    }
    if (auto problem = written(plots_, overwrite, plots))
        return problem;
    return written(system_tracks_, overwrite, system_tracks);
}

}  // namespace incursion
