#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/batch/input_list.h"
#include "sim/io/output_file.h"
#include "sim/io/piece_writer.h"
#include "sim/io/read_tracks.h"
#include "sim/io/toml_spelling.h"
#include "sim/io/track_output.h"
#include "tools/incursion/command.h"
#include "tools/incursion/reading_options.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

std::string output_names()
{
    std::string names;
    for (const TrackOutput& output : track_outputs())
        names += fmt::format("{}{}", names.empty() ? "" : ", ", output.name);
    return names;
}

class ConvertCommand : public Command {
public:
    std::string name() const override { return "convert"; }
    std::string summary() const override { return "write tracks in another format"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    /// What became of the inputs: done, failed (all of them) or some_inputs_failed.
    ExitStatus read_inputs();
    void take(std::vector<Track> tracks, const std::string& input);
    bool has_all_picked() const;

    std::vector<std::string> paths_, picked_;
    std::string format_;
    bool overwrite_ = false;
    ReadingOptions reading_options_;
    VerbosityOptions verbosity_;

    TrackReadOptions reading_;
    TableTarget target_;
    const TrackOutput* output_ = nullptr;
    std::vector<Track> tracks_;
    std::set<std::string> found_;  ///< ids as the inputs have them
    PartNames names_{""};
};

void ConvertCommand::setup(CLI::App& app)
{
    app.add_option("IN... OUT", paths_,
                   "files of tracks, plain or in .gz, .zip, .tar and the like; folders; patterns; and last the file to "
                   "write; - is standard input or output")
        ->required()
        ->type_name("FILE");
    app.add_option("-f,--format", format_,
                   fmt::format("of the output: {}, or the name of an OGR driver; where absent, what its name ends in",
                               output_names()))
        ->type_name("FORMAT");
    app.add_option("--track", picked_, "write this track only; may be repeated")
        ->type_name("ID")
        ->allow_extra_args(false);
    reading_options_.setup_source(app);
    reading_options_.setup_cleaning(app);
    app.add_flag("--overwrite", overwrite_, "replace an output that exists");
    verbosity_.setup(app);
    app.footer(
        "Places are written to 1e-8 degrees and times to the nanosecond where the format allows, so that what is "
        "written has the same visits when it is read again. What a format cannot hold is left out with a warning: GPX, "
        "KML and ACMI have heights above mean sea level only, and no accuracies; CSV, GeoJSON and GeoPackage keep "
        "everything. Of several tracks with one id the later ones are renamed: 'A', 'A (2)'. An input that cannot be "
        "read makes the exit status 3; the others are written.\n"
        "\n"
        "Examples\n"
        "  incursion convert flight.gpx flight.csv\n"
        "  incursion convert trace_full_4b8e01.json --altitude ellipsoid flight.geojson\n"
        "  incursion convert 'night/*.csv.gz' --track 4b8e01 --track 4b8e02 night.zip.acmi\n"
        "  zcat big.csv.gz | incursion convert - - -f kml >big.kml");
}

void ConvertCommand::check()
{
    if (paths_.size() < 2)
        throw WrongCall{"name the files to read and, last, the file to write"};
    target_ = {paths_.back(), format_, overwrite_ ? Overwrite::yes : Overwrite::no};
    paths_.pop_back();
    if (std::count(paths_.begin(), paths_.end(), "-") > 1)
        throw WrongCall{"standard input can be read only once"};
    reading_ = reading_options_.options();
    Diagnostics diagnostics;
    output_ = track_output_of(target_, diagnostics);
    if (output_ == nullptr)
        throw WrongCall{fmt::format("{}: {}", target_.path, diagnostics.list().front().message)};
}

/// Adds the tracks of an input under ids that differ from all before.
void ConvertCommand::take(std::vector<Track> tracks, const std::string& input)
{
    for (Track& track : tracks) {
        found_.insert(track.id());
        if (!picked_.empty() && std::find(picked_.begin(), picked_.end(), track.id()) == picked_.end())
            continue;
        std::string id = names_.next(track.id());
        if (id == track.id()) {
            tracks_.push_back(std::move(track));
            continue;
        }
        Diagnostics diagnostics;
        diagnostics.warning(input, std::nullopt, "",
                            fmt::format("track '{}' is written as '{}', as another one is called so", track.id(), id));
        print_diagnostics(diagnostics, verbosity_.verbosity());
        auto renamed = Track::make(std::move(id), track.datum(), {track.fixes().begin(), track.fixes().end()});
        tracks_.push_back(std::move(renamed).value());
    }
}

ExitStatus ConvertCommand::read_inputs()
{
    Diagnostics diagnostics;
    const std::vector<BatchInput> inputs = list_inputs(paths_, diagnostics);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    std::size_t good = 0;
    for (const BatchInput& input : inputs) {
        Diagnostics of_input;
        std::vector<Track> tracks = read_tracks(input.path, reading_, of_input);
        print_diagnostics(of_input, verbosity_.verbosity());
        good += of_input.has_errors() ? 0U : 1U;
        take(std::move(tracks), input.path);
    }
    if (good == 0)
        return ExitStatus::failed;
    return good < inputs.size() || diagnostics.has_errors() ? ExitStatus::some_inputs_failed : ExitStatus::done;
}

bool ConvertCommand::has_all_picked() const
{
    bool all = true;
    for (const std::string& id : picked_) {
        if (found_.contains(id))
            continue;
        all = false;
        const std::vector<std::string> names{found_.begin(), found_.end()};
        constexpr std::size_t most_listed = 20;
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most_listed));
        print_error(fmt::format("no input has a track '{}'{}; the tracks are: {}{}", id, did_you_mean(id, names),
                                fmt::join(names.begin(), end, ", "), names.size() > most_listed ? ", ..." : ""));
    }
    return all;
}

ExitStatus ConvertCommand::run()
{
    if (target_.path != "-")
        if (const auto refused = refuse_output(target_.path, target_.overwrite)) {
            print_error(refused->message);
            return ExitStatus::failed;
        }
    const ExitStatus status = read_inputs();
    if (status == ExitStatus::failed || !has_all_picked())
        return ExitStatus::failed;
    Diagnostics diagnostics;
    const auto problem = output_->write(target_, tracks_, diagnostics);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    if (problem) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    std::size_t fixes = 0;
    for (const Track& track : tracks_)
        fixes += track.fixes().size();
    print_step(
        fmt::format("{}: {} fixes in {} track{}", target_.path, fixes, tracks_.size(), tracks_.size() == 1 ? "" : "s"),
        verbosity_.verbosity());
    return status;
}

}  // namespace

std::unique_ptr<Command> make_convert_command()
{
    return std::make_unique<ConvertCommand>();
}

}  // namespace incursion
