#pragma once

#include <future>
#include <memory>
#include <string>

#include "tools/incursion/trainee_window.h"

namespace incursion {

/// The instructor's window: the truth so far and to come on an ordinary scope, and hands on the exercise.
class InstructorWindow {
public:
    static Result<std::unique_ptr<InstructorWindow>> open(TrainingSession& session, const TrainingScreen& screen);
    ~InstructorWindow();
    InstructorWindow(const InstructorWindow&) = delete;
    InstructorWindow& operator=(const InstructorWindow&) = delete;

    void run_frame(double wall_s);
    bool wants_to_quit() const { return quit_; }

private:
    InstructorWindow(TrainingSession& session, const TrainingScreen& screen, std::unique_ptr<Window> window);
    std::future<std::unique_ptr<Replay>> truth_in_the_making() const;
    void update_truth();
    void update_title();
    void carry_out(const Request& request);
    void carry_out(const DeskRequest& request);
    InstructorData told() const;

    TrainingSession& session_;
    TrainingScreen screen_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<Replay> truth_;
    std::unique_ptr<Presenter> presenter_;  ///< after what it shows
    std::future<std::unique_ptr<Replay>> next_truth_;
    std::uint64_t truth_of_ = 0;  ///< version of the session's course
    ViewState view_;
    DeskState state_;
    std::string title_;
    bool quit_ = false;
};

}  // namespace incursion
