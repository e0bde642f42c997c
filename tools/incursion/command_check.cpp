#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/incident/incident.h"
#include "sim/io/action_log.h"
#include "sim/io/prepared_borders.h"
#include "sim/io/read_aircraft_type.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_ground.h"
#include "sim/io/read_lesson.h"
#include "sim/io/read_radar_type.h"
#include "sim/io/read_scenario.h"
#include "sim/io/read_tracks.h"
#include "sim/training/exercise.h"
#include "tools/incursion/airspace_options.h"
#include "tools/incursion/command.h"
#include "tools/incursion/input_kind.h"
#include "tools/incursion/output.h"
#include "tools/incursion/text_words.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

/// What one file holds, in words, and what is wrong with it.
struct Finding {
    std::string content;
    Diagnostics diagnostics;
};

struct Tally {
    std::size_t errors = 0, warnings = 0, files_with_errors = 0;
};

class CheckCommand : public Command {
public:
    std::string name() const override { return "check"; }
    std::string summary() const override { return "say what is wrong with scenario, lesson, track and airspace files"; }
    void setup(CLI::App& app) override;
    ExitStatus run() override;

private:
    Finding look_at(const std::string& path) const;
    Finding look_at_airspaces(const std::string& path) const;
    std::string lines_for(const std::string& path, const Finding& finding, Tally& tally) const;

    std::vector<std::string> paths_;
    AirspaceSource airspace_;
    bool tracks_ = false;
    VerbosityOptions verbosity_;
};

void CheckCommand::setup(CLI::App& app)
{
    app.add_option(
           "FILE", paths_,
           "scenarios, lessons, aircraft types and radar types (.toml), tracks (.csv, .tsv, .txt, .gpx, .json, "
           "packed ones too), action logs (.jsonl), airspaces (any other name; OpenAir and OpenAIP by their content)")
        ->required()
        ->type_name("FILE");
    setup_airspace_fields(app, airspace_);
    app.add_flag("--tracks", tracks_, "the files hold tracks, whatever they are called: GeoJSON, KML, GeoPackage");
    verbosity_.setup(app);
    app.footer("A scenario or a lesson is checked with everything that it names, and flown. What is found is the "
               "result here, so it goes to standard output. Exit status 1 if a file has an error; warnings alone leave it at 0.\n"
               "\n"
               "Examples\n"
               "  incursion check scenario.toml tracks/*.csv\n"
               "  incursion check --key A3 borders.geojson");
}

Finding look_at_scenario(const std::string& path)
{
    Finding finding;
    auto scenario = read_scenario(path, finding.diagnostics);
    if (!scenario)
        return finding;
    const auto airspaces = read_scenario_airspaces(*scenario, finding.diagnostics);
    if (airspaces && !finding.diagnostics.has_errors())
        run_incident(*scenario, *airspaces, finding.diagnostics);
    finding.content = fmt::format("{} aircraft, {}, {}, {}", scenario->aircraft.size(),
                                  counted(scenario->calls.size(), "call", "calls"),
                                  counted(scenario->claims.size(), "claim", "claims"),
                                  counted(airspaces ? airspaces->list.size() : 0, "airspace", "airspaces"));
    return finding;
}

Finding look_at_lesson(const std::string& path)
{
    Finding finding;
    auto files = read_lesson(path, finding.diagnostics);
    if (!files)
        return finding;
    auto airspaces = read_scenario_airspaces(files->scenario, finding.diagnostics);
    const Lesson& lesson = files->lesson;
    finding.content = fmt::format("{}, {}, {}", counted(lesson.tasks.size(), "task", "tasks"),
                                  counted(lesson.phrases.size(), "phrase", "phrases"),
                                  counted(lesson.injects.size(), "inject", "injects"));
    if (airspaces && !finding.diagnostics.has_errors())
        Exercise::make(std::move(files->lesson), std::move(files->scenario), std::move(*airspaces),
                       finding.diagnostics);
    return finding;
}

Finding look_at_log(const std::string& path)
{
    Finding finding;
    if (const auto log = read_action_log(path, finding.diagnostics))
        finding.content = fmt::format("{}, lesson {}", counted(log->actions.size(), "action", "actions"), log->lesson);
    return finding;
}

