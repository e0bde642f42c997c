#include <chrono>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "render/footage/footage_writer.h"
#include "render/footage/png_file.h"
#include "render/picture/presenter.h"
#include "render/window/offscreen.h"
#include "tools/incursion/call_sounds.h"
#include "tools/incursion/command.h"
#include "tools/incursion/film.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/output.h"
#include "tools/incursion/progress.h"
#include "tools/incursion/record_options.h"
#include "tools/incursion/replay_source.h"
#include "tools/incursion/verbosity_options.h"
#include "tools/incursion/view_options.h"

namespace incursion {

namespace {

constexpr const char* stopped = "stopped before the end; nothing was written";

class RecordCommand : public Command {
public:
    std::string name() const override { return "record"; }
    std::string summary() const override { return "write a replay as radar footage: .mp4, .webm, .gif, or one .png"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    std::optional<Problem> prepare(Diagnostics& diagnostics);
    std::optional<Problem> draw_into(OutputFile& file, const InterruptWatch& interrupt);
    std::optional<Problem> draw_picture(Presenter& presenter, const std::string& path);
    std::optional<Problem> draw_film(Presenter& presenter, const std::string& path, const InterruptWatch& interrupt);
    std::optional<Problem> add_sound(FootageWriter& writer, const Film& film, std::int64_t frame) const;

    ReplaySource source_;
    ViewOptions view_options_;
    RecordOptions options_;
    ProgressOptions progress_;
    VerbosityOptions verbosity_;

    std::unique_ptr<Replay> replay_;
    ViewState view_;
    RecordedSpan span_;
    std::optional<SoundTrack> sound_;
};

void RecordCommand::setup(CLI::App& app)
{
    source_.setup(app);
    options_.setup(app);
    view_options_.setup(app);
    progress_.setup(app);
    verbosity_.setup(app);
    app.footer(
        "No display and no graphics hardware is needed. The file appears complete or not at all; Ctrl-C leaves "
        "nothing behind. Frame n shows --from + n / --fps * --speed.\n"
        "An instant is 2015-11-24T07:24:05Z, a time of day (07:24:05), or start, end, entry, exit or closest (of "
        "the selected aircraft), with or without a time added: entry-90s.\n"
        "\n"
        "Examples\n"
        "  incursion record scenario.toml -o incident.mp4\n"
        "  incursion record scenario.toml -o entry.png --at entry --size 1920x1080\n"
        "  incursion record scenario.toml -o short.gif --from entry-20s --to exit+10s --size 960x540\n"
        "  incursion record scenario.toml -o story.mp4 --layout vertical --size 1080x1920");
}

void RecordCommand::check()
{
    source_.check();
    view_options_.check();
    options_.check();
}

std::optional<Problem> RecordCommand::prepare(Diagnostics& diagnostics)
{
    replay_ = source_.load(diagnostics, verbosity_.verbosity());
    if (!replay_ || diagnostics.has_errors())
        return Problem{"nothing was recorded: mend what is said above; 'incursion check' looks at the files alone"};
    view_ = first_view(*replay_);
    set(view_, Switch::caption, true);
    view_.is_film = !options_.has_controls();
    view_.speed = options_.speed();
    if (auto problem = view_options_.apply_to(view_, *replay_))
        return problem;
    const Result<RecordedSpan> span = options_.span_of(named_instants(*replay_, view_));
    if (!span)
        return Problem{span.problem()};
    span_ = span.value();
    if (options_.wants_sound()) {
        const std::vector<Transmission> spoken = spoken_calls(*replay_, diagnostics);
        replay_->set_options({call_sounds_of(*replay_, spoken), replay_->declination()});
        sound_.emplace(shown_transmissions(*replay_, view_, spoken));
    }
    return std::nullopt;
}

std::optional<Problem> RecordCommand::draw_into(OutputFile& file, const InterruptWatch& interrupt)
{
    if (file.temporary_path().empty())
        return Problem{options_.destination().path + ": footage cannot be written to a pipe or a device"};
    const auto context = OffscreenContext::make();
    if (!context)
        return Problem{context.problem()};
    const auto presenter = Presenter::make(*replay_, options_.frame(view_.layout));
    if (!presenter)
        return Problem{presenter.problem()};
    return options_.format() == FootageFormat::png ? draw_picture(**presenter, file.temporary_path())
                                                   : draw_film(**presenter, file.temporary_path(), interrupt);
}

std::optional<Problem> RecordCommand::draw_picture(Presenter& presenter, const std::string& path)
{
    const FrameSize frame = options_.frame(view_.layout);
    view_.time = span_.at;
    presenter.present(view_, frame, 0);
    return write_png(path, presenter.picture().read(), frame.width_px, frame.height_px, true);
}

std::optional<Problem> RecordCommand::add_sound(FootageWriter& writer, const Film& film, std::int64_t frame) const
{
    const std::int64_t first = film.samples_before(frame, sound_rate_hz);
    const std::int64_t end = film.samples_before(frame + 1, sound_rate_hz);
    std::vector<float> samples(static_cast<std::size_t>(end - first));
    sound_->mix(film.first_instant(), film.speed, first, samples);
    return writer.add_sound(samples);
}

std::optional<Problem> RecordCommand::draw_film(Presenter& presenter, const std::string& path,
                                               const InterruptWatch& interrupt)
{
    const FrameSize frame = options_.frame(view_.layout);
    const Film film{span_.span, options_.speed(), options_.frames_per_second()};
    FootageOptions footage = options_.footage(view_.layout);
    footage.has_sound = footage.format != FootageFormat::gif && sound_ && !sound_->transmissions().empty();
    footage.title = replay_->report().title;
    const auto writer = FootageWriter::open(path, footage);
    if (!writer)
        return Problem{writer.problem()};
    const std::int64_t count = film.frame_count();
    Progress progress{progress_.style(), "frames", count};
    for (std::int64_t n = 0; n < count; ++n) {
        if (interrupt.was_asked())
            return Problem{stopped};
        view_.time = film.instant_of(n);
        presenter.present(view_, frame, 1.0 / film.frames_per_second);
        if (auto problem = (*writer)->add_frame(presenter.picture().read(), true))
            return problem;
        if (footage.has_sound)
            if (auto problem = add_sound(**writer, film, n))
                return problem;
        progress.set(n + 1);
    }
    progress.clear();
    return (*writer)->finish();
}

ExitStatus RecordCommand::run()
{
    if (const auto refused = refuse_destination(options_.destination())) {
        print_error(refused->message);
        return ExitStatus::failed;
    }
    Diagnostics diagnostics;
    std::optional<Problem> problem = prepare(diagnostics);
    print_diagnostics(diagnostics, verbosity_.verbosity());
    if (!problem) {
        const InterruptWatch interrupt;  // from before there is a file that would stay behind
        Result<OutputFile> made = OutputFile::create(options_.destination().path, options_.destination().overwrite);
        if (made) {
            OutputFile file = std::move(made).value();
            problem = draw_into(file, interrupt);
            if (!problem && interrupt.was_asked())
                problem = Problem{stopped};
            if (!problem)
                problem = file.commit();
        } else {
            problem = Problem{made.problem()};
        }
    }
    if (!problem)
        return ExitStatus::done;
    print_error(problem->message);
    return ExitStatus::failed;
}

}  // namespace

std::unique_ptr<Command> make_record_command()
{
    return std::make_unique<RecordCommand>();
}

}  // namespace incursion
