#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/analysis/owned_ground.h"
#include "sim/incident/incident.h"
#include "sim/incident/sureness.h"
#include "sim/io/borders_credit.h"
#include "sim/io/input_sums.h"
#include "sim/io/read_border_alternatives.h"
#include "sim/io/write_report_json.h"
#include "tools/incursion/command.h"
#include "tools/incursion/format_choice.h"
#include "tools/incursion/html_report.h"
#include "tools/incursion/output.h"
#include "tools/incursion/page_making.h"
#include "tools/incursion/page_options.h"
#include "tools/incursion/radar_tables.h"
#include "tools/incursion/scenario_source.h"
#include "tools/incursion/text_report.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

/// The call that makes the page again: what was given, but for where it goes and how it looks.
std::string command_of(const CLI::App& arguments)
{
    static constexpr std::array not_of_the_page{"--format", "--output",        "--overwrite", "--plots",
                                                "--quiet",  "--system-tracks", "--verbose"};
    std::string files, others;
    for (const CLI::Option* option : arguments.get_options()) {
        const std::string name = option->get_name();
        if (option->count() == 0 ||
            std::find(not_of_the_page.begin(), not_of_the_page.end(), name) != not_of_the_page.end())
            continue;
        for (const std::string& value : option->results()) {
            if (option->get_positional())
                files += " " + shell_word(value);
            else
                others += " " + name + (option->get_expected_max() == 0 ? "" : " " + shell_word(value));
        }
    }
    return "incursion run" + files + others + " -f html -o report.html";
}

class RunCommand : public Command {
public:
    std::string name() const override { return "run"; }
    std::string summary() const override { return "fly and analyse a scenario, and report"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    /// What a run works on; its parts refer to each other.
    struct Run {
        Scenario scenario;
        OwnedGround ground;
        std::vector<AlternativeBorders> alternatives;
        std::optional<Incident> incident{};
    };

    std::unique_ptr<Run> analyse(Diagnostics& diagnostics) const;
    std::optional<Problem> refuse() const;
    std::optional<Problem> write(const Incident& incident, const std::string& result) const;
    std::string result_of(const Run& run, Diagnostics& diagnostics) const;
    std::string page_of(const Run& run, Diagnostics& diagnostics) const;

    ScenarioSource source_;
    const CLI::App* arguments_ = nullptr;
    std::string format_name_;
    PageOptions page_;
    Destination destination_;
    RadarTables radar_tables_;
    bool overwrite_ = false;
    VerbosityOptions verbosity_;
    ReportFormat format_ = ReportFormat::text;
};

void RunCommand::setup(CLI::App& app)
{
    arguments_ = &app;
    source_.setup(app);
    app.add_option(
           "-f,--format", format_name_,
           "text, json or html; where absent, what the name of the output file ends in (.txt, .json, .html), else text")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json", "html"}));
    app.add_option("-o,--output", destination_.path,
                   "the file to write; it appears complete or not at all; - or none is standard output")
        ->type_name("FILE");
    radar_tables_.setup(app);
    app.add_flag("--overwrite", overwrite_, "replace output files where they exist");
    page_.setup(app);
    verbosity_.setup(app);
    app.footer("Errors and warnings go to standard error; a report is made only if there is no error.\n"
               "\n"
               "Examples\n"
               "  incursion run scenarios/hatay-2015/scenario.toml\n"
               "  incursion run scenario.toml -o report.json\n"
               "  incursion run scenario.toml -o report.html\n"
               "  incursion run scenario.toml --plots plots.csv\n"
               "  incursion run flight.igc --airspace zones.openair --terrain dem.tif --qnh 1030 -o report.html\n"
               "  incursion run scenario.toml -f json --edges geodesic | jq '.tracks[].visits'");
}

void RunCommand::check()
{
    format_ = choose_format(format_name_, destination_.path, HtmlToo::yes);
    destination_.overwrite = overwrite_ ? Overwrite::yes : Overwrite::no;
    radar_tables_.check(destination_.path);
    source_.check();
}

std::unique_ptr<RunCommand::Run> RunCommand::analyse(Diagnostics& diagnostics) const
{
    const Verbosity verbosity = verbosity_.verbosity();
    std::optional<SourcedScenario> read = source_.read(diagnostics, verbosity);
    if (!read)
        return nullptr;
    if (radar_tables_.is_asked_for())
        radar_tables_.look_at(read->scenario, diagnostics);
    std::vector<AlternativeBorders> alternatives = read_alternative_borders(read->scenario, diagnostics);
    if (diagnostics.has_errors())
        return nullptr;

    const CrossingOptions options = crossing_options_of(read->scenario);
    std::unique_ptr<Run> run{
        new Run{std::move(read->scenario), {std::move(read->airspaces), options}, std::move(alternatives)}};
    run->incident = run_incident(run->scenario, run->ground.analysis, diagnostics);
    if (!run->incident)
        return nullptr;
    add_sureness(*run->incident, run->scenario, run->ground.analysis, run->alternatives, diagnostics);
    print_step(fmt::format("flown and analysed, {} tracks", run->incident->tracks.size()), verbosity);
    return run;
}

std::string RunCommand::page_of(const Run& run, Diagnostics& diagnostics) const
{
    ReportPage page;
    for (InputSum& input : input_sums(run.incident->report, diagnostics))
        page.inputs.push_back({std::move(input.path), std::move(input.sha256)});
    page.versions = versions_line();
    page.command = command_of(*arguments_);
    if (std::string credit = borders_credit(run.scenario.airspace); !credit.empty())
        page.credits.push_back(std::move(credit));
    return html_report(run.scenario, *run.incident, run.ground.analysis, run.alternatives, page);
}

std::string RunCommand::result_of(const Run& run, Diagnostics& diagnostics) const
{
    switch (format_) {
    case ReportFormat::json: return report_json(run.incident->report, diagnostics);
    case ReportFormat::html: return page_of(run, diagnostics);
    case ReportFormat::text: break;
    }
    return text_report(run.incident->report, page_.for_text_to(destination_));
}

std::optional<Problem> RunCommand::refuse() const
{
    auto refused = refuse_destination(destination_);
    return refused ? refused : radar_tables_.refuse(destination_.overwrite);
}

std::optional<Problem> RunCommand::write(const Incident& incident, const std::string& result) const
{
    if (auto problem = radar_tables_.write(incident, destination_.overwrite))
        return problem;
    return write_result(destination_, result);
}

ExitStatus RunCommand::run()
{
    if (const auto refused = refuse()) {
        print_error(refused->message);
        return ExitStatus::failed;
    }
    Diagnostics diagnostics;
    const std::unique_ptr<Run> done = analyse(diagnostics);
    std::string result;
    if (done && !diagnostics.has_errors())
        result = result_of(*done, diagnostics);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    if (!done || diagnostics.has_errors()) {
        print_error("nothing was reported: mend what is said above; 'incursion check' looks at the files alone");
        return ExitStatus::failed;
    }
    if (const auto problem = write(*done->incident, result)) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    return ExitStatus::done;
}

}  // namespace

std::unique_ptr<Command> make_run_command()
{
    return std::make_unique<RunCommand>();
}

}  // namespace incursion
