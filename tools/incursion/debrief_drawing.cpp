#include "tools/incursion/debrief_drawing.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "render/footage/png_file.h"
#include "render/picture/presenter.h"
#include "render/window/offscreen.h"
#include "sim/geo/geodesic.h"
#include "sim/io/declination.h"
#include "tools/incursion/instant.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/replay_session.h"

namespace incursion {

namespace {

constexpr int picture_width_px = 960, picture_height_px = 720;
constexpr double longest_frame_s = 0.25;  // a machine that slept does not make the replay jump

std::unique_ptr<Replay> replay_of(const Debrief& debrief, Diagnostics& diagnostics)
{
    auto replay = Replay::make(scenario_with_scores(debrief), debrief.exercise->airspaces(), diagnostics);
    if (!replay)
        return nullptr;
    const Result<Angle> declination =
        declination_at(replay->radar().site, replay->span().from, debrief.exercise->lesson().path);
    if (declination) {
        ReplayOptions options;
        options.declination = declination.value();
        replay->set_options(std::move(options));
    }
    return replay;
}

/// The aircraft that the first of the moment's tasks is about.
std::optional<std::size_t> track_of(const Debrief& debrief, const Replay& replay, const DecisiveMoment& moment)
{
    return moment.tasks.empty() ? std::nullopt
                                : replay.track_of(debrief.exercise->lesson().tasks[moment.tasks.front()].aircraft);
}

/// As far as the scope looks at first, or farther where the aircraft would be out of the picture.
double range_with(const Replay& replay, std::optional<std::size_t> track, Time time)
{
    constexpr double room = 1.15;
    const auto motion = track ? replay.outlook(*track).motion_at(time) : std::nullopt;
    return motion ? std::max(replay.first_range_m(), room * distance_m(replay.first_centre(), motion->place))
                  : replay.first_range_m();
}

std::optional<Problem> draw(const Debrief& debrief, const Replay& replay, const std::vector<DecisiveMoment>& moments,
                            DebriefPage& page)
{
    const auto context = OffscreenContext::make();
    if (!context)
        return Problem{context.problem()};
    const FrameSize frame{picture_width_px, picture_height_px,
                          natural_scale(LayoutId::scope, picture_width_px, picture_height_px)};
    const auto presenter = Presenter::make(replay, frame);
    if (!presenter)
        return Problem{presenter.problem()};
    ViewState view = first_view(replay);
    view.layout = LayoutId::scope;
    view.is_film = true;
    view.palette = PaletteId::print;  // a page is read on paper as well
    set(view, Switch::caption, true);
    for (const DecisiveMoment& moment : moments) {
        view.time = moment.time;
        view.caption = moment.caption;
        if (const auto track = track_of(debrief, replay, moment))
            view.selected = track;
        view.range_m = range_with(replay, view.selected, moment.time);
        (*presenter)->present(view, frame, 0);
        const Result<std::string> png = png_of((*presenter)->picture().read(), frame.width_px, frame.height_px, true);
        if (!png)
            return Problem{png.problem()};
        page.pictures.push_back({moment, *png, frame.width_px, frame.height_px});
    }
    return std::nullopt;
}

}  // namespace

void draw_moments(const Debrief& debrief, const std::vector<DecisiveMoment>& moments, DebriefPage& page)
{
    Diagnostics diagnostics;
    const auto replay = replay_of(debrief, diagnostics);
    std::optional<Problem> problem;
    if (replay)
        problem = draw(debrief, *replay, moments, page);
    else
        problem = Problem{"the debrief cannot be replayed"};
    if (!problem)
        return;
    page.pictures.clear();
    page.why_no_pictures = "There are no pictures: " + problem->message + ".";
}

ExitStatus show_debrief(const Debrief& debrief, const std::string& at, Verbosity verbosity)
{
    Diagnostics diagnostics;
    auto replay = replay_of(debrief, diagnostics);
    // Bookmarks and pictures go by the log's name.
    const ReplaySource source =
        ReplaySource{}.with_files({debrief.log.path}, replay ? replay->scenario() : debrief.scenario);
    const auto window = Window::make(debrief.exercise->lesson().title, {});
    if (!window) {
        print_error(window.problem());
        return ExitStatus::failed;
    }
    auto session = replay ? ReplaySession::open(source, std::move(replay), **window, diagnostics) : nullptr;
    print_diagnostics(diagnostics, verbosity);
    if (!session)
        return ExitStatus::failed;
    if (!at.empty()) {
        const Result<Time> time = parse_instant(at, named_instants(session->replay(), session->view()));
        if (!time) {
            print_error("--at: " + time.problem());
            return ExitStatus::failed;
        }
        session->view() = apply(session->replay(), std::move(session->view()), SeekTo{time.value()}, FrameSize{});
    }
    const InterruptWatch interrupt;
    auto last = std::chrono::steady_clock::now();
    while (!session->wants_to_quit() && !interrupt.was_asked()) {
        const auto now = std::chrono::steady_clock::now();
        session->run_frame(std::min(std::chrono::duration<double>(now - last).count(), longest_frame_s));
        last = now;
        if (!session->take_files().empty())
            session->notify("a debrief shows one log; open others by 'incursion debrief LOG --replay'");
    }
    return ExitStatus::done;
}

}  // namespace incursion
