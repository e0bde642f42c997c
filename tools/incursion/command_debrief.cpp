#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/io/sha256.h"
#include "sim/io/write_debrief_json.h"
#include "tools/incursion/command.h"
#include "tools/incursion/debrief_drawing.h"
#include "tools/incursion/debrief_logs.h"
#include "tools/incursion/instant.h"
#include "tools/incursion/output.h"
#include "tools/incursion/page_making.h"
#include "tools/incursion/page_options.h"
#include "tools/incursion/text_debrief.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

class DebriefCommand : public Command {
public:
    std::string name() const override { return "debrief"; }
    std::string summary() const override { return "score logs of an exercise: what was due, what was done, and when"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    std::vector<Debrief> read_all(std::size_t& failed);
    std::string result_of(const std::vector<Debrief>& runs, Diagnostics& diagnostics) const;
    std::string page_of(const Debrief& debrief, Diagnostics& diagnostics) const;

    std::vector<std::string> logs_;
    std::string lesson_, format_;
    std::vector<std::string> at_;
    Destination destination_;
    bool overwrite_ = false, replays_ = false;
    PageOptions page_;
    VerbosityOptions verbosity_;
};

void DebriefCommand::setup(CLI::App& app)
{
    app.add_option("LOG", logs_, "action logs (.jsonl) that 'incursion train' wrote; several make a table of a class")
        ->required()
        ->type_name("LOG");
    app.add_option("--lesson", lesson_,
                   "the lesson of all of them; where absent, each log's own, as seen from its folder")
        ->type_name("FILE");
    app.add_option("-f,--format", format_,
                   "text, json, html or csv; where absent, what the name of the output file ends in, else text")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json", "html", "csv"}));
    app.add_option("-o,--output", destination_.path,
                   "the file to write; it appears complete or not at all; - or none is standard output")
        ->type_name("FILE");
    app.add_flag("--overwrite", overwrite_, "replace the output file where it exists");
    app.add_option(
           "--at", at_,
           "of html: a further instant to show the scope at, may be repeated; of --replay: the instant to open at; "
           "see 'incursion help record'")
        ->type_name("INSTANT")
        ->allow_extra_args(false);
    app.add_flag("--replay", replays_, "show the truth in a window, with calls, what was done and what was due");
    page_.setup(app);
    verbosity_.setup(app);
    app.footer("A log that cannot be used fails alone, with exit status 3; the others are told.\n"
               "\n"
               "Examples\n"
               "  incursion debrief monday.jsonl\n"
               "  incursion debrief monday.jsonl -o monday.html\n"
               "  incursion debrief class/*.jsonl -o class.csv\n"
               "  incursion debrief monday.jsonl --replay");
}

/// The format that a path ends in; empty for any other ending.
std::string format_of(const std::string& path)
{
    std::string ending = std::filesystem::path{path}.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (ending == ".json" || ending == ".html" || ending == ".csv")
        return ending.substr(1);
    if (ending == ".htm")
        return "html";
    return ending.empty() || ending == ".txt" ? "text" : "";
}

void DebriefCommand::check()
{
    destination_.overwrite = overwrite_ ? Overwrite::yes : Overwrite::no;
    const bool several = logs_.size() > 1;
    if (replays_) {
        if (!format_.empty() || !destination_.is_standard_output() || overwrite_)
            throw WrongCall{"--replay opens a window and writes nothing; leave out -f, -o and --overwrite"};
        if (several || at_.size() > 1)
            throw WrongCall{"--replay shows one log, opened at one instant"};
        return;
    }
    if (format_.empty())
        format_ = format_of(destination_.path);
    if (format_.empty())
        throw WrongCall{fmt::format("no format is known by the ending of '{}'; add -f text, -f json, -f html or -f csv",
                                    destination_.path)};
    if (several && (format_ == "json" || format_ == "html"))
        throw WrongCall{
            fmt::format("{} holds the debrief of one log; several make a table: -f text or -f csv", format_)};
    if (!at_.empty() && format_ != "html")
        throw WrongCall{"--at goes with -f html and with --replay"};
}

std::vector<Debrief> DebriefCommand::read_all(std::size_t& failed)
{
    std::vector<Debrief> runs;
    LessonShelf shelf;
    for (const std::string& log : logs_) {
        Diagnostics diagnostics;
        std::optional<Debrief> debrief = debrief_log(log, lesson_, shelf, diagnostics);
        print_diagnostics(diagnostics, verbosity_.verbosity());
        if (debrief && !diagnostics.has_errors())
            runs.push_back(std::move(*debrief));
        else
            ++failed;
    }
    return runs;
}

std::vector<PageInput> inputs_of(const Debrief& debrief)
{
    std::vector<PageInput> inputs{{debrief.log.path, debrief.log_sha256},
                                  {debrief.exercise->lesson().path, debrief.lesson_sha256}};
    for (const std::string& path : debrief.exercise->lesson().inputs) {
        const Result<std::string> sum = sha256_of_file(path);
        inputs.push_back({path, sum ? *sum : std::string{}});
    }
    return inputs;
}

/// The instants that `entry`, `exit` and `closest` mean: of the first aircraft that has them.
NamedInstants named_instants_of(const Debrief& debrief)
{
    NamedInstants named;
    named.span = debrief.exercise->lesson().span;
    for (const TrackReport& track : debrief.incident.report.tracks) {
        const auto visit =
            std::find_if(track.visits.begin(), track.visits.end(), [](const Visit& v) { return v.foreign; });
        if (visit == track.visits.end())
            continue;
        named.entry = visit->entry.time;
        named.exit = visit->exit.time;
        break;
    }
    return named;
}

std::string DebriefCommand::page_of(const Debrief& debrief, Diagnostics& diagnostics) const
{
    DebriefPage page;
    std::vector<DecisiveMoment> moments = decisive_moments(debrief);
    for (const std::string& text : at_) {
        const Result<Time> at = parse_instant(text, named_instants_of(debrief));
        if (!at || !debrief.exercise->lesson().span.contains(*at)) {
            diagnostics.error("", std::nullopt, "",
                              at ? fmt::format("--at: {} lies outside the exercise", text) : "--at: " + at.problem());
            return {};
        }
        moments.push_back({*at, "as asked for: " + text, {}});
    }
    std::stable_sort(moments.begin(), moments.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
    if (moments.empty())
        page.why_no_pictures = "No points were lost and nobody came in: there is no decisive moment to show.";
    else
        draw_moments(debrief, moments, page);
    page.inputs = inputs_of(debrief);
    page.versions = versions_line();
    return html_debrief(debrief, page);
}

std::string DebriefCommand::result_of(const std::vector<Debrief>& runs, Diagnostics& diagnostics) const
{
    if (format_ == "csv")
        return csv_class(runs);
    if (format_ == "json")
        return debrief_json(runs.front(), diagnostics);
    if (format_ == "html")
        return page_of(runs.front(), diagnostics);
    const TextOptions options = page_.for_text_to(destination_);
    return logs_.size() > 1 ? text_class(runs, options) : text_debrief(runs.front(), options);
}

ExitStatus DebriefCommand::run()
{
    if (!replays_)
        if (const auto refused = refuse_destination(destination_)) {
            print_error(refused->message);
            return ExitStatus::failed;
        }
    std::size_t failed = 0;
    const std::vector<Debrief> runs = read_all(failed);
    if (runs.empty()) {
        print_error("nothing was debriefed: mend what is said above; 'incursion check' looks at the files alone");
        return ExitStatus::failed;
    }
    if (replays_)
        return show_debrief(runs.front(), at_.empty() ? std::string{} : at_.front(), verbosity_.verbosity());
    Diagnostics diagnostics;
    const std::string result = result_of(runs, diagnostics);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    if (diagnostics.has_errors())
        return ExitStatus::failed;
    if (const auto problem = write_result(destination_, result)) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    if (failed > 0)
        print_error(fmt::format("{} of {} logs could not be used, as told above", failed, logs_.size()));
    return failed > 0 ? ExitStatus::some_inputs_failed : ExitStatus::done;
}

}  // namespace

std::unique_ptr<Command> make_debrief_command()
{
    return std::make_unique<DebriefCommand>();
}

}  // namespace incursion
