#include "tools/incursion/training_session.h"

#include <algorithm>
#include <utility>

namespace incursion {

namespace {

constexpr double told_every_s = 1;

/// Whether it changes what counts.
bool counts(ActionKind kind)
{
    return kind != ActionKind::clock && kind != ActionKind::pause && kind != ActionKind::resume;
}

}  // namespace

TrainingSession::TrainingSession(const Exercise& exercise, ActionLogWriter log, std::vector<Action> earlier,
                                 double speed)
    : exercise_{exercise},
      log_{std::move(log)},
      actions_{std::move(earlier)},
      now_{exercise.lesson().span.from},
      speed_{speed}
{
    for (const Action& action : actions_) {
        now_ = action.kind == ActionKind::rewind ? action.to.value_or(action.time) : action.time;
        has_begun_ = has_begun_ || action.kind == ActionKind::begin;
        if (action.kind == ActionKind::finish)
            phase_ = Phase::finished;
        else if (action.kind == ActionKind::rewind)
            phase_ = Phase::briefing;
    }
    now_ = std::clamp(now_, lesson().span.from, lesson().span.to);
    follow();
}

void TrainingSession::follow()
{
    course_ = exercise_.course(actions_that_count(actions_));
    ++version_;
}

bool TrainingSession::write(const Action& action)
{
    if (const auto problem = log_.write(action)) {
        problem_ = problem->message;
        return false;
    }
    problem_.clear();
    actions_.push_back(action);
    return true;
}

bool TrainingSession::take(Action action)
{
    if (phase_ != Phase::running)
        return false;
    action.time = now_;
    if (!write(action))
        return false;
    if (counts(action.kind))
        follow();
    return true;
}

void TrainingSession::begin()
{
    if (phase_ != Phase::briefing)
        return;
    phase_ = Phase::running;
    since_told_s_ = 0;
    if (has_begun_)
        return;
    has_begun_ = true;
    Action action;
    action.kind = ActionKind::begin;
    if (!take(std::move(action))) {
        has_begun_ = false;
        phase_ = Phase::briefing;
    }
}

void TrainingSession::advance(double wall_s)
{
    if (phase_ != Phase::running || is_paused_ || !(wall_s > 0))
        return;
    now_ = std::min(now_ + seconds(wall_s * speed_), lesson().span.to);
    since_told_s_ += wall_s;
    if (now_ == lesson().span.to)
        finish();
    else if (since_told_s_ >= told_every_s)
        keep_clock();
}

void TrainingSession::keep_clock()
{
    if (phase_ != Phase::running)
        return;
    since_told_s_ = 0;
    Action action;
    action.kind = ActionKind::clock;
    take(std::move(action));
}

void TrainingSession::pause(bool paused)
{
    if (paused == is_paused_)
        return;
    Action action;
    action.kind = paused ? ActionKind::pause : ActionKind::resume;
    if (take(std::move(action)))
        is_paused_ = paused;
}

void TrainingSession::rewind(Time to)
{
    Action action;
    action.kind = ActionKind::rewind;
    action.to = std::clamp(to, lesson().span.from, now_);
    const Time back = *action.to;
    if (take(std::move(action)))
        now_ = back;
}

void TrainingSession::finish()
{
    Action action;
    action.kind = ActionKind::finish;
    if (take(std::move(action)))
        phase_ = Phase::finished;
    else
        is_paused_ = true;  // the log cannot be written: the clock stands until it can
}

std::optional<TrainingResult> TrainingSession::result()
{
    TrainingResult result;
    result.debriefed = debrief_scenario(exercise_, course_);
    Diagnostics diagnostics;
    const std::optional<Incident> incident = debrief_incident(exercise_, result.debriefed, diagnostics);
    if (!incident) {
        for (const Diagnostic& one : diagnostics.list())
            problem_ = to_string(one);
        return std::nullopt;
    }
    result.score = score_of(exercise_, course_, incident->report);
    return result;
}

}  // namespace incursion
