#include "tools/incursion/debrief_logs.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "sim/io/action_log.h"
#include "sim/io/read_ground.h"
#include "sim/io/read_lesson.h"
#include "sim/io/read_paths.h"
#include "sim/io/sha256.h"
#include "sim/io/versions.h"

namespace incursion {

namespace {

std::optional<LessonShelf::Entry> read_entry(const std::string& path, Diagnostics& diagnostics)
{
    std::optional<LessonFiles> files = read_lesson(path, diagnostics);
    if (!files)
        return std::nullopt;
    std::optional<Airspaces> airspaces = read_scenario_airspaces(files->scenario, diagnostics);
    if (!airspaces)
        return std::nullopt;
    std::shared_ptr<const Exercise> exercise =
        Exercise::make(std::move(files->lesson), std::move(files->scenario), std::move(*airspaces), diagnostics);
    const Result<std::string> sum = sha256_of_file(path);
    if (!sum)
        diagnostics.error(path, std::nullopt, "", sum.problem());
    if (!exercise || !sum)
        return std::nullopt;
    return LessonShelf::Entry{std::move(exercise), *sum};
}

void warn_of_another_lesson(const ActionLog& log, const std::string& lesson, const std::string& sha256,
                            Diagnostics& diagnostics)
{
    if (log.lesson_sha256.empty() || log.lesson_sha256 == sha256)
        return;
    diagnostics.warning(log.path, 1, "",
                        fmt::format("{} is not what it was when this log was made (SHA-256 {} then, {} now); the score "
                                    "is by the lesson as it is now",
                                    lesson, log.lesson_sha256, sha256));
}

}  // namespace

const LessonShelf::Entry* LessonShelf::open(const std::string& path, Diagnostics& diagnostics)
{
    const auto known = entries_.find(path);
    if (known == entries_.end()) {
        const auto& made = entries_.emplace(path, read_entry(path, diagnostics)).first->second;
        return made ? &*made : nullptr;
    }
    if (!known->second)
        diagnostics.error(path, std::nullopt, "", "this lesson cannot be used, as told before");
    return known->second ? &*known->second : nullptr;
}

std::optional<Debrief> debrief_log(const std::string& log, const std::string& lesson, LessonShelf& shelf,
                                   Diagnostics& diagnostics)
{
    std::optional<ActionLog> read = read_action_log(log, diagnostics);
    if (!read)
        return std::nullopt;
    const std::string path = lesson.empty() ? path_beside(log, read->lesson) : lesson;
    std::error_code code;
    if (lesson.empty() && !std::filesystem::exists(path, code)) {
        diagnostics.error(log, 1, "lesson",
                          fmt::format("there is no file '{}'; name the lesson by --lesson FILE", path));
        return std::nullopt;
    }
    const LessonShelf::Entry* entry = shelf.open(path, diagnostics);
    if (entry == nullptr)
        return std::nullopt;
    warn_of_another_lesson(*read, path, entry->sha256, diagnostics);
    const Result<std::string> sum = sha256_of_file(log);
    if (!sum) {
        diagnostics.error(log, std::nullopt, "", sum.problem());
        return std::nullopt;
    }
    std::optional<Debrief> debrief = look_back(entry->exercise, std::move(*read), diagnostics);
    if (debrief) {
        debrief->lesson_sha256 = entry->sha256;
        debrief->log_sha256 = *sum;
    }
    return debrief;
}

Result<ActionLog> head_of_new_log(const std::string& log, const std::string& lesson, const std::string& trainee)
{
    const Result<std::string> sum = sha256_of_file(lesson);
    if (!sum)
        return Problem{lesson + ": " + sum.problem()};
    const std::filesystem::path folder = std::filesystem::path{log}.parent_path();
    std::error_code code;
    std::string named = std::filesystem::proximate(lesson, folder.empty() ? "." : folder, code).generic_string();
    ActionLog head;
    head.path = log;
    head.lesson = code || named.empty() ? lesson : std::move(named);
    head.lesson_sha256 = *sum;
    head.trainee = trainee;
    head.version = versions().incursion;
    return head;
}

}  // namespace incursion
