#include "tools/incursion/training_window.h"

#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "sim/io/declination.h"
#include "tools/incursion/debrief_logs.h"
#include "tools/incursion/frame_clock.h"
#include "tools/incursion/instructor_window.h"
#include "tools/incursion/interrupt.h"
#include "tools/incursion/view_settings.h"

namespace incursion {

namespace {

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

/// A log to write to, and what it holds already.
struct OpenLog {
    ActionLogWriter writer;
    ActionLog log;
};

std::optional<OpenLog> opened(Result<ActionLogWriter> writer, ActionLog log, Diagnostics& diagnostics)
{
    if (writer)
        return OpenLog{std::move(writer).value(), std::move(log)};
    diagnostics.error("", std::nullopt, "", writer.problem());
    return std::nullopt;
}

std::optional<OpenLog> new_log(const TrainingWindowOptions& options, Diagnostics& diagnostics)
{
    const std::string path = options.log.empty() ? new_log_name(options.lesson) : options.log;
    Result<ActionLog> head = head_of_new_log(path, options.lesson, options.trainee);
    if (head)
        return opened(ActionLogWriter::create(path, *head), *head, diagnostics);
    diagnostics.error("", std::nullopt, "", head.problem());
    return std::nullopt;
}

std::optional<OpenLog> earlier_log(const TrainingWindowOptions& options, const std::string& lesson_sha256,
                                   Diagnostics& diagnostics)
{
    std::optional<ActionLog> log = read_action_log(options.log, diagnostics);
    if (!log)
        return std::nullopt;
    if (!log->lesson_sha256.empty() && log->lesson_sha256 != lesson_sha256)
        diagnostics.warning(options.log, std::nullopt, "",
                            "the lesson is another one than when the log was begun: what was done may mean something "
                            "else now");
    return opened(ActionLogWriter::append_to(options.log), std::move(*log), diagnostics);
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
    FrameClock clock;
    while (!(*trainee)->wants_to_quit() && !interrupt.was_asked() && !(instructor && instructor->wants_to_quit())) {
        const double wall_s = clock.next_s();
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
    LessonShelf shelf;
    const LessonShelf::Entry* lesson = shelf.open(options.lesson, diagnostics);
    std::optional<OpenLog> log;
    if (lesson != nullptr && !diagnostics.has_errors())
        log = options.resume ? earlier_log(options, lesson->sha256, diagnostics) : new_log(options, diagnostics);
    TrainingScreen screen;
    if (log)
        screen = screen_of(*lesson->exercise, log->log.trainee, diagnostics);
    print_diagnostics(diagnostics, options.verbosity);
    if (!log || diagnostics.has_errors())
        return failed("nothing is shown: mend what is said above; 'incursion check' looks at the files alone");
    const Exercise& exercise = *lesson->exercise;
    TrainingSession session{exercise, std::move(log->writer), std::move(log->log.actions),
                            options.speed.value_or(exercise.lesson().speed)};
    const ExitStatus status = show(session, screen, options);
    if (status == ExitStatus::done && session.phase() != TrainingSession::Phase::finished)
        print_step("not finished: 'incursion train " + options.lesson + " --log " + session.log_path() +
                       " --resume' goes on",
                   options.verbosity);
    return status;
}

}  // namespace incursion
