#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/angle.h"
#include "sim/base/time.h"

namespace incursion {

enum class ActionKind {
    begin,      ///< the briefing is over, the clock runs
    take_up,    ///< `track`
    classify,   ///< `track` as `text`
    call,       ///< to `track`: `text`, from the phrase `id` or typed (empty)
    order,      ///< a call that orders `heading`
    log_entry,  ///< of `track`
    log_exit,
    report,     ///< `figures` to the superior
    finish,     ///< the exercise is over
    // The instructor's.
    pause,
    resume,
    rewind,     ///< back to `to`: what was done from there on counts no more, and a new branch begins
    inject,     ///< the inject `id`
    clock,      ///< nothing happened; so far the exercise had come
};

/// One thing that was done in an exercise.
struct Action {
    Time time{};  ///< of the exercise's clock
    ActionKind kind = ActionKind::clock;
    std::string track;  ///< number on the scope, `A01`
    std::string id;
    std::string text;
    std::optional<Angle> heading;
    std::vector<std::pair<std::string, std::string>> figures;  ///< name as in reports, and what was entered
    std::optional<Time> to;
};

/// What was done in one run of a lesson. Invariant (held by the reader): between rewinds times ascend.
struct ActionLog {
    std::string path;           ///< file it was read from; may be empty
    std::string lesson;         ///< the file, as the log names it
    std::string lesson_sha256;  ///< of the lesson as it was; may be empty
    std::string trainee;        ///< may be empty
    std::string version;        ///< of the program that wrote it
    std::vector<Action> actions;
};

/// `take_up`, `log_entry`, ...: as logs write it.
std::string_view name_of(ActionKind kind);

/// What counts in the end: of every rewind, nothing at or after the instant that it went back to and before the rewind
/// stays but `begin`, and the rewind itself goes; clock, pause and resume go. Ascending in time.
std::vector<Action> actions_that_count(const std::vector<Action>& actions);

}  // namespace incursion
