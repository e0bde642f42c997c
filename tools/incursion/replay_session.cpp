#include "tools/incursion/replay_session.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "render/footage/png_file.h"
#include "sim/io/bookmarks.h"
#include "tools/incursion/picture_name.h"

namespace incursion {

namespace {

constexpr double notice_lasts_s = 4;
constexpr double idle_wait_s = 0.05;  // paused, a picture is drawn when something happens, or so often

}  // namespace

std::unique_ptr<ReplaySession> ReplaySession::open(const ReplaySource& source, Window& window, Diagnostics& diagnostics,
                                                   Verbosity verbosity)
{
    auto loaded = source.load(diagnostics, verbosity);
    return loaded && !diagnostics.has_errors() ? open(source, std::move(loaded), window, diagnostics) : nullptr;
}

std::unique_ptr<ReplaySession> ReplaySession::open(const ReplaySource& source, std::unique_ptr<Replay> ready,
                                                   Window& window, Diagnostics& diagnostics)
{
    std::unique_ptr<ReplaySession> session{new ReplaySession{source, window}};
    session->replay_ = std::move(ready);
    Replay& replay = *session->replay_;
    session->spoken_ = spoken_calls(replay, diagnostics);
    replay.set_options({call_sounds_of(replay, session->spoken_), replay.declination()});
    session->view_ = first_view(replay);
    session->view_.bookmarks = read_bookmarks(bookmarks_path(source.first_file()), diagnostics);
    session->prepare_sound();
    auto presenter = Presenter::make(replay, window.frame_size(session->view_.layout));
    if (!presenter) {
        diagnostics.error("", std::nullopt, "", presenter.problem());
        return nullptr;
    }
    session->presenter_ = std::move(presenter).value();
    return session;
}

void ReplaySession::prepare_sound()
{
    player_.reset();  // before the track it plays
    sound_.emplace(shown_transmissions(*replay_, view_, spoken_));
    player_ = std::make_unique<SoundPlayer>(*sound_);
    accounts_heard_ = view_.accounts_shown;
}

void ReplaySession::notify(std::string text)
{
    notice_ = std::move(text);
    notice_left_s_ = notice_lasts_s;
}

std::vector<std::string> ReplaySession::take_files()
{
    return std::exchange(files_, {});
}

void ReplaySession::run_frame(double wall_s)
{
    draw(wall_s);
    pass(wall_s);
    settle();
}

void ReplaySession::draw(double wall_s, const Overlay& over, const std::function<bool(const KeyPress&)>& wants)
{
    window_.poll(view_.playing ? 0 : idle_wait_s);
    view_.notice = notice_left_s_ > 0 ? notice_ : std::string{};
    notice_left_s_ -= wall_s;
    std::vector<Request> requests = presenter_->present(view_, window_.frame_size(view_.layout), wall_s, over);
    if (wants)
        window_.take_presses(wants);
    for (Request& request : window_.take_requests(view_))
        requests.push_back(std::move(request));
    window_.show(presenter_->picture());
    for (const Request& request : requests)
        carry_out(request);
}

void ReplaySession::pass(double wall_s)
{
    view_ = advance(*replay_, std::move(view_), wall_s);
}

void ReplaySession::settle()
{
    if (view_.accounts_shown != accounts_heard_)
        prepare_sound();
    update_title();
    player_->follow(view_.time, view_.playing, view_.speed, is_on(view_, Switch::mute));
}

void ReplaySession::update_title()
{
    std::string title = fmt::format("{} - {}", replay_->report().title, format_time_of_day(view_.time, 0));
    if (view_.selected)
        title += " - " + replay_->track_report(*view_.selected).track;
    title += view_.playing ? fmt::format(" - {}x", view_.speed) : " - paused";
    if (title == title_)
        return;
    window_.set_title(title);
    title_ = std::move(title);
}

void ReplaySession::carry_out(const Request& request)
{
    const auto bookmarks = view_.bookmarks;
    view_ = apply(*replay_, std::move(view_), request, window_.frame_size(view_.layout));
    presenter_->hear(request);
    if (view_.bookmarks != bookmarks)
        keep_bookmarks();
    if (const auto* open = std::get_if<OpenFiles>(&request))
        files_ = open->paths;
    else if (std::holds_alternative<Quit>(request))
        quit_ = true;
    else if (std::holds_alternative<ToggleFullScreen>(request))
        window_.toggle_full_screen();
    else if (std::holds_alternative<SavePicture>(request))
        save_picture();
}

void ReplaySession::keep_bookmarks()
{
    const std::string path = bookmarks_path(source_.first_file());
    if (const auto problem = write_bookmarks(path, view_.bookmarks))
        notify("bookmarks were not kept: " + problem->message);
    else
        notify("bookmarks kept in " + path);
}

void ReplaySession::save_picture()
{
    const FrameSize frame = window_.frame_size(view_.layout);
    const std::string path = free_picture_name(source_.first_file(), view_.time);
    if (const auto problem = write_png(path, presenter_->picture().read(), frame.width_px, frame.height_px, true))
        notify(problem->message);
    else
        notify("saved " + path);
}

}  // namespace incursion
