#include "tools/incursion/batch_options.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/base/quantity.h"
#include "sim/batch/input_list.h"
#include "sim/io/sha256.h"
#include "sim/io/table.h"
#include "sim/io/versions.h"
#include "tools/incursion/airspace_options.h"
#include "tools/incursion/command.h"

namespace incursion {

namespace {

std::optional<std::size_t> whole_number(std::string_view text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

/// `2/8`.
RunRecord::Shard parse_shard(const std::string& text)
{
    const std::size_t slash = text.find('/');
    const auto number = whole_number(std::string_view{text}.substr(0, slash));
    const auto count =
        slash == std::string::npos ? std::nullopt : whole_number(std::string_view{text}.substr(slash + 1));
    if (!number || !count || *number < 1 || *number > *count)
        throw WrongCall{fmt::format("--shard: '{}' is no share; write 2/8 for the second of eight", text)};
    return {*number, *count};
}

}  // namespace

void BatchOptions::setup(CLI::App& app)
{
    app.add_option("TRACKS", call_.arguments,
                   "files of tracks, plain or in .gz, .zip, .tar and the like; folders; patterns; - is standard input")
        ->type_name("FILE");
    app.add_option("--files-from", call_.files_from,
                   "read more of them from a file, one a line (or separated by zero bytes); - is standard input")
        ->type_name("FILE");
    setup_airspaces(app);
    setup_reading(app);
    setup_running(app);
    setup_output(app);
}

void BatchOptions::setup_airspaces(CLI::App& app)
{
    app.add_option("--airspace", airspace_paths_,
                   "airspaces: anything OGR reads, or what 'incursion borders prepare' wrote; may be repeated")
        ->required()
        ->type_name("FILE")
        ->allow_extra_args(false);
    setup_airspace_fields(app, airspace_);
    app.add_option("--where", airspace_.where, "only features that meet this condition: \"A3 IN ('TUR', 'SYR')\"")
        ->type_name("SQL");
    app.add_option("--edges", edges_, "how borders run between two points")
        ->type_name("READING")
        ->capture_default_str()
        ->check(CLI::IsMember({"straight", "geodesic"}));
    app.add_option("--state", call_.analysis.belonging.state,
                   "whose aircraft these are; where absent, every airspace is foreign")
        ->type_name("STATE");
    app.add_option("--permitted", permitted_, "a state whose airspace they may use as well; may be repeated")
        ->type_name("STATE")
        ->allow_extra_args(false);
    app.add_flag("--foreign-only", call_.analysis.foreign_only, "leave visits of airspaces out that are not foreign");
}

void BatchOptions::setup_reading(CLI::App& app)
{
    reading_.setup_source(app);
    app.add_option("--legs", legs_, "how motion runs between two fixes")
        ->type_name("READING")
        ->capture_default_str()
        ->check(CLI::IsMember({"geodesic", "straight"}));
    heights_.setup(app);
    app.add_option("--max-gap", max_gap_, "a longer time between two fixes is a gap, in which nothing is known: 5min")
        ->type_name("TIME");
    reading_.setup_cleaning(app);
}

void BatchOptions::setup_running(CLI::App& app)
{
    app.add_option("-j,--jobs", call_.threads, "how many threads; as many as there are cores where absent")
        ->type_name("N")
        ->check(CLI::Range(1U, 4096U));
    app.add_option("--shard", shard_, "take one share of the inputs: 2/8; 'incursion merge' joins the outputs")
        ->type_name("I/N");
    app.add_flag("--resume", call_.resume, "go on with a run that was stopped, or begin it where there is none");
    app.add_option("--depth", depth_, "exact, or none: leave max_depth_m out, the dearest figure of a visit")
        ->type_name("HOW")
        ->capture_default_str()
        ->check(CLI::IsMember({"exact", "none"}));
}

void BatchOptions::setup_output(CLI::App& app)
{
    app.add_option("-o,--output", output_, "the table of visits; - or none is standard output")->type_name("FILE");
    app.add_option("-f,--format", format_,
                   "csv, jsonl or the name of an OGR driver; where absent, what the name of the output ends in, "
                   "and csv on standard output")
        ->type_name("FORMAT");
    app.add_option("--geometry", geometry_,
                   "the shape of a visit: path (inside), entry, exit or none; where absent, path where the format has "
                   "shapes, but none in JSON Lines")
        ->type_name("SHAPE")
        ->check(CLI::IsMember({"path", "entry", "exit", "none"}));
    app.add_option("--summary", summary_, "a table besides, a row per track and airspace")->type_name("FILE");
    app.add_option("--tracks", tracks_, "a table besides, a row per track")->type_name("FILE");
    app.add_option("--errors", errors_,
                   "the table of what could not be read; where absent, OUTPUT.errors.csv if there is anything to tell")
        ->type_name("FILE");
    app.add_flag("--overwrite", call_.overwrite, "replace outputs that exist, and begin a stopped run anew");
}

void BatchOptions::read_units(BatchCall& call) const
{
    call.analysis.crossings.legs = legs_ == "straight" ? LegReading::straight : LegReading::geodesic;
    call.analysis.crossings.heights = heights_.reading();
    if (!max_gap_.empty())
        call.analysis.crossings.max_gap = seconds(parse_positive("--max-gap", max_gap_, Dimension::time));
    call.reading = reading_.options();
    if (!shard_.empty())
        call.shard = parse_shard(shard_);
}

void BatchOptions::read_targets(BatchCall& call) const
{
    const Overwrite overwrite = call.overwrite ? Overwrite::yes : Overwrite::no;
    BatchTargets& targets = call.targets;
    targets.visits = {output_, format_.empty() && output_ == "-" ? "csv" : format_, overwrite};
    const Result<std::string> format = table_format_of(targets.visits);
    if (!format)
        throw WrongCall{format.problem()};
    const std::string shape = !geometry_.empty()                          ? geometry_
                              : has_shapes(*format) && *format != "jsonl" ? "path"
                                                                          : "none";
    if (shape != "none" && !has_shapes(*format))
        throw WrongCall{
            fmt::format("--geometry: {} holds no shapes; leave the option out or choose another format", *format)};
    targets.geometry = shape == "path"    ? VisitGeometry::path
                       : shape == "entry" ? VisitGeometry::entry
                       : shape == "exit"  ? VisitGeometry::exit
                                          : VisitGeometry::none;
    call.analysis.paths = targets.geometry == VisitGeometry::path;
    for (auto& [target, path] : {std::pair{&targets.summary, &summary_}, std::pair{&targets.tracks, &tracks_}}) {
        if (path->empty())
            continue;
        *target = TableTarget{*path, "", overwrite};
        if (const auto known = table_format_of(**target); !known)
            throw WrongCall{known.problem()};
    }
    targets.errors = {!errors_.empty() ? errors_ : output_ == "-" ? "" : output_ + ".errors.csv", "", overwrite};
    targets.errors_always = !errors_.empty();
}

BatchCall BatchOptions::call() const
{
    BatchCall call = call_;
    if (call.arguments.empty() && call.files_from.empty())
        throw WrongCall{"name the files of tracks, or a file that names them with --files-from"};
    if (output_ == "-" && call.resume)
        throw WrongCall{"--resume needs an output file: what went to standard output is gone"};
    call.analysis.belonging.permitted = permitted_;
    call.analysis.depth = depth_ == "exact";
    for (const std::string& path : airspace_paths_) {
        AirspaceSource source = airspace_;
        source.path = path;
        source.edges = edges_ == "geodesic" ? EdgeReading::geodesic : EdgeReading::straight;
        call.airspaces.push_back(std::move(source));
    }
    read_units(call);
    read_targets(call);
    const bool uses_standard_input =
        std::find(call.arguments.begin(), call.arguments.end(), "-") != call.arguments.end();
    if (uses_standard_input && (call.resume || call.shard.count > 1 || call.files_from == "-"))
        throw WrongCall{"standard input can be read only once: it goes neither with --resume nor with --shard or "
                        "--files-from -"};
    return call;
}

std::string description_of(const BatchCall& call, const std::vector<BatchInput>& inputs)
{
    const auto in_seconds = [](const std::optional<Duration>& time) {
        return time ? fmt::format("{} s", to_seconds(*time)) : std::string{"none"};
    };
    std::string text = fmt::format("program: {}\n", versions().incursion);
    for (std::size_t i = 0; i < call.airspaces.size(); ++i) {
        const BatchInput file = input_of(call.airspaces[i].path);
        text += fmt::format("airspace {}: {} ({} bytes, {})\n", i + 1, file.path, file.bytes, file.changed_ns);
    }
    const AirspaceSource& airspace = call.airspaces.front();
    text += fmt::format("key: {}\nowner: {}\nfloor: {}\nceiling: {}\nactivation: {}\nformat: {}\nlayer: {}\nwhere: {}\n"
                        "edges: {}\n",
                        airspace.key, airspace.owner, airspace.floor, airspace.ceiling, airspace.activation,
                        airspace.format, airspace.layer, airspace.where,
                        airspace.edges == EdgeReading::geodesic ? "geodesic" : "straight");
    const BatchAnalysis& analysis = call.analysis;
    text += fmt::format("legs: {}\nmax gap: {}\nstate: {}\npermitted: {}\nforeign only: {}\ndepth: {}\ngeometry: {}\n",
                        analysis.crossings.legs == LegReading::geodesic ? "geodesic" : "straight",
                        in_seconds(analysis.crossings.max_gap), analysis.belonging.state,
                        fmt::join(analysis.belonging.permitted, " "), analysis.foreign_only, analysis.depth,
                        name_of(call.targets.geometry));
    const HeightReading& heights = analysis.crossings.heights;
    text += fmt::format("qnh: {}\nterrain: {}\n",
                        heights.qnh_hpa ? fmt::format("{} hPa", *heights.qnh_hpa) : std::string{"1013.25 hPa"},
                        heights.terrain_path);
    const TrackReadOptions& reading = call.reading;
    text += fmt::format("input format: {}\ninput layer: {}\nmax speed: {}\nwrong fixes: {}\n", reading.format,
                        reading.layer,
                        reading.max_speed_mps ? fmt::format("{} m/s", *reading.max_speed_mps) : std::string{"none"},
                        name_of(reading.dirty));
    text += fmt::format("altitude: {}\n", reading.altitude ? name_of(*reading.altitude) : "best");
    if (reading.day)
        text += fmt::format("date: {}\n", format_time(*reading.day));
    for (const auto& [source, site] : reading.radar_sites)
        text += fmt::format("radar site {}: {} {} {} m\n", source, site.place.lon_deg, site.place.lat_deg, site.height_m);
    for (const auto& [role, column] : reading.columns)
        text += fmt::format("column of {}: {}\n", role, column);
    std::string list;
    for (const BatchInput& input : inputs)
        list += fmt::format("{}\n{} {}\n", input.path, input.bytes, input.changed_ns);
    const auto sha256 = sha256_of(list);
    return text + fmt::format("inputs: {}\ninput list: {}\n", inputs.size(), sha256 ? *sha256 : sha256.problem());
}

}  // namespace incursion
