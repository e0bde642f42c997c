#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/write_claims_json.h"
#include "tools/incursion/claim_plots.h"
#include "tools/incursion/command.h"
#include "tools/incursion/flown_scenario.h"
#include "tools/incursion/format_choice.h"
#include "tools/incursion/gnuplot.h"
#include "tools/incursion/messages.h"
#include "tools/incursion/output.h"
#include "tools/incursion/page_options.h"
#include "tools/incursion/text_claims.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

class ClaimsCommand : public Command {
public:
    std::string name() const override { return "claims"; }
    std::string summary() const override { return "which flights would make an account's claims true at once"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    std::string text_of(const Report& report, const std::vector<ClaimStudy>& studies) const;
    bool write_plots(const FlownScenario& flown, const std::vector<ClaimStudy>& studies) const;

    std::string scenario_path_, format_name_, plots_;
    std::vector<double> centre_, depth_from_;
    std::optional<double> radius_km_, step_m_;
    StudyOptions study_;
    bool no_turns_ = false, png_ = false, overwrite_ = false;
    PageOptions page_;
    Destination destination_;
    VerbosityOptions verbosity_;
    ReportFormat format_ = ReportFormat::text;
};

void ClaimsCommand::setup(CLI::App& app)
{
    app.add_option("SCENARIO", scenario_path_, "the scenario file (.toml)")->required();
    app.add_option("-f,--format", format_name_,
                   "text or json; where absent, what the name of the output file ends in (.txt, .json), else text")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json"}));
    app.add_option("-o,--output", destination_.path,
                   "the file to write; it appears complete or not at all; - or none is standard output")
        ->type_name("FILE");
    app.add_option("--plots", plots_,
                   "also draw, for each aircraft and reading, speed against time inside and the map of feasible "
                   "crossings: FOLDER/ACCOUNT-AIRCRAFT-AIRSPACE-1-speed.svg and -map.svg; gnuplot draws them")
        ->type_name("FOLDER");
    app.add_flag("--png", png_, "draw the plots as .png instead");
    app.add_flag("--overwrite", overwrite_, "replace output files where they exist");
    app.add_option("--centre", centre_, "search around this longitude and latitude instead of the account's own track")
        ->type_name("LON,LAT")
        ->delimiter(',')
        ->expected(2);
    app.add_option("--depth-from", depth_from_,
                   "read every claimed depth as the distance from this longitude and latitude, the nearest that the "
                   "path inside comes to it, instead of that from the nearest border")
        ->type_name("LON,LAT")
        ->delimiter(',')
        ->expected(2);
    app.add_option("--radius", radius_km_, "search so many kilometres around; else four times the greatest claimed length")
        ->type_name("KM")
        ->check(CLI::Range(0.1, 450.0));
    app.add_option("--step", step_m_, "metres between lines; else what the narrowest figure asks for")
        ->type_name("M")
        ->check(CLI::Range(1.0, 100'000.0));
    app.add_option("--directions", study_.directions, "directions of lines in a half turn")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(1, 1800));
    app.add_flag("--no-turns", no_turns_, "try straight crossings only");
    page_.setup(app);
    verbosity_.setup(app);
    app.footer("Each claim is set against its account's own track, then all claims about one aircraft and one airspace "
               "against every straight and constant-turn crossing on a grid. Figures are told, no verdict.\n"
               "\n"
               "Examples\n"
               "  incursion claims scenarios/hatay-2015/scenario.toml\n"
               "  incursion claims scenario.toml -o claims.json --plots plots\n"
               "  incursion claims scenario.toml --centre 36.15,35.82 --radius 20 --step 10");
}

std::optional<LonLat> place_of(const std::string& option, const std::vector<double>& lon_lat)
{
    if (lon_lat.empty())
        return std::nullopt;
    if (std::abs(lon_lat[0]) > 180 || std::abs(lon_lat[1]) > 80)
        throw WrongCall{option + " takes a longitude from -180 to 180 and a latitude from -80 to 80"};
    return LonLat{lon_lat[0], lon_lat[1]};
}

void ClaimsCommand::check()
{
    format_ = choose_format(format_name_, destination_.path);
    destination_.overwrite = overwrite_ ? Overwrite::yes : Overwrite::no;
    study_.turns = !no_turns_;
    study_.step_m = step_m_;
    if (radius_km_)
        study_.radius_m = *radius_km_ * 1000;
    study_.centre = place_of("--centre", centre_);
    study_.depth_from = place_of("--depth-from", depth_from_);
    if (png_ && plots_.empty())
        throw WrongCall{"--png needs --plots FOLDER"};
}

std::string ClaimsCommand::text_of(const Report& report, const std::vector<ClaimStudy>& studies) const
{
    return claims_text(report, studies, page_.for_text_to(destination_));
}

bool ClaimsCommand::write_plots(const FlownScenario& flown, const std::vector<ClaimStudy>& studies) const
{
    const PlotFormat format = png_ ? PlotFormat::png : PlotFormat::svg;
    for (const ClaimPlot& plot : claim_plots(studies, flown.incident(), flown.scenario(), flown.airspaces())) {
        const Destination place{plots_ + "/" + plot.name + (png_ ? ".png" : ".svg"), destination_.overwrite};
        const Result<std::string> picture = draw_with_gnuplot(plot.script, format);
        const auto problem = picture ? write_result(place, *picture) : std::optional{Problem{picture.problem()}};
        if (problem) {
            print_error(problem->message);
            return false;
        }
        print_step("drawn: " + place.path, verbosity_.verbosity());
    }
    return true;
}

ExitStatus ClaimsCommand::run()
{
    if (const auto refused = refuse_destination(destination_)) {
        print_error(refused->message);
        return ExitStatus::failed;
    }
    Diagnostics diagnostics;
    const auto flown = FlownScenario::fly(scenario_path_, diagnostics);
    std::vector<ClaimStudy> studies;
    std::string result;
    if (flown) {
        studies = study_claims(flown->scenario(), flown->incident(), flown->ground(), study_);
        const Report& report = flown->incident().report;
        result = format_ == ReportFormat::json ? claims_json(report, studies, diagnostics) : text_of(report, studies);
    }
    print_diagnostics(diagnostics, verbosity_.verbosity());
    if (!flown) {
        print_error("nothing was reported: mend what is said above; 'incursion check' looks at the files alone");
        return ExitStatus::failed;
    }
    if (!plots_.empty() && !write_plots(*flown, studies))
        return ExitStatus::failed;
    if (const auto problem = write_result(destination_, result)) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    return ExitStatus::done;
}

}  // namespace

std::unique_ptr<Command> make_claims_command()
{
    return std::make_unique<ClaimsCommand>();
}

}  // namespace incursion
