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
#include "tools/incursion/film_script.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/output.h"
#include "tools/incursion/progress.h"
#include "tools/incursion/record_options.h"
#include "tools/incursion/replay_source.h"
#include "tools/incursion/tour_options.h"
#include "tools/incursion/tour_script.h"
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
    std::optional<Problem> write_script(std::optional<TourShow> show, Diagnostics& diagnostics);
    std::optional<Problem> draw_into(OutputFile& file, const InterruptWatch& interrupt);
    std::optional<Problem> draw_picture(Presenter& presenter, const std::string& path);
    std::optional<Problem> draw_film(Presenter& presenter, const std::string& path, const InterruptWatch& interrupt);
    std::optional<Problem> add_sound(FootageWriter& writer, std::int64_t frame) const;
    std::optional<Problem> write_film(const InterruptWatch& interrupt);
    std::optional<Problem> write_subtitles() const;

    Film film() const { return {span_.span, options_.speed(), options_.frames_per_second()}; }

    ReplaySource source_;
    ViewOptions view_options_;
    RecordOptions options_;
    TourOptions tour_options_;
    ProgressOptions progress_;
    VerbosityOptions verbosity_;

    std::unique_ptr<Replay> replay_;
    ViewState view_;
    RecordedSpan span_;
    std::unique_ptr<FilmScript> script_;
    TourScript* tour_ = nullptr;  ///< the same, of a tour
};

void RecordCommand::setup(CLI::App& app)
{
    source_.setup(app);
    options_.setup(app);
    tour_options_.setup(app);
    view_options_.setup(app);
    progress_.setup(app);
    verbosity_.setup(app);
    app.footer(
        "No display and no graphics hardware is needed. The file appears complete or not at all; Ctrl-C leaves "
        "nothing behind. Frame n shows --from + n / --fps * --speed.\n"
        "An instant is 2015-11-24T07:24:05Z, a time of day (07:24:05), or start, end, entry, exit or closest (of "
        "the selected aircraft), with or without a time added: entry-90s; of a tour also step 3.\n"
        "With --tour the film stops at every step of the scenario for as long as its words take to read, or to speak.\n"
        "\n"
        "Examples\n"
        "  incursion record scenario.toml -o incident.mp4\n"
        "  incursion record scenario.toml -o entry.png --at entry --size 1920x1080\n"
        "  incursion record scenario.toml -o short.gif --from entry-20s --to exit+10s --size 960x540\n"
        "  incursion record scenario.toml -o story.mp4 --layout vertical --size 1080x1920\n"
        "  incursion record scenario.toml -o tour.mp4 --tour --lang tr --narrate --subtitles tour.srt");
}

void RecordCommand::check()
{
    source_.check();
    view_options_.check();
    options_.check();
    tour_options_.check(options_.format(), options_.speed(), options_.overwrites());
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
    NamedInstants named = named_instants(*replay_, view_);
    std::optional<TourShow> show;
    if (tour_options_.is_tour()) {
        if (auto problem = refuse_tour(replay_->scenario()))
            return problem;
        show.emplace(*replay_, tour_options_.language(), diagnostics);
        for (const TourStop& stop : show->stops())
            named.steps.push_back(stop.time);
    }
    const Result<RecordedSpan> span = options_.span_of(named);
    if (!span)
        return Problem{span.problem()};
    span_ = span.value();
    return write_script(std::move(show), diagnostics);
}

