#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "render/view/panels.h"
#include "sim/training/exercise.h"

namespace incursion {

// What the trainee's desk shows, in words, and what is asked for at it. It is made from what the trainee was told,
// was shown and did; nothing in it tells whether that was right.

struct DeskTask {
    std::string title;
    bool can_be_done = true;  ///< there is an action that does it once and for all
    bool is_done = false;     ///< an action of its kind was done, so many where it asks for a number: right or not
};

/// Something in force: `first call`, `before 20.0 nmi of SQR`.
struct DeskRule {
    std::string name, value;
};

struct DeskTrack {
    std::string number;
    std::string age, level, speed, heading;  ///< in the units of the view; `-` where not known
    std::string category;                    ///< empty where not classified
    bool is_taken_up = false, is_selected = false;
};

struct DeskPhrase {
    std::string key;  ///< `1`; empty beyond the ninth
    std::string text;
};

/// Something that was done.
struct DeskDeed {
    std::string clock, text;
};

/// What is being asked at the desk: only one thing at a time.
enum class DeskForm { none, classify, call, heading, report, finish, help };

struct DeskFigure {
    std::string name;    ///< as logs and reports name it
    std::string prompt;  ///< `time inside, s`
};

struct DeskData {
    std::string clock;
    std::string selected;  ///< number of the selected track; empty where there is none
    std::string superior;
    std::vector<DeskTask> tasks;
    std::vector<DeskRule> rules;
    std::string level_unit, speed_unit;
    std::vector<DeskTrack> tracks;  ///< shown at the instant
    std::vector<std::string> categories;
    std::vector<DeskPhrase> phrases;
    std::string since_call;           ///< `12 s since the last call to A01`
    std::vector<DeskDeed> deeds;      ///< the newest first
    std::vector<DeskFigure> figures;  ///< that a report may hold
    std::string message;              ///< what has to be seen now; may be empty
    bool is_warning = false;          ///< of the message
    TimelineData strip;
};

/// What the desk itself knows between frames: the form that is open and what was written into it.
struct DeskState {
    DeskForm form = DeskForm::none;
    bool wants_keyboard = false;
    std::string text;                  ///< of a call or a heading
    std::vector<std::string> figures;  ///< of a report, in the order of DeskData::figures
    std::string problem;               ///< why what was written cannot be taken
    std::size_t first_track = 0, first_phrase = 0, first_deed = 0, first_task = 0, first_row = 0;
};

// What a person asks for at the desk.
struct BeginExercise {};
struct TakeUp {};
struct Classify {
    std::string category;
};
struct SayPhrase {
    std::size_t phrase = 0;  ///< place in Lesson::phrases
};
struct SayText {
    std::string text;
};
struct OrderHeading {
    double deg = 0;  ///< true, in [0, 360)
};
struct LogEntry {};
struct LogExit {};
struct SendReport {
    std::vector<std::pair<std::string, std::string>> figures;
};
struct FinishExercise {};
struct SelectNumber {
    std::string number;
};
struct SelectNextNumber {
    int by = 1;
};
struct OpenForm {
    DeskForm form = DeskForm::none;  ///< none: leaves the one that is open
};
struct ShowTruth {
    bool truth = true;  ///< false: back to the score
};
struct PauseExercise {
    bool paused = true;
};
struct StepBack {
    double by_s = 10;
};
struct RewindTo {
    Time time{};
};
struct MakeInject {
    std::string id;
};

using DeskRequest = std::variant<BeginExercise, TakeUp, Classify, SayPhrase, SayText, OrderHeading, LogEntry, LogExit,
                                 SendReport, FinishExercise, SelectNumber, SelectNextNumber, OpenForm, ShowTruth,
                                 PauseExercise, StepBack, RewindTo, MakeInject>;

/// What the desk is told from, beside the exercise and its course.
struct DeskView {
    Time now{};
    std::string selected;  ///< number
    LengthUnit unit = LengthUnit::nautical_mile;
    North north = North::true_north;
    std::optional<Angle> declination;
    std::string message;  ///< of the program: `paused by the instructor`
};

DeskData build_desk(const Exercise& exercise, const Course& course, const DeskView& view);

/// What was done, in words: `A01 classified as civil`.
std::string deed_words(const Action& action);

/// Degrees, 0 to 360 of which 360 is 0, as they were written; or why that is no heading.
Result<double> heading_written(const std::string& text);

/// The numbers shown at an instant, in their order; the one after another in it.
std::vector<std::string> numbers_shown(const Course& course, Time now);
std::string next_number(const std::vector<std::string>& numbers, const std::string& from, int by);

}  // namespace incursion
