#include <string>

#include <CLI/CLI.hpp>

#include "tools/incursion/command.h"
#include "tools/incursion/train_headless.h"
#include "tools/incursion/training_window.h"
#include "tools/incursion/verbosity_options.h"

namespace incursion {

namespace {

class TrainCommand : public Command {
public:
    std::string name() const override { return "train"; }
    std::string summary() const override { return "an exercise on the radar scope: watch, call, log, be scored"; }
    void setup(CLI::App& app) override;
    void check() override;
    ExitStatus run() override;

private:
    TrainingWindowOptions options_;
    HeadlessTraining headless_;
    std::string format_name_;
    double speed_ = 0;
    bool is_headless_ = false, overwrite_ = false;
    PageOptions page_;
    VerbosityOptions verbosity_;
};

void TrainCommand::setup(CLI::App& app)
{
    app.add_option("LESSON", options_.lesson, "the lesson file (.toml); see scenarios/LESSONS.md")->required();
    app.add_option("--log", options_.log,
                   "the action log: a new one to write; with --resume or --headless, one that is there")
        ->type_name("FILE");
    app.add_option("--trainee", options_.trainee, "who sits at the scope, for the log")->type_name("NAME");
    app.add_flag("--resume", options_.resume, "go on with the exercise that --log holds");
    app.add_flag("--instructor", options_.instructor,
                 "open a second window: the truth, and the instructor's hands on it");
    app.add_option("--speed", speed_,
                   "how many times as fast as the incident the clock runs; where absent, as the lesson says")
        ->type_name("FACTOR")
        ->check(CLI::Range(0.1, 100.0));
    app.add_flag("--muted", options_.muted, "calls are not spoken");
    app.add_flag("--headless", is_headless_, "no window: play the log against the lesson and print the score");
    app.add_option("-f,--format", format_name_,
                   "of --headless: text or json; where absent, what the name of the output file ends in, else text")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json"}));
    app.add_option("-o,--output", headless_.destination.path,
                   "of --headless: the file to write; - or none is standard output")
        ->type_name("FILE");
    app.add_flag("--overwrite", overwrite_, "replace the output file where it exists; a log is never replaced");
    page_.setup(app);
    verbosity_.setup(app);
    app.footer("Every action goes to the log at once; a crash loses nothing, and --resume goes on. 'incursion debrief' "
               "looks back on logs.\n"
               "\n"
               "Examples\n"
               "  incursion train scenarios/porvoo-2016/lesson.toml --trainee \"A. Virtanen\"\n"
               "  incursion train lesson.toml --log monday.jsonl --resume --instructor\n"
               "  incursion train lesson.toml --log monday.jsonl --headless");
}

void TrainCommand::check()
{
    if (speed_ > 0)
        options_.speed = speed_;
    options_.verbosity = verbosity_.verbosity();
    if (!is_headless_) {
        if (!format_name_.empty() || headless_.destination.path != "-" || overwrite_)
            throw WrongCall{"-f, -o and --overwrite go with --headless; 'incursion debrief' writes debriefs of logs"};
        if (options_.resume && options_.log.empty())
            throw WrongCall{"--resume needs the log to go on with: add --log FILE"};
        return;
    }
    if (options_.log.empty())
        throw WrongCall{"--headless needs a log to play: add --log FILE"};
    if (options_.resume || options_.instructor || options_.muted || options_.speed || !options_.trainee.empty())
        throw WrongCall{"--headless opens no window and writes no log; leave out --trainee, --resume, --instructor, "
                        "--speed and --muted"};
    headless_.format = choose_format(format_name_, headless_.destination.path);
    headless_.destination.overwrite = overwrite_ ? Overwrite::yes : Overwrite::no;
}

ExitStatus TrainCommand::run()
{
    if (!is_headless_)
        return run_training_window(options_);  // the window itself: training_window.h
    headless_.lesson_path = options_.lesson;
    headless_.log_path = options_.log;
    headless_.page = page_.for_text_to(headless_.destination);
    headless_.verbosity = options_.verbosity;
    return run_headless_training(headless_);
}

}  // namespace

std::unique_ptr<Command> make_train_command()
{
    return std::make_unique<TrainCommand>();
}

}  // namespace incursion
