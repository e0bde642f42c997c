#include "tools/incursion/instructor_window.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "render/footage/png_file.h"
#include "render/scope/desk_keys.h"
#include "render/scope/instructor_keys.h"
#include "tools/incursion/picture_name.h"

namespace incursion {

namespace {

/// Where the panel stands: in place of the charts, else over the right of the frame.
Rect panel_place(const Layout& layout, const FrameSize& frame)
{
    if (layout.side)
        return *layout.side;
    const auto width = static_cast<float>(frame.width_px), height = static_cast<float>(frame.height_px);
    const float wide = std::min(320 * frame.scale, width);
    return {width - wide, layout.scope.y, wide, std::max(height - layout.scope.y, 1.0F)};
}

}  // namespace

InstructorWindow::InstructorWindow(TrainingSession& session, const TrainingScreen& screen,
                                   std::unique_ptr<Window> window)
    : session_{session}, screen_{screen}, window_{std::move(window)}
{
}

InstructorWindow::~InstructorWindow()
{
    window_->make_current();
}

Result<std::unique_ptr<InstructorWindow>> InstructorWindow::open(TrainingSession& session, const TrainingScreen& screen)
{
    auto window = Window::make("Instructor", {});
    if (!window)
        return Problem{window.problem()};
    std::unique_ptr<InstructorWindow> made{new InstructorWindow{session, screen, std::move(window).value()}};
    made->window_->run_free();
    made->truth_of_ = session.version();
    made->truth_ = made->truth_in_the_making().get();
    if (!made->truth_)
        return Problem{"the truth of the exercise cannot be shown"};
    ViewState& view = made->view_;
    view = first_view(*made->truth_);
    view.palette = screen.chosen.palette;
    view.unit = screen.chosen.unit;
    view.north = screen.declination ? screen.chosen.north : North::true_north;
    set(view, Switch::truth, true);
    auto presenter = Presenter::make(*made->truth_, made->window_->frame_size(view.layout));
    if (!presenter)
        return Problem{presenter.problem()};
    made->presenter_ = std::move(presenter).value();
    return made;
}

/// In a thread of its own, from copies: the clock does not wait for it.
std::future<std::unique_ptr<Replay>> InstructorWindow::truth_in_the_making() const
{
    return std::async(std::launch::async, [exercise = &session_.exercise(), course = session_.course(),
                                           declination = screen_.declination] {
        Diagnostics diagnostics;
        auto truth = Replay::make(debrief_scenario(*exercise, course), exercise->airspaces(), diagnostics);
        if (truth)
            truth->set_options({{}, declination});
        return truth;
    });
}

void InstructorWindow::update_truth()
{
    if (next_truth_.valid()) {
        if (next_truth_.wait_for(std::chrono::seconds{0}) != std::future_status::ready)
            return;
        if (auto truth = next_truth_.get()) {
            const std::string selected = view_.selected ? truth_->track_report(*view_.selected).track : "";
            presenter_->show(*truth);
            truth_ = std::move(truth);
            view_.selected = truth_->track_of(selected);
        }
    }
    if (truth_of_ == session_.version())
        return;
    truth_of_ = session_.version();
    next_truth_ = truth_in_the_making();
}

InstructorData InstructorWindow::told() const
{
    return build_instructor(session_.exercise(), session_.course(),
                            {session_.now(), session_.is_paused(), session_.phase() == TrainingSession::Phase::running,
                             screen_.trainee, session_.log_path()});
}

void InstructorWindow::update_title()
{
    using Phase = TrainingSession::Phase;
    std::string title =
        fmt::format("Instructor - {} - {}", session_.lesson().title, format_time_of_day(session_.now(), 0));
    title += session_.phase() == Phase::briefing   ? " - briefing"
             : session_.phase() == Phase::finished ? " - finished"
             : session_.is_paused()                ? " - paused"
                                                   : " - running";
    if (title == title_)
        return;
    window_->set_title(title);
    title_ = std::move(title);
}

void InstructorWindow::run_frame(double wall_s)
{
    window_->make_current();
    presenter_->make_current();
    window_->poll();
    update_truth();
    view_.time = session_.now();
    view_.playing = session_.phase() == TrainingSession::Phase::running && !session_.is_paused();
    view_.speed = session_.speed();
    view_.notice = session_.problem().empty() ? std::string{} : "not taken: " + session_.problem();
    const InstructorData data = told();
    std::vector<DeskRequest> asked;
    const auto overlay = [&](const OverlayFrame& frame) {
        asked = draw_instructor(frame.gui, frame.look, panel_place(frame.layout, frame.frame), data, state_);
    };
    std::vector<Request> requests = presenter_->present(view_, window_->frame_size(view_.layout), wall_s, overlay);
    for (const KeyPress& press : window_->take_presses()) {
        std::vector<DeskRequest> meant = instructor_requests_of(press, data, state_);
        if (meant.empty())
            for (Request& request : requests_of(press, view_))
                requests.push_back(std::move(request));
        asked.insert(asked.end(), meant.begin(), meant.end());
    }
    window_->show(presenter_->picture());
    for (const Request& request : requests)
        if (is_for_instructor(request))
            carry_out(request);
    for (const DeskRequest& request : asked)
        carry_out(request);
    quit_ = quit_ || window_->wants_to_close();
    update_title();
}

void InstructorWindow::carry_out(const Request& request)
{
    view_ = apply(*truth_, std::move(view_), request, window_->frame_size(view_.layout));
    if (std::holds_alternative<Quit>(request))
        quit_ = true;
    else if (std::holds_alternative<ToggleFullScreen>(request))
        window_->toggle_full_screen();
    else if (std::holds_alternative<SavePicture>(request)) {
        const FrameSize frame = window_->frame_size(view_.layout);
        write_png(free_picture_name(session_.lesson().path, view_.time), presenter_->picture().read(), frame.width_px,
                  frame.height_px, true);
    }
}

void InstructorWindow::carry_out(const DeskRequest& request)
{
    hear(state_, request, {});
    if (const auto* pause = std::get_if<PauseExercise>(&request))
        session_.pause(pause->paused);
    else if (const auto* step = std::get_if<StepBack>(&request))
        session_.rewind(session_.now() - seconds(step->by_s));
    else if (const auto* back = std::get_if<RewindTo>(&request))
        session_.rewind(back->time);
    else if (std::holds_alternative<FinishExercise>(request))
        session_.finish();
    else if (const auto* inject = std::get_if<MakeInject>(&request)) {
        Action action;
        action.kind = ActionKind::inject;
        action.id = inject->id;
        session_.take(std::move(action));
    }
}

}  // namespace incursion