std::optional<Problem> RecordCommand::write_script(std::optional<TourShow> show, Diagnostics& diagnostics)
{
    std::vector<Transmission> heard;
    if (options_.wants_sound()) {
        const std::vector<Transmission> spoken = spoken_calls(*replay_, diagnostics);
        replay_->set_options({call_sounds_of(*replay_, spoken), replay_->declination()});
        heard = shown_transmissions(*replay_, view_, spoken);
    }
    if (!show) {
        script_ = make_plain_script(film(), view_, SoundTrack{std::move(heard)});
        return std::nullopt;
    }
    const TourFilming filming{span_.span,
                              options_.speed(),
                              options_.frames_per_second(),
                              tour_options_.captions() == Captions::burned,
                              tour_options_.narrates(),
                              tour_options_.captions() == Captions::track};
    auto tour = std::make_unique<TourScript>(*replay_, std::move(*show), view_, filming, std::move(heard), diagnostics);
    tour_ = tour.get();
    script_ = std::move(tour);
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
    if (tour_ != nullptr) {
        presenter.present(tour_->view_at(span_.at), frame, 0, tour_->overlay_at(span_.at));
    } else {
        view_.time = span_.at;
        presenter.present(view_, frame, 0);
    }
    return write_png(path, presenter.picture().read(), frame.width_px, frame.height_px, true);
}

std::optional<Problem> RecordCommand::add_sound(FootageWriter& writer, std::int64_t frame) const
{
    const std::int64_t first = film().samples_before(frame, sound_rate_hz);
    const std::int64_t end = film().samples_before(frame + 1, sound_rate_hz);
    std::vector<float> samples(static_cast<std::size_t>(end - first));
    script_->mix(first, samples);
    return writer.add_sound(samples);
}

std::optional<Problem> RecordCommand::draw_film(Presenter& presenter, const std::string& path,
                                               const InterruptWatch& interrupt)
{
    const FrameSize frame = options_.frame(view_.layout);
    FootageOptions footage = options_.footage(view_.layout);
    footage.has_sound = footage.format != FootageFormat::gif && script_->has_sound();
    footage.title = replay_->report().title;
    footage.subtitles = script_->subtitles();
    footage.subtitle_language = tour_options_.language();
    const auto writer = FootageWriter::open(path, footage);
    if (!writer)
        return Problem{writer.problem()};
    const std::int64_t count = script_->frame_count();
    Progress progress{progress_.style(), "frames", count};
    std::vector<std::uint8_t> pixels;
    for (std::int64_t n = 0; n < count; ++n) {
        if (interrupt.was_asked())
            return Problem{stopped};
        if (!script_->repeats(n)) {
            presenter.present(script_->view(n), frame, 1.0 / footage.frames_per_second, script_->overlay(n));
            pixels = presenter.picture().read();
        }
        if (auto problem = (*writer)->add_frame(pixels, true))
            return problem;
        if (footage.has_sound)
            if (auto problem = add_sound(**writer, n))
                return problem;
        progress.set(n + 1);
    }
    progress.clear();
    return (*writer)->finish();
}

std::optional<Problem> RecordCommand::write_film(const InterruptWatch& interrupt)
{
    Result<OutputFile> made = OutputFile::create(options_.destination().path, options_.destination().overwrite);
    if (!made)
        return Problem{made.problem()};
    OutputFile file = std::move(made).value();
    if (auto problem = draw_into(file, interrupt))
        return problem;
    if (interrupt.was_asked())
        return Problem{stopped};
    return file.commit();
}

std::optional<Problem> RecordCommand::write_subtitles() const
{
    if (!tour_options_.subtitles() || tour_ == nullptr)
        return std::nullopt;
    return write_result(*tour_options_.subtitles(), srt_text(tour_->cues()));
}

ExitStatus RecordCommand::run()
{
    std::optional<Problem> problem = refuse_destination(options_.destination());
    if (!problem && tour_options_.subtitles())
        problem = refuse_destination(*tour_options_.subtitles());
    if (!problem) {
        Diagnostics diagnostics;
        problem = prepare(diagnostics);
        print_diagnostics(diagnostics, verbosity_.verbosity());
    }
    if (!problem) {
        const InterruptWatch interrupt;  // from before there is a file that would stay behind
        problem = write_film(interrupt);
    }
    if (!problem)
        problem = write_subtitles();
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
