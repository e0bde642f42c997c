#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/incursion/command.h"
#include "tools/incursion/frame_clock.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/replay_session.h"
#include "tools/incursion/verbosity_options.h"
#include "tools/incursion/view_options.h"
#include "tools/incursion/view_settings.h"
#include "tools/incursion/window_settings.h"

namespace incursion {

namespace {

class ReplayCommand : public Command {
public:
    std::string name() const override { return "replay"; }
    std::string summary() const override { return "show an incident on the radar scope, in a window"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    std::unique_ptr<ReplaySession> open(const ReplaySource& source, Window& window, Diagnostics& diagnostics);
    std::optional<Problem> prepare_view(ReplaySession& session, bool is_first) const;
    void open_dropped(Window& window, std::unique_ptr<ReplaySession>& session);
    void show(Window& window, std::unique_ptr<ReplaySession>& session);

    ReplaySource source_;
    ViewOptions view_options_;
    VerbosityOptions verbosity_;
    std::string at_;
    bool play_ = false;
    bool forget_ = false;
    Settings settings_;
};

void ReplayCommand::setup(CLI::App& app)
{
    source_.setup(app);
    view_options_.setup(app);
    app.add_option("--at", at_, "the instant to open at: 07:24:05, entry-60s; see 'incursion help record'")
        ->type_name("INSTANT");
    app.add_flag("--play", play_, "run at once");
    app.add_flag("--forget", forget_, "neither use nor keep the window's size and view of last time");
    verbosity_.setup(app);
    app.footer("Press ? in the window for every key. Bookmarks are kept beside the file, in NAME.bookmarks.toml. Files "
               "dropped on the window are opened. Without a display, 'incursion record' makes pictures and films.\n"
               "\n"
               "Examples\n"
               "  incursion replay scenarios/hatay-2015/scenario.toml\n"
               "  incursion replay flight.csv --airspace world.fgb --key A3 --state RUS");
}

void ReplayCommand::check()
{
    source_.check();
    view_options_.check();
}

std::unique_ptr<ReplaySession> ReplayCommand::open(const ReplaySource& source, Window& window, Diagnostics& diagnostics)
{
    auto session = ReplaySession::open(source, window, diagnostics, verbosity_.verbosity());
    print_diagnostics(diagnostics, verbosity_.verbosity());
    return session;
}

std::optional<Problem> ReplayCommand::prepare_view(ReplaySession& session, bool is_first) const
{
    ViewState& view = session.view();
    restore_view(settings_, view);
    if (view.north == North::magnetic && !session.replay().declination())
        view.north = North::true_north;
    if (!is_first)
        return std::nullopt;
    if (auto problem = view_options_.apply_to(view, session.replay()))
        return problem;
    view.playing = play_;
    if (at_.empty())
        return std::nullopt;
    const Result<Time> at = parse_instant(at_, named_instants(session.replay(), view));
    if (!at)
        return Problem{"--at: " + at.problem()};
    view = apply(session.replay(), std::move(view), SeekTo{at.value()}, FrameSize{});
    return std::nullopt;
}

void ReplayCommand::open_dropped(Window& window, std::unique_ptr<ReplaySession>& session)
{
    std::vector<std::string> files = session->take_files();
    if (files.empty())
        return;
    const ReplaySource dropped = source_.with_files(std::move(files), session->replay().scenario());
    try {
        dropped.check();
    } catch (const WrongCall& wrong) {
        session->notify(wrong.message);
        return;
    }
    remember_view(settings_, session->view());
    Diagnostics diagnostics;
    auto opened = open(dropped, window, diagnostics);
    if (!opened) {
        std::string first = "it cannot be read";
        for (const Diagnostic& diagnostic : in_order_of_lines(diagnostics))
            if (diagnostic.severity == Severity::error) {
                first = line_of(diagnostic);
                break;
            }
        session->notify("not opened: " + first);
        return;
    }
    source_ = dropped;
    session = std::move(opened);
    prepare_view(*session, false);
}

void ReplayCommand::show(Window& window, std::unique_ptr<ReplaySession>& session)
{
    const InterruptWatch interrupt;
    FrameClock clock;
    while (!session->wants_to_quit() && !interrupt.was_asked()) {
        session->run_frame(clock.next_s());
        open_dropped(window, session);
    }
}

ExitStatus ReplayCommand::run()
{
    Diagnostics diagnostics;
    if (!forget_ && !settings_path().empty())
        settings_ = read_settings(settings_path(), diagnostics);
    const auto window = Window::make(source_.first_file(), window_place_of(settings_));
    if (!window) {
        print_error(window.problem());
        return ExitStatus::failed;
    }
    auto session = open(source_, **window, diagnostics);
    if (!session) {
        print_error("nothing is shown: mend what is said above; 'incursion check' looks at the files alone");
        return ExitStatus::failed;
    }
    if (const auto problem = prepare_view(*session, true)) {
        print_error(problem->message);
        return ExitStatus::failed;
    }
    show(**window, session);
    if (forget_ || settings_path().empty())
        return ExitStatus::done;
    remember_view(settings_, session->view());
    remember_window(settings_, **window);
    if (const auto problem = keep_settings(settings_))
        print_step("the window's view was not kept: " + problem->message, verbosity_.verbosity());
    return ExitStatus::done;
}

}  // namespace

std::unique_ptr<Command> make_replay_command()
{
    return std::make_unique<ReplayCommand>();
}

}  // namespace incursion
