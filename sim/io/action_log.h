#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/model/action.h"

namespace incursion {

/// Reads an action log, schema `incursion.actions/1`: JSON Lines, the head first, then one action a line, each with
/// `time` and `action` (see name_of) and what its kind has: `track`, `phrase`, `category`, `text`, `heading_deg`,
/// `figures`, `to`, `inject`. Every bad line is told with its number. A last line that was cut short, as by a power
/// cut, is passed over with a warning; the actions before it stand.
/// Returns nothing if and only if it adds an error.
std::optional<ActionLog> read_action_log(const std::string& path, Diagnostics& diagnostics);

/// The head of a log and a single action as lines, each with its newline: what is written.
std::string action_log_head(const ActionLog& log);
std::string action_line(const Action& action);

/// Writes a log while an exercise runs. What write() was told is on the disk when it returns: one line, one write, one
/// fdatasync, so that neither a crash nor a power cut loses it. One writer at a time has the file: it is locked.
class ActionLogWriter {
public:
    /// A new file that begins with the head of `log`. One that is there already is a problem: it is never replaced.
    static Result<ActionLogWriter> create(const std::string& path, const ActionLog& log);
    /// Goes on with a log that is there. A last line that was cut short is cut off; a whole one whose newline is
    /// missing gets it. Whether the log is in order is for read_action_log to tell, before this.
    static Result<ActionLogWriter> append_to(const std::string& path);

    ActionLogWriter(ActionLogWriter&& other) noexcept;
    ActionLogWriter& operator=(ActionLogWriter&& other) noexcept;
    ~ActionLogWriter();

    /// Nothing, or the problem (a full disk); the line is then not in the file, and the next may be tried.
    std::optional<Problem> write(const Action& action);

    const std::string& path() const { return path_; }

private:
    ActionLogWriter(std::string path, int descriptor) : path_{std::move(path)}, descriptor_{descriptor} {}
    std::optional<Problem> write_line(std::string_view line);
    std::optional<Problem> mend_end();

    std::string path_;
    int descriptor_ = -1;
};

}  // namespace incursion
