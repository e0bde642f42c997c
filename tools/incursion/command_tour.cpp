#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "sim/io/read_scenario.h"
#include "tools/incursion/command.h"
#include "tools/incursion/frame_clock.h"
#include "tools/incursion/input_kind.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/tour_options.h"
#include "tools/incursion/tour_session.h"
#include "tools/incursion/verbosity_options.h"
#include "tools/incursion/view_options.h"

namespace incursion {

namespace {

class TourCommand : public Command {
public:
    std::string name() const override { return "tour"; }
    std::string summary() const override { return "show an incident step by step, with its story told, in a window"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    std::optional<Problem> look_at_steps() const;
    std::optional<Problem> show(Window& window);

    std::string scenario_;
    LanguageOption language_;
    ViewOptions view_options_;
    VerbosityOptions verbosity_;
    TourWish wish_;
    int loops_ = 0;
};

void TourCommand::setup(CLI::App& app)
{
    app.add_option("SCENARIO", scenario_, "a scenario with [[step]]")->required()->type_name("SCENARIO");
    language_.setup(app);
    app.add_flag("--kiosk", wish_.is_kiosk, "for an exhibition: full screen, without a pointer, again and again");
    app.add_option("--loops", loops_, "with --kiosk: end after so many times")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    view_options_.setup(app);
    verbosity_.setup(app);
    app.footer(
        "The tour plays the replay, stops at the scenario's steps, shows the words of each beside what they speak of, "
        "and goes on after the time it takes to read them. Space, Enter, → or a click on the card goes on, ← or "
        "Backspace goes back, Esc leaves; all other keys are those of 'replay', and at a card they make it wait.\n"
        "'incursion record --tour' makes a film of it.\n"
        "\n"
        "Examples\n"
        "  incursion tour scenarios/hatay-2015/scenario.toml --lang tr\n"
        "  incursion tour scenarios/rq4-2019/scenario.toml --kiosk --palette daylight");
}

void TourCommand::check()
{
    if (!is_toml(scenario_))
        throw WrongCall{"'" + scenario_ + "' is no scenario; name one (.toml)"};
    if (loops_ > 0 && !wish_.is_kiosk)
        throw WrongCall{"--loops is about a tour that begins again: add --kiosk"};
    if (loops_ > 0)
        wish_.loops = loops_;
    language_.check();
    wish_.language = language_.tag();
    view_options_.check();
}

/// Before a window opens.
std::optional<Problem> TourCommand::look_at_steps() const
{
    Diagnostics diagnostics;
    const std::optional<Scenario> scenario = read_scenario(scenario_, diagnostics);
    if (scenario)
        return refuse_tour(*scenario);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    return Problem{"nothing is shown: mend what is said above; 'incursion check' looks at the files alone"};
}

std::optional<Problem> TourCommand::show(Window& window)
{
    Diagnostics diagnostics;
    const auto session =
        ReplaySession::open(ReplaySource::of_scenario(scenario_), window, diagnostics, verbosity_.verbosity());
    std::optional<TourSession> tour;
    std::optional<Problem> problem;
    if (session)
        problem = view_options_.apply_to(session->view(), session->replay());
    if (session && !problem)
        tour.emplace(*session, wish_, diagnostics);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    if (problem)
        return problem;
    if (!session)
        return Problem{"nothing is shown: mend what is said above; 'incursion check' looks at the files alone"};
    if (!tour->has_stops())
        return Problem{scenario_ + ": nothing of what its steps name happens, so there is no tour"};
    const InterruptWatch interrupt;
    FrameClock clock;
    while (!tour->wants_to_quit() && !interrupt.was_asked())
        tour->run_frame(clock.next_s());
    return std::nullopt;
}

ExitStatus TourCommand::run()
{
    std::optional<Problem> problem = look_at_steps();
    if (!problem) {
        const auto window = Window::make(scenario_, {});
        problem = window ? show(**window) : std::optional{Problem{window.problem()}};
    }
    if (!problem)
        return ExitStatus::done;
    print_error(problem->message);
    return ExitStatus::failed;
}

}  // namespace

std::unique_ptr<Command> make_tour_command()
{
    return std::make_unique<TourCommand>();
}

}  // namespace incursion
