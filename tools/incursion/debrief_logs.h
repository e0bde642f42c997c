#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/training/look_back.h"

namespace incursion {

/// Lessons made ready, each read once however many logs were made with it.
class LessonShelf {
public:
    struct Entry {
        std::shared_ptr<const Exercise> exercise;
        std::string sha256;
    };
    /// Null, with diagnostics, where the lesson cannot be read or flown; those are told the first time only.
    const Entry* open(const std::string& path, Diagnostics& diagnostics);

private:
    std::map<std::string, std::optional<Entry>> entries_;
};

/// Reads a log, finds its lesson (`lesson` where not empty, else the file that the log names, seen from the log's
/// folder) and looks back. That the lesson is not the one that the log was made with is a warning.
std::optional<Debrief> debrief_log(const std::string& log, const std::string& lesson, LessonShelf& shelf,
                                   Diagnostics& diagnostics);

/// The head of a new log at `log` for a lesson: its path as seen from the log's folder, its checksum, this program.
/// The problem says why the lesson cannot be read.
Result<ActionLog> head_of_new_log(const std::string& log, const std::string& lesson, const std::string& trainee);

}  // namespace incursion