/// Of an aircraft or a radar.
template <class Type>
Finding look_at_type(const std::string& path, std::optional<Type> (*read)(const std::string&, Diagnostics&))
{
    Finding finding;
    if (const auto type = read(path, finding.diagnostics))
        finding.content = fmt::format("{}, {}", type->id, counted(type->numbers.size(), "number", "numbers"));
    return finding;
}

Finding look_at_tracks(const std::string& path)
{
    Finding finding;
    TrackReadOptions options;
    options.default_id = std::filesystem::path{path}.stem().string();
    const std::vector<Track> tracks = read_tracks(path, options, finding.diagnostics);
    std::size_t fixes = 0;
    for (const Track& track : tracks)
        fixes += track.fixes().size();
    finding.content = counted(tracks.size(), "track", "tracks") + ", " + counted(fixes, "fix", "fixes");
    return finding;
}

Finding CheckCommand::look_at_airspaces(const std::string& path) const
{
    Finding finding;
    AirspaceSource source = airspace_;
    source.path = path;
    if (const auto prepared = open_prepared_borders(path, ReadRings::no))
        source.edges = prepared->airspaces.edges;  // here anything that it says of itself will do
    if (const auto airspaces = read_airspaces(source, finding.diagnostics)) {
        std::size_t rings = 0, points = 0;
        for (const Airspace& airspace : airspaces->list)
            for (const Ring& ring : airspace.rings) {
                ++rings;
                points += ring.points.size();
            }
        finding.content = fmt::format("{}, {}, {}", counted(airspaces->list.size(), "airspace", "airspaces"),
                                      counted(rings, "ring", "rings"), counted(points, "point", "points"));
    }
    return finding;
}

Finding CheckCommand::look_at(const std::string& path) const
{
    std::string content;
    if (is_toml(path)) {
        std::ifstream file{path, std::ios::binary};
        content.assign(std::istreambuf_iterator<char>{file}, {});
    }
    switch (tracks_ ? InputKind::track : kind_of_input(path, content)) {
    case InputKind::scenario: return look_at_scenario(path);
    case InputKind::lesson: return look_at_lesson(path);
    case InputKind::aircraft_type: return look_at_type(path, read_aircraft_type);
    case InputKind::radar_type: return look_at_type(path, read_radar_type);
    case InputKind::track: return look_at_tracks(path);
    case InputKind::action_log: return look_at_log(path);
    case InputKind::airspace: break;
    }
    return look_at_airspaces(path);
}

std::string CheckCommand::lines_for(const std::string& path, const Finding& finding, Tally& tally) const
{
    std::string lines;
    const Verbosity verbosity = verbosity_.verbosity();
    for (const Diagnostic& diagnostic : in_order_of_lines(finding.diagnostics)) {
        tally.errors += diagnostic.severity == Severity::error ? 1 : 0;
        tally.warnings += diagnostic.severity == Severity::warning ? 1 : 0;
        if (is_shown(diagnostic.severity, verbosity))
            lines += line_of(diagnostic) + "\n";
    }
    if (finding.diagnostics.has_errors())
        ++tally.files_with_errors;
    else if (verbosity != Verbosity::quiet)
        lines += fmt::format("{}: ok: {}\n", path, finding.content);
    return lines;
}

bool printed(const std::string& text)
{
    const auto problem = write_result({}, text);
    if (problem)
        print_error(problem->message);
    return !problem;
}

ExitStatus CheckCommand::run()
{
    Tally tally;
    for (const std::string& path : paths_) {
        print_step("looking at " + path, verbosity_.verbosity());
        if (!printed(lines_for(path, look_at(path), tally)))
            return ExitStatus::failed;
    }
    const ExitStatus status = tally.files_with_errors > 0 ? ExitStatus::failed : ExitStatus::done;
    if (verbosity_.verbosity() == Verbosity::quiet)
        return status;
    return printed(fmt::format("{} and {} in {}\n", counted(tally.errors, "error", "errors"),
                               counted(tally.warnings, "warning", "warnings"), counted(paths_.size(), "file", "files")))
               ? status
               : ExitStatus::failed;
}


}  // namespace

std::unique_ptr<Command> make_check_command()
{
    return std::make_unique<CheckCommand>();
}

}  // namespace incursion
