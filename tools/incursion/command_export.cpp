#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/export_output.h"
#include "tools/incursion/command.h"
#include "tools/incursion/flown_scenario.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/output.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

class ExportCommand : public Command {
public:
    std::string name() const override { return "export"; }
    std::string summary() const override { return "hand a whole incident to other programs"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    std::optional<ExportedIncident> incident(Diagnostics& diagnostics) const;

    std::string scenario_path_;
    TableTarget target_{"-", "", Overwrite::no};
    bool overwrite_ = false;
    ExportChoice choice_;
    VerbosityOptions verbosity_;
    const IncidentOutput* output_ = nullptr;
};

std::string formats_text()
{
    std::string text = "Formats\n";
    for (const IncidentOutput& output : incident_outputs())
        text += fmt::format("  {:<9} {} ({})\n", output.name, output.title, output.endings);
    return text;
}

void ExportCommand::setup(CLI::App& app)
{
    app.add_option("SCENARIO", scenario_path_, "the scenario file (.toml)")->required();
    app.add_option("-o,--output", target_.path,
                   "the file to write; it appears complete or not at all; - or none is standard output")
        ->type_name("FILE");
    app.add_option("-f,--format", target_.format, "one of those below; by the ending of the output file where absent")
        ->type_name("FORMAT");
    app.add_option("--accounts", choice_.accounts, "only these accounts, by their ids: a,b; all where absent")
        ->type_name("IDS")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_flag("--overwrite", overwrite_, "replace the output file where it exists");
    verbosity_.setup(app);
    app.footer(
        formats_text() +
        "\n"
        "Tracks, borders near them, crossings, calls, events, claims and what radars saw, with their sources; what "
        "was reconstructed says so. All times are UTC. Heights are above mean sea level in kml and acmi, above the "
        "WGS-84 ellipsoid in czml, and as they are in gpkg, which names what they count from.\n"
        "\n"
        "Examples\n"
        "  incursion export scenarios/hatay-2015/scenario.toml -o hatay.kmz\n"
        "  incursion export scenario.toml -o incident.czml --accounts finland\n"
        "  incursion export scenario.toml -o incident.zip.acmi\n"
        "  incursion export scenario.toml -f czml | jq '.[].id'");
}

void ExportCommand::check()
{
    target_.overwrite = overwrite_ ? Overwrite::yes : Overwrite::no;
    const Result<const IncidentOutput*> output = incident_output_of(target_);
    if (!output)
        throw WrongCall{output.problem()};
    output_ = *output;
}

std::optional<ExportedIncident> ExportCommand::incident(Diagnostics& diagnostics) const
{
    const std::unique_ptr<FlownScenario> flown = FlownScenario::fly(scenario_path_, diagnostics);
    if (!flown)
        return std::nullopt;
    return exported_incident(flown->scenario(), flown->airspaces(), flown->incident(), choice_, diagnostics);
}

ExitStatus ExportCommand::run()
{
    if (const auto refused = refuse_destination({target_.path, target_.overwrite})) {
        print_error(refused->message);
        return ExitStatus::failed;
    }
    const Verbosity verbosity = verbosity_.verbosity();
    Diagnostics diagnostics;
    const std::optional<ExportedIncident> incident = this->incident(diagnostics);
    std::optional<Problem> problem;
    if (incident) {
        print_step(fmt::format("{}: {} tracks, {} crossings, {} calls, {} events, {} airspaces near", scenario_path_,
                               incident->tracks.size(), incident->crossings.size(), incident->calls.size(),
                               incident->events.size(), incident->airspaces.size()),
                   verbosity);
        problem = output_->write(target_, *incident, diagnostics);
    }
    print_diagnostics(diagnostics, verbosity);
    if (!incident) {
        print_error("nothing was exported: mend what is said above; 'incursion check' looks at the files alone");
        return ExitStatus::failed;
    }
    if (problem) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    return ExitStatus::done;
}

}  // namespace

std::unique_ptr<Command> make_export_command()
{
    return std::make_unique<ExportCommand>();
}

}  // namespace incursion
