#include "tools/incursion/trainee_window.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "render/footage/png_file.h"
#include "render/scope/desk_keys.h"
#include "render/scope/desk_panel.h"
#include "render/view/training_picture.h"
#include "render/view/wording.h"
#include "tools/incursion/picture_name.h"

namespace incursion {

namespace {

constexpr double notice_lasts_s = 5;
constexpr double idle_wait_s = 0.05;  // a picture is drawn when something happens, or so often

/// What the scope of a trainee opens with.
ViewState first_exercise_view(const Replay& picture, const ViewState& chosen, const WarningRules& rules)
{
    ViewState view = first_view(picture);
    view.palette = chosen.palette;
    view.unit = chosen.unit;
    view.north = picture.declination() ? chosen.north : North::true_north;
    view.layout = LayoutId::exercise;
    view.is_exercise = true;
    view.selected.reset();
    view.buffer_m = rules.buffer_m.value_or(0);
    set(view, Switch::border_buffer, rules.buffer_m.has_value());
    return view;
}

}  // namespace

TraineeWindow::TraineeWindow(TrainingSession& session, const TrainingScreen& screen, std::unique_ptr<Window> window,
                             LiveVoice* voice)
    : session_{session}, screen_{screen}, window_{std::move(window)}, voice_{voice}
{
}

TraineeWindow::~TraineeWindow()
{
    window_->make_current();
}

Result<std::unique_ptr<TraineeWindow>> TraineeWindow::open(TrainingSession& session, const TrainingScreen& screen,
                                                           const WindowPlace& place, LiveVoice* voice)
{
    auto window = Window::make(session.lesson().title, place);
    if (!window)
        return Problem{window.problem()};
    std::unique_ptr<TraineeWindow> made{new TraineeWindow{session, screen, std::move(window).value(), voice}};
    made->update_picture();
    if (!made->picture_)
        return Problem{made->notice_};
    made->view_ = first_exercise_view(*made->picture_, screen.chosen, session.lesson().rules);
    auto presenter = Presenter::make(*made->picture_, made->window_->frame_size(LayoutId::exercise));
    if (!presenter)
        return Problem{presenter.problem()};
    made->presenter_ = std::move(presenter).value();
    if (session.phase() == TrainingSession::Phase::finished)
        made->show_score();
    return made;
}

void TraineeWindow::notify(std::string text)
{
    notice_ = std::move(text);
    notice_left_s_ = notice_lasts_s;
}

void TraineeWindow::update_picture()
{
    const Time now = session_.now();
    if (picture_ && picture_of_ == session_.version() && (!next_picture_ || now < *next_picture_))
        return;
    TrainingPicture made = training_picture(session_.exercise(), session_.course(), now);
    Diagnostics diagnostics;
    auto picture =
        picture_ ? Replay::make_from_plots(std::move(made.scenario), *picture_, std::move(made.plots), diagnostics)
                 : Replay::make_from_plots(std::move(made.scenario), std::move(made.airspaces), std::move(made.plots),
                                           diagnostics);
    if (!picture) {
        for (const Diagnostic& one : diagnostics.list())
            notify(one.message);
        return;
    }
    picture->set_options({{}, screen_.declination});
    if (presenter_ && !truth_)
        presenter_->show(*picture);
    picture_ = std::move(picture);
    picture_of_ = session_.version();
    next_picture_ = next_picture(session_.course(), now);
    view_.selected = picture_->track_of(selected_);
}

DeskData TraineeWindow::desk() const
{
    DeskView view;
    view.now = session_.now();
    view.selected = selected_;
    view.unit = view_.unit;
    view.north = view_.north;
    view.declination = screen_.declination;
    if (!session_.problem().empty())
        view.message = "not taken: " + session_.problem();
    else if (notice_left_s_ > 0)
        view.message = notice_;
    else if (session_.is_paused())
        view.message = "the instructor has stopped the clock";
    return build_desk(session_.exercise(), session_.course(), view);
}

void TraineeWindow::update_title()
{
    using Phase = TrainingSession::Phase;
    const ViewState& view = truth_ ? truth_view_ : view_;
    std::string title = fmt::format("{} - {}", session_.lesson().title, format_time_of_day(view.time, 0));
    if (!truth_ && !selected_.empty())
        title += " - " + selected_;
    title += truth_                                ? " - truth"
             : session_.phase() == Phase::briefing ? " - briefing"
             : session_.phase() == Phase::finished ? " - score"
             : session_.is_paused()                ? " - paused"
                                                   : " - running";
    if (title == title_)
        return;
    window_->set_title(title);
    title_ = std::move(title);
}

std::vector<DeskRequest> TraineeWindow::draw_overlay(const OverlayFrame& frame, const DeskData& desk)
{
    const Lesson& lesson = session_.lesson();
    if (card_)
        return draw_score(frame.gui, frame.look, *card_, desk_state_);
    std::vector<DeskRequest> asked = draw_desk(frame.gui, frame.look, view_, frame.layout, desk, desk_state_);
    if (session_.phase() != TrainingSession::Phase::briefing)
        return asked;
    const std::string begin =
        session_.is_resumed() ? "go on at " + format_time_of_day(session_.now(), 0) : std::string{"begin"};
    const std::string role = lesson.role + (lesson.superior.empty() ? "" : ", reporting to " + lesson.superior);
    return draw_briefing(frame.gui, frame.look, {lesson.title, role, lesson.briefing, begin});
}

void TraineeWindow::take_presses(const DeskData& desk, std::vector<Request>& requests, std::vector<DeskRequest>& asked)
{
    for (const KeyPress& press : window_->take_presses()) {
        std::vector<DeskRequest> meant;
        if (truth_) {
            if (press == KeyPress{Key::f10})
                meant = {ShowTruth{false}};
        } else if (card_) {
            if (press == KeyPress{Key::v})
                meant = {ShowTruth{true}};
        } else if (session_.phase() == TrainingSession::Phase::briefing) {
            if (press == KeyPress{Key::enter})
                meant = {BeginExercise{}};
        } else {
            meant = desk_requests_of(press, desk, desk_state_);
        }
        const bool is_form = is_live() && desk_state_.form != DeskForm::none;
        if (meant.empty() && !is_form)
            for (Request& request : requests_of(press, truth_ ? truth_view_ : view_))
                if (truth_ || is_for_trainee(request))
                    requests.push_back(std::move(request));
        asked.insert(asked.end(), meant.begin(), meant.end());
        // What is typed into a form before it is there must not be taken for keys of the desk.
        if (std::any_of(meant.begin(), meant.end(),
                        [](const DeskRequest& request) { return std::holds_alternative<OpenForm>(request); }))
            break;
    }
    if (window_->wants_to_close())
        requests.push_back(Quit{});
}

void TraineeWindow::run_frame(double wall_s)
{
    window_->make_current();
    presenter_->make_current();
    const bool is_still =
        truth_ ? !truth_view_.playing : session_.is_paused() || session_.phase() != TrainingSession::Phase::running;
    window_->poll(is_still ? idle_wait_s : 0);
    notice_left_s_ -= wall_s;
    if (!truth_) {
        update_picture();
        view_.time = session_.now();
    }
    ViewState& view = truth_ ? truth_view_ : view_;
    view.notice = truth_ && notice_left_s_ > 0 ? notice_ : std::string{};
    const DeskData told = desk();
    std::vector<DeskRequest> asked;
    const auto overlay = [&](const OverlayFrame& frame) {
        if (!truth_)
            asked = draw_overlay(frame, told);
    };
    std::vector<Request> requests = presenter_->present(view, window_->frame_size(view.layout), wall_s, overlay);
    std::erase_if(requests, [&](const Request& request) { return !truth_ && !is_for_trainee(request); });
    take_presses(told, requests, asked);
    window_->show(presenter_->picture());
    for (const Request& request : requests)
        carry_out(request);
    for (const DeskRequest& request : asked)
        carry_out(request, told);
    if (truth_)
        truth_view_ = advance(*truth_, std::move(truth_view_), wall_s);
    else if (!card_ && session_.phase() == TrainingSession::Phase::finished)
        show_score();
    if (voice_ != nullptr) {
        voice_->play(wall_s, is_on(view_, Switch::mute));
        if (std::string problem = voice_->take_problem(); !problem.empty())
            notify(std::move(problem));
    }
    update_title();
}

void TraineeWindow::carry_out(const Request& request)
{
    ViewState& view = truth_ ? truth_view_ : view_;
    const Replay& replay = truth_ ? *truth_ : *picture_;
    view = apply(replay, std::move(view), request, window_->frame_size(view.layout));
    if (truth_)
        presenter_->hear(request);
    else if (std::holds_alternative<Select>(request))
        selected_ = view.selected ? picture_->track_report(*view.selected).track : "";
    if (std::holds_alternative<Quit>(request))
        quit_ = true;
    else if (std::holds_alternative<ToggleFullScreen>(request))
        window_->toggle_full_screen();
    else if (std::holds_alternative<SavePicture>(request))
        save_picture();
}

void TraineeWindow::act(Action action)
{
    if (selected_.empty() && action.kind != ActionKind::report) {
        notify("select a track first: Tab, or a click on it");
        return;
    }
    if (action.kind != ActionKind::report)
        action.track = selected_;
    if (session_.is_paused())
        notify("the instructor has stopped the clock: nothing is taken now");
    else
        session_.take(std::move(action));
}

void TraineeWindow::call(ActionKind kind, const std::string& id, const std::string& text, std::optional<Angle> heading)
{
    const std::size_t before = session_.course().calls.size();
    Action action;
    action.kind = kind;
    action.id = id;
    action.text = text;
    action.heading = heading;
    act(std::move(action));
    const std::vector<MadeCall>& calls = session_.course().calls;
    // Of a call that did not go out the trainee hears nothing.
    if (calls.size() == before || !calls.back().was_heard || voice_ == nullptr)
        return;
    Call spoken;
    spoken.from = session_.lesson().role;
    spoken.to = selected_;
    spoken.text = text;
    voice_->say(spoken);
}

namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

Action of_kind(ActionKind kind, std::string text = {})
{
    Action action;
    action.kind = kind;
    action.text = std::move(text);
    return action;
}

}  // namespace

