#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <memory>
#include <optional>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/batch/input_list.h"
#include "sim/io/open_borders.h"
#include "sim/io/read_ground.h"
#include "tools/incursion/batch_options.h"
#include "tools/incursion/batch_progress.h"
#include "tools/incursion/batch_session.h"
#include "tools/incursion/batch_summary.h"
#include "tools/incursion/command.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

using namespace std::chrono_literals;

class BatchCommand : public Command {
public:
    std::string name() const override { return "batch"; }
    std::string summary() const override { return "visits of many tracks to airspaces, in parallel and resumable"; }
    void setup(CLI::App& app) override;
    void check() override { call_ = options_.call(); }
    ExitStatus run() override;

private:
    std::optional<std::vector<BatchInput>> inputs() const;
    ExitStatus run(BatchSession& session);
    ExitStatus tell(const BatchSession& session, const BatchEnd& end, double elapsed_s) const;
    static std::optional<BatchEnd> watch(std::future<BatchEnd>& running, const InterruptWatch& interrupts,
                                         BatchControl& control, BatchProgress& progress);
    ExitStatus say_stopped(const BatchSession& session) const;

    BatchOptions options_;
    BatchCall call_;
    ProgressOptions progress_;
    VerbosityOptions verbosity_;
};

void BatchCommand::setup(CLI::App& app)
{
    options_.setup(app);
    progress_.setup(app);
    verbosity_.setup(app);
    app.footer(
        "One row is written for each visit: who was in whose airspace, from when to when, how deep. A file that "
        "cannot be read is a row of the error table and makes the exit status 3; the others are done. A run that is "
        "stopped (status 4, or by any accident) goes on with --resume and writes what it would have written.\n"
        "\n"
        "Examples\n"
        "  incursion batch tracks/ --airspace borders.geojson --key A3 -o visits.csv\n"
        "  incursion batch '2024-*.csv.gz' --airspace world.borders -o visits.gpkg --summary dwell.csv\n"
        "  incursion batch --files-from list.txt --airspace world.borders --shard 3/8 -o visits-3.csv --resume");
}

std::optional<std::vector<BatchInput>> BatchCommand::inputs() const
{
    Diagnostics diagnostics;
    std::vector<std::string> arguments = call_.arguments;
    if (!call_.files_from.empty())
        for (std::string& name : read_names(call_.files_from, diagnostics))
            arguments.push_back(std::move(name));
    std::vector<BatchInput> inputs = list_inputs(arguments, diagnostics);
    if (inputs.empty() && !diagnostics.has_errors())
        diagnostics.error(call_.files_from, std::nullopt, "", "no file of tracks is named");
    print_diagnostics(diagnostics, verbosity_.verbosity());
    return diagnostics.has_errors() ? std::nullopt : std::optional{std::move(inputs)};
}

ExitStatus BatchCommand::run()
{
    const auto listed = inputs();
    if (!listed)
        return ExitStatus::failed;
    BatchSession session{call_, *listed};
    const Result<bool> complete = session.is_complete();
    if (!complete) {
        print_error(complete.problem());
        return ExitStatus::failed;
    }
    if (*complete) {
        print_step(fmt::format("{}: is complete already", call_.targets.visits.path), verbosity_.verbosity());
        return session.record().failed_inputs > 0 ? ExitStatus::some_inputs_failed : ExitStatus::done;
    }
    return run(session);
}

ExitStatus BatchCommand::run(BatchSession& session)
{
    Diagnostics diagnostics;
    const std::unique_ptr<Borders> borders = open_borders(call_.airspaces, diagnostics);
    const bool ground_is_read = borders && read_ground(call_.analysis.crossings.heights, borders->airspaces,
                                                       &borders->index->edges(), diagnostics);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    if (!borders || !ground_is_read)
        return ExitStatus::failed;
    if (call_.analysis.crossings.heights.terrain)
        borders->inputs.push_back(call_.analysis.crossings.heights.terrain_path);
    const InterruptWatch interrupts;  // from here on there is something to go on with
    if (const auto refused = session.begin()) {
        print_error(refused->message);
        return ExitStatus::failed;
    }
    const BorderDistances distances{borders->index->edges()};
    const BatchGround ground{borders->airspaces, *borders->index, distances};
    BatchControl control;
    control.inputs = static_cast<std::int64_t>(session.resumed_at());
    BatchProgress progress{progress_.style(), std::ssize(session.inputs()), session.bytes()};
    auto running = std::async(std::launch::async, [&] { return session.run(ground, borders->inputs, control); });
    const std::optional<BatchEnd> end = watch(running, interrupts, control, progress);
    progress.clear();
    if (!end) {
        // Somewhere a library does not let go of a file. What is finished is on the disk; nothing else is lost.
        const ExitStatus status = say_stopped(session);
        std::fflush(nullptr);
        std::_Exit(static_cast<int>(status));
    }
    return tell(session, *end, progress.elapsed_s());
}

/// Shows the progress until the run ends. Nothing where it does not let go soon after it was asked to stop.
std::optional<BatchEnd> BatchCommand::watch(std::future<BatchEnd>& running, const InterruptWatch& interrupts,
                                            BatchControl& control, BatchProgress& progress)
{
    std::optional<std::chrono::steady_clock::time_point> asked;
    while (running.wait_for(10ms) != std::future_status::ready) {
        progress.show(control);
        if (interrupts.was_asked() && !asked) {
            asked = std::chrono::steady_clock::now();
            control.stop = true;
        }
        if (asked && std::chrono::steady_clock::now() - *asked > 700ms)
            return std::nullopt;
    }
    return running.get();
}

ExitStatus BatchCommand::say_stopped(const BatchSession& session) const
{
    if (session.state_folder().empty()) {
        print_error("stopped; what went to standard output is not all there is");
        return ExitStatus::failed;
    }
    print_error(fmt::format("stopped; what is finished is kept in {}: the same call with --resume goes on",
                            session.state_folder()));
    return ExitStatus::interrupted;
}

ExitStatus BatchCommand::tell(const BatchSession& session, const BatchEnd& end, double elapsed_s) const
{
    if (session.broken_pipe())
        return ExitStatus::done;
    if (end.stopped)
        return say_stopped(session);
    if (end.problem) {
        print_error(end.problem->message);
        if (!session.state_folder().empty())
            print_error(fmt::format("what is finished is kept in {}: the same call with --resume goes on",
                                    session.state_folder()));
        return ExitStatus::failed;
    }
    const Verbosity verbosity = verbosity_.verbosity();
    print_failed_inputs(session.outcomes(), call_.targets.errors.path);
    if (verbosity != Verbosity::quiet)
        print_batch_summary(session.record(), session.resumed_at(), elapsed_s, verbosity);
    return session.record().failed_inputs > 0 ? ExitStatus::some_inputs_failed : ExitStatus::done;
}

}  // namespace

std::unique_ptr<Command> make_batch_command()
{
    return std::make_unique<BatchCommand>();
}

}  // namespace incursion
