#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/picture/presenter.h"
#include "render/sound/sound_player.h"
#include "render/window/window.h"
#include "tools/incursion/call_sounds.h"
#include "tools/incursion/replay_source.h"

namespace incursion {

/// One incident open in a window: shows it frame by frame and carries out what is asked for.
class ReplaySession {
public:
    /// Reads what `source` names; nothing, with diagnostics, where that fails.
    static std::unique_ptr<ReplaySession> open(const ReplaySource& source, Window& window, Diagnostics& diagnostics,
                                               Verbosity verbosity);
    /// Shows what is ready; `source` names the file beside which bookmarks and pictures are kept.
    static std::unique_ptr<ReplaySession> open(const ReplaySource& source, std::unique_ptr<Replay> ready,
                                               Window& window, Diagnostics& diagnostics);

    ViewState& view() { return view_; }
    const Replay& replay() const { return *replay_; }

    /// Draws a frame, lets so much time pass, and does what was asked for meanwhile.
    void run_frame(double wall_s);
    // The same in parts, for what shows the incident in its own way:
    /// Draws a frame, with something over it, and does what was asked for. Keys that `wants` takes ask for nothing
    /// here.
    void draw(double wall_s, const Overlay& over = {}, const std::function<bool(const KeyPress&)>& wants = {});
    /// Lets so much time pass.
    void pass(double wall_s);
    /// Sound and title follow the view.
    void settle();
    void do_request(const Request& request) { carry_out(request); }
    Window& window() { return window_; }

    bool wants_to_quit() const { return quit_; }
    /// Files that were dropped on the window, once.
    std::vector<std::string> take_files();
    /// Says something in the window for a few seconds.
    void notify(std::string text);

private:
    ReplaySession(const ReplaySource& source, Window& window) : source_{source}, window_{window} {}
    void carry_out(const Request& request);
    void keep_bookmarks();
    void save_picture();
    void prepare_sound();
    /// What is open, the clock, the selected aircraft and the speed, for task bars and screen readers.
    void update_title();

    ReplaySource source_;
    Window& window_;
    std::unique_ptr<Replay> replay_;
    std::unique_ptr<Presenter> presenter_;
    ViewState view_;
    std::vector<Transmission> spoken_;
    std::optional<SoundTrack> sound_;
    std::unique_ptr<SoundPlayer> player_;
    std::vector<bool> accounts_heard_;
    std::vector<std::string> files_;
    std::string title_, notice_;
    double notice_left_s_ = 0;
    bool quit_ = false;
};

}  // namespace incursion