void TraineeWindow::carry_out(const DeskRequest& request, const DeskData& desk)
{
    const bool needs_track =
        std::holds_alternative<OpenForm>(request) && selected_.empty() &&
        (std::get<OpenForm>(request).form == DeskForm::classify || std::get<OpenForm>(request).form == DeskForm::call ||
         std::get<OpenForm>(request).form == DeskForm::heading);
    if (needs_track) {
        notify("select a track first: Tab, or a click on it");
        return;
    }
    hear(desk_state_, request, desk);
    const auto select = [&](const std::string& number) {
        selected_ = number;
        view_.selected = picture_->track_of(number);
    };
    std::visit(
        Overloaded{
            [&](const BeginExercise&) { session_.begin(); }, [&](const TakeUp&) { act(of_kind(ActionKind::take_up)); },
            [&](const Classify& asked) { act(of_kind(ActionKind::classify, asked.category)); },
            [&](const SayPhrase& asked) {
                const Phrase& phrase = session_.lesson().phrases[asked.phrase];
                call(phrase.heading ? ActionKind::order : ActionKind::call, phrase.id, phrase_text(phrase, selected_),
                     phrase.heading);
            },
            [&](const SayText& asked) { call(ActionKind::call, "", asked.text, {}); },
            [&](const OrderHeading& asked) {
                const Angle heading = Angle::degrees(asked.deg);
                call(ActionKind::order, "",
                     fmt::format("{}, turn to heading {}.", selected_, bearing_number(heading, North::true_north, {})),
                     heading);
            },
            [&](const LogEntry&) { act(of_kind(ActionKind::log_entry)); },
            [&](const LogExit&) { act(of_kind(ActionKind::log_exit)); },
            [&](const SendReport& asked) {
                Action action = of_kind(ActionKind::report);
                action.figures = asked.figures;
                act(std::move(action));
            },
            [&](const FinishExercise&) { session_.finish(); }, [&](const SelectNumber& asked) { select(asked.number); },
            [&](const SelectNextNumber& asked) {
                select(next_number(numbers_shown(session_.course(), session_.now()), selected_, asked.by));
            },
            [&](const ShowTruth& asked) { show_truth(asked.truth); },
            [](const auto&) {},  // the instructor's, and what only forms hear
        },
        request);
}

