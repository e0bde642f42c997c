#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/io/action_log.h"
#include "sim/training/score.h"

namespace incursion {

/// How an exercise came out.
struct TrainingResult {
    Scenario debriefed;  ///< see debrief_scenario
    Score score;
};

/// One run of an exercise: its clock, what was done, and what comes of it. Every action is in the log before it takes
/// effect; one that cannot be written does not take effect.
class TrainingSession {
public:
    enum class Phase {
        briefing,  ///< not begun, or to be gone on with
        running,
        finished,
    };

    /// `earlier`: what the log holds already; the run goes on from the last instant that it tells of.
    /// REQUIRES: `exercise` outlives the session; speed > 0.
    TrainingSession(const Exercise& exercise, ActionLogWriter log, std::vector<Action> earlier, double speed);

    const Exercise& exercise() const { return exercise_; }
    const Lesson& lesson() const { return exercise_.lesson(); }
    const Course& course() const { return course_; }
    /// Another number where the course is another one.
    std::uint64_t version() const { return version_; }
    Phase phase() const { return phase_; }
    bool is_resumed() const { return has_begun_; }
    bool is_paused() const { return is_paused_; }
    Time now() const { return now_; }
    double speed() const { return speed_; }
    const std::string& log_path() const { return log_.path(); }
    /// Why the last action was not taken; empty where it was.
    const std::string& problem() const { return problem_; }

    /// The briefing was read: begins, or goes on.
    void begin();
    /// So much time of the clock on the wall has passed. Tells the log once a second how far the exercise has come, and
    /// finishes it at its end.
    void advance(double wall_s);

    /// Something that the trainee or the instructor does now; `action`'s time is set. True where it was taken.
    bool take(Action action);
    void pause(bool paused);
    /// Back to an instant: what was done from there on counts no more.
    void rewind(Time to);
    void finish();
    /// Writes how far it has come, so that a run that is left goes on from there.
    void keep_clock();

    /// The score so far; nothing where it cannot be worked out, which problem() then tells.
    std::optional<TrainingResult> result();

private:
    bool write(const Action& action);
    void follow();

    const Exercise& exercise_;
    ActionLogWriter log_;
    std::vector<Action> actions_;
    Course course_;
    std::uint64_t version_ = 0;
    Phase phase_ = Phase::briefing;
    bool has_begun_ = false, is_paused_ = false;
    Time now_{};
    double speed_, since_told_s_ = 0;
    std::string problem_;
};

}  // namespace incursion
