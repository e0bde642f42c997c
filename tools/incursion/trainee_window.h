#pragma once

#include <memory>
#include <optional>
#include <string>

#include "render/picture/presenter.h"
#include "render/scope/exercise_cards.h"
#include "render/window/window.h"
#include "tools/incursion/live_voice.h"
#include "tools/incursion/training_session.h"

namespace incursion {

/// What both windows of an exercise are opened with.
struct TrainingScreen {
    std::string trainee;               ///< may be empty
    std::optional<Angle> declination;  ///< of magnetic north at the radar
    ViewState chosen;                  ///< palette, units and switches as they were left
};

/// The trainee's window: briefing, the scope with the desk, the score, and then the truth.
class TraineeWindow {
public:
    /// Opens it. Problem: no display, no picture. `voice` may be null: calls are not spoken.
    static Result<std::unique_ptr<TraineeWindow>> open(TrainingSession& session, const TrainingScreen& screen,
                                                       const WindowPlace& place, LiveVoice* voice);
    ~TraineeWindow();
    TraineeWindow(const TraineeWindow&) = delete;
    TraineeWindow& operator=(const TraineeWindow&) = delete;

    /// Draws a frame and does what was asked for meanwhile.
    void run_frame(double wall_s);
    bool wants_to_quit() const { return quit_; }
    const ViewState& view() const { return view_; }

private:
    TraineeWindow(TrainingSession& session, const TrainingScreen& screen, std::unique_ptr<Window> window,
                  LiveVoice* voice);
    bool is_live() const { return !truth_ && !card_; }

    void update_picture();
    void update_title();
    DeskData desk() const;
    std::vector<DeskRequest> draw_overlay(const OverlayFrame& frame, const DeskData& desk);
    void take_presses(const DeskData& desk, std::vector<Request>& requests, std::vector<DeskRequest>& asked);
    void carry_out(const Request& request);
    void carry_out(const DeskRequest& request, const DeskData& desk);
    void act(Action action);
    void call(ActionKind kind, const std::string& id, const std::string& text, std::optional<Angle> heading);
    void show_score();
    void show_truth(bool shown);
    void save_picture();
    void notify(std::string text);

    TrainingSession& session_;
    TrainingScreen screen_;
    std::unique_ptr<Window> window_;
    LiveVoice* voice_;
    std::unique_ptr<Replay> picture_, truth_;  ///< truth_: what is shown after the score
    std::unique_ptr<Presenter> presenter_;     ///< after what it shows
    std::optional<Time> next_picture_;
    std::uint64_t picture_of_ = 0;  ///< version of the session's course
    ViewState view_, truth_view_;
    std::string selected_;  ///< number
    DeskState desk_state_;
    std::optional<TrainingResult> result_;
    std::optional<ScoreCard> card_;
    std::string notice_, title_;
    double notice_left_s_ = 0;
    bool quit_ = false;
};

}  // namespace incursion
