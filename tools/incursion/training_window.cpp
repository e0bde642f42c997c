#include "tools/incursion/training_window.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "sim/io/declination.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_lesson.h"
#include "sim/io/sha256.h"
#include "sim/io/versions.h"
#include "tools/incursion/instructor_window.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/view_settings.h"

namespace incursion {

namespace {

constexpr double longest_frame_s = 0.25;  // a machine that slept does not make the exercise jump

std::unique_ptr<Exercise> read_exercise(const std::string& path, Diagnostics& diagnostics)
{
    std::optional<LessonFiles> files = read_lesson(path, diagnostics);
    if (!files)
        return nullptr;
    std::optional<Airspaces> airspaces = read_airspaces(files->scenario.airspace, diagnostics);
    if (!airspaces || diagnostics.has_errors())
        return nullptr;
    return Exercise::make(std::move(files->lesson), std::move(files->scenario), std::move(*airspaces), diagnostics);
}

/// `hatay-lesson-20260102T030405Z.jsonl`, by the clock on the wall, in the current folder.
std::string new_log_name(const std::string& lesson)
{
    const std::string now = format_time(std::chrono::system_clock::now());
    std::string stamp;
    for (const char c : now.substr(0, now.find('.')))
        if (c != '-' && c != ':')
            stamp += c;
    const std::filesystem::path path{lesson};
    const std::string folder = std::filesystem::absolute(path).parent_path().filename().string();
    return fmt::format("{}-{}-{}Z.jsonl", folder, path.stem().string(), stamp);
}

/// The lesson as a log beside it names it: relative to the log's folder, where it can be.
std::string name_in_log(const std::string& lesson, const std::string& log)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path relative = fs::relative(fs::absolute(lesson), fs::absolute(log).parent_path(), error);
    return error || relative.empty() ? lesson : relative.generic_string();
}

/// A log to write to, and what it holds already.
struct OpenLog {
    ActionLogWriter writer;
    ActionLog log;
};

std::optional<OpenLog> open_log(const TrainingWindowOptions& options, Diagnostics& diagnostics)
{
    const Result<std::string> sha256 = sha256_of_file(options.lesson);
    const auto open = [&](Result<ActionLogWriter> writer, ActionLog log) -> std::optional<OpenLog> {
        if (!writer) {
            diagnostics.error("", std::nullopt, "", writer.problem());
            return std::nullopt;
        }
        return OpenLog{std::move(writer).value(), std::move(log)};
    };
    if (!options.resume) {
        const std::string path = options.log.empty() ? new_log_name(options.lesson) : options.log;
        ActionLog log{path,
                      name_in_log(options.lesson, path),
                      sha256 ? sha256.value() : "",
                      options.trainee,
                      versions().incursion,
                      {}};
        return open(ActionLogWriter::create(path, log), log);
    }
    std::optional<ActionLog> log = read_action_log(options.log, diagnostics);
    if (!log)
        return std::nullopt;
    if (sha256 && !log->lesson_sha256.empty() && log->lesson_sha256 != sha256.value())
        diagnostics.warning(options.log, std::nullopt, "",
                            "the lesson is another one than when the log was begun: what was done may mean something "
                            "else now");
    return open(ActionLogWriter::append_to(options.log), std::move(*log));
}

TrainingScreen screen_of(const Exercise& exercise, const std::string& trainee, Diagnostics& diagnostics)
{
    TrainingScreen screen;
    screen.trainee = trainee;
    const Lesson& lesson = exercise.lesson();
    if (const Result<Angle> declination = declination_at(lesson.radar.site, lesson.span.from, lesson.scenario_path))
        screen.declination = declination.value();
    if (!settings_path().empty())
        restore_view(read_settings(settings_path(), diagnostics), screen.chosen);
    return screen;
}

ExitStatus failed(const std::string& why)
{
    print_error(why);
    return ExitStatus::failed;
}

/// Until a window is closed.
ExitStatus show(TrainingSession& session, const TrainingScreen& screen, const TrainingWindowOptions& options)
{
    std::unique_ptr<LiveVoice> voice = options.muted ? nullptr : std::make_unique<LiveVoice>();
    const auto trainee = TraineeWindow::open(session, screen, {}, voice.get());
    if (!trainee)
        return failed(trainee.problem());
    std::unique_ptr<InstructorWindow> instructor;
    if (options.instructor) {
        auto opened = InstructorWindow::open(session, screen);
        if (!opened)
            return failed(opened.problem());
        instructor = std::move(opened).value();
    }
    const InterruptWatch interrupt;
    auto last = std::chrono::steady_clock::now();
    while (!(*trainee)->wants_to_quit() && !interrupt.was_asked() && !(instructor && instructor->wants_to_quit())) {
        const auto now = std::chrono::steady_clock::now();
        const double wall_s = std::min(std::chrono::duration<double>(now - last).count(), longest_frame_s);
        last = now;
        session.advance(wall_s);
        (*trainee)->run_frame(wall_s);
        if (instructor)
            instructor->run_frame(wall_s);
    }
    session.keep_clock();
    return ExitStatus::done;
}

}  // namespace

ExitStatus run_training_window(const TrainingWindowOptions& options)
{
    Diagnostics diagnostics;
    const std::unique_ptr<Exercise> exercise = read_exercise(options.lesson, diagnostics);
    std::optional<OpenLog> log;
    if (exercise && !diagnostics.has_errors())
        log = open_log(options, diagnostics);
    TrainingScreen screen;
    if (log)
        screen = screen_of(*exercise, log->log.trainee, diagnostics);
    print_diagnostics(diagnostics, options.verbosity);
    if (!log || diagnostics.has_errors())
        return failed("nothing is shown: mend what is said above; 'incursion check' looks at the files alone");
    TrainingSession session{*exercise, std::move(log->writer), std::move(log->log.actions),
                            options.speed.value_or(exercise->lesson().speed)};
    const ExitStatus status = show(session, screen, options);
    if (status == ExitStatus::done && session.phase() != TrainingSession::Phase::finished)
        print_step("not finished: 'incursion train " + options.lesson + " --log " + session.log_path() +
                       " --resume' goes on",
                   options.verbosity);
    return status;
}

}  // namespace incursion