void TraineeWindow::show_score()
{
    result_ = session_.result();
    if (!result_) {
        notify(session_.problem());
        return;
    }
    desk_state_ = {};
    card_ = build_score_card(session_.lesson(), result_->score, screen_.trainee, session_.log_path());
}

void TraineeWindow::show_truth(bool shown)
{
    if (!shown) {
        presenter_->show(*picture_);
        truth_.reset();
        return;
    }
    Diagnostics diagnostics;
    auto truth = Replay::make(result_->debriefed, session_.exercise().airspaces(), diagnostics);
    if (!truth) {
        notify("the truth cannot be shown");
        return;
    }
    truth->set_options({{}, screen_.declination});
    presenter_->show(*truth);
    truth_ = std::move(truth);
    truth_view_ = first_view(*truth_);
    truth_view_.palette = view_.palette;
    truth_view_.unit = view_.unit;
    truth_view_.north = view_.north;
    notify("F10 goes back to the score; Page down goes from event to event, Space plays");
}

void TraineeWindow::save_picture()
{
    const ViewState& view = truth_ ? truth_view_ : view_;
    const FrameSize frame = window_->frame_size(view.layout);
    const std::string path = free_picture_name(session_.lesson().path, view.time);
    if (const auto problem = write_png(path, presenter_->picture().read(), frame.width_px, frame.height_px, true))
        notify(problem->message);
    else
        notify("saved " + path);
}

}  // namespace incursion
