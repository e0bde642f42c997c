#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/open_borders.h"
#include "sim/io/output_file.h"
#include "sim/io/prepared_borders.h"
#include "sim/io/sha256.h"
#include "tools/incursion/airspace_options.h"
#include "tools/incursion/command.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/output.h"
#include "tools/incursion/text_width.h"
#include "tools/incursion/text_words.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

class BordersCommand : public Command {
public:
    std::string name() const override { return "borders"; }
    std::string summary() const override
    {
        return "prepare airspaces so that they open at once, or show a prepared file";
    }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    ExitStatus prepare() const;
    ExitStatus show() const;
    PreparedFrom from() const;

    std::string action_;
    std::vector<std::string> paths_;
    std::string output_;
    std::string edges_name_ = "straight";
    AirspaceSource source_;
    bool overwrite_ = false;
    VerbosityOptions verbosity_;
};

void BordersCommand::setup(CLI::App& app)
{
    app.add_option("ACTION", action_, "prepare or show")->required()->check(CLI::IsMember({"prepare", "show"}));
    app.add_option(
           "FILE", paths_,
           "to prepare: files of airspaces, joined in their order, and last the file to write where -o names none; "
           "to show: prepared files")
        ->required()
        ->type_name("FILE");
    app.add_option("-o,--output", output_,
                   "the file to write, by custom NAME.borders; it appears complete or not at all")
        ->type_name("FILE");
    app.add_flag("--overwrite", overwrite_, "replace the output file where it exists");
    setup_airspace_fields(app, source_);
    app.add_option("--where", source_.where, "only features that meet this condition of SQL: \"A3 = 'TUR'\"")
        ->type_name("CONDITION");
    app.add_option("--edges", edges_name_,
                   "how borders run between two points: straight in longitude and latitude, or "
                   "geodesic")
        ->type_name("READING")
        ->capture_default_str()
        ->check(CLI::IsMember({"straight", "geodesic"}));
    verbosity_.setup(app);
    app.footer(
        "A prepared file holds the airspaces with the index over their borders. It is mapped into memory and used as "
        "it lies there, and stands wherever a file of airspaces does; fields, layer and filter need not be named "
        "again. Any file that GDAL reads works without this, only slower to open. A prepared file is for machines "
        "of one kind and for one version of its format; otherwise it says that it is to be prepared anew.\n"
        "\n"
        "Examples\n"
        "  incursion borders prepare --key A3 world.fgb world.borders\n"
        "  incursion borders prepare --key ident fir.gpkg tma.gpkg -o all.borders\n"
        "  incursion borders show world.borders");
}

void BordersCommand::check()
{
    if (action_ == "show") {
        if (!output_.empty())
            throw WrongCall{"show writes no file; leave out -o"};
        return;
    }
    if (output_.empty() && paths_.size() != 2)
        throw WrongCall{"name one file to prepare and the file to write, or the file to write with -o"};
    if (output_.empty()) {
        output_ = paths_.back();
        paths_.pop_back();
    }
    if (output_ == "-")
        throw WrongCall{"prepared borders are mapped into memory, so they need a file of their own; name one"};
    source_.edges = edges_name_ == "geodesic" ? EdgeReading::geodesic : EdgeReading::straight;
}

PreparedFrom BordersCommand::from() const
{
    PreparedFrom from;
    from.read_as = source_;
    for (const std::string& path : paths_) {
        const auto sha256 = sha256_of_file(path);  // none of a folder or a database
        from.inputs.push_back({path, sha256 ? *sha256 : ""});
    }
    return from;
}

ExitStatus print_status(const std::string& text)
{
    const auto problem = write_result({}, text);
    if (problem)
        print_error(problem->message);
    return problem ? ExitStatus::failed : ExitStatus::done;
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

ExitStatus BordersCommand::prepare() const
{
    const Verbosity verbosity = verbosity_.verbosity();
    const Overwrite overwrite = overwrite_ ? Overwrite::yes : Overwrite::no;
    if (const auto problem = refuse_output(output_, overwrite)) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    std::vector<AirspaceSource> sources;
    for (const std::string& path : paths_) {
        sources.push_back(source_);
        sources.back().path = path;
    }
    auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    const auto airspaces = read_joined_airspaces(sources, diagnostics);
    print_diagnostics(diagnostics, verbosity);
    if (!airspaces)
        return ExitStatus::failed;
    print_step(fmt::format("read in {:.2f} s", seconds_since(start)), verbosity);

    start = std::chrono::steady_clock::now();
    const BorderIndex index{*airspaces};
    print_step(fmt::format("indexed in {:.2f} s", seconds_since(start)), verbosity);
    start = std::chrono::steady_clock::now();
    if (const auto problem = write_prepared_borders(output_, overwrite, *airspaces, index, from())) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    print_step(fmt::format("written in {:.2f} s", seconds_since(start)), verbosity);

    if (verbosity == Verbosity::quiet)
        return ExitStatus::done;
    std::error_code unknown;
    return print_status(fmt::format(
        "{}: {}, {}, {} bytes\n", printable(output_), counted(airspaces->list.size(), "airspace", "airspaces"),
        counted(index.edges().size(), "edge", "edges"), std::filesystem::file_size(output_, unknown)));
}

std::string description(const std::string& path, const PreparedBorders& borders)
{
    const AirspaceSource& source = borders.from.read_as;
    const BorderIndex::Size size = borders.index->size();
    std::string text = printable(path) + "\n";
    const auto add = [&](const std::string& what, const std::string& value) {
        if (!value.empty())
            text += padded("  " + what, 13) + printable(value) + "\n";
    };
    add("airspaces", fmt::format("{}", borders.airspaces.list.size()));
    add("rings", fmt::format("{} of {}", borders.rings, counted(borders.points, "point", "points")));
    add("edges", fmt::format("{}, {}", size.edges, source.edges == EdgeReading::straight ? "straight" : "geodesic"));
    add("index", fmt::format("{}, {}", counted(size.nodes, "cell", "cells"), counted(size.sets, "set", "sets")));
    add("bytes", fmt::format("{}", borders.bytes));
    add("key", source.key);
    add("owner", source.owner);
    add("floor", source.floor);
    add("ceiling", source.ceiling);
    add("activation", source.activation);
    add("format", source.format);
    add("layer", source.layer);
    add("where", source.where);
    for (const PreparedFrom::Input& input : borders.from.inputs) {
        add("from", input.path);
        add("sha256", input.sha256);
    }
    return text;
}

ExitStatus BordersCommand::show() const
{
    std::string text;
    bool all = true;
    for (const std::string& path : paths_) {
        const auto borders = open_prepared_borders(path, ReadRings::yes);
        if (borders) {
            text += description(path, *borders);
            continue;
        }
        all = false;
        Diagnostics diagnostics;
        diagnostics.error(path, std::nullopt, "", borders.problem());
        print_diagnostics(diagnostics, verbosity_.verbosity());
    }
    const ExitStatus status = print_status(text);
    return all ? status : ExitStatus::failed;
}

ExitStatus BordersCommand::run()
{
    return action_ == "show" ? show() : prepare();
}

}  // namespace

std::unique_ptr<Command> make_borders_command()
{
    return std::make_unique<BordersCommand>();
}

}  // namespace incursion
