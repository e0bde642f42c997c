#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/angle.h"
#include "sim/base/time.h"
#include "sim/model/radar.h"
#include "sim/model/rules.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Something that the trainee may say on the radio by one key. One with a heading orders the aircraft to fly it.
struct Phrase {
    std::string id;
    std::string text;              ///< `{track}` stands for the track number of the aircraft called
    std::optional<Angle> heading;  ///< true
};

enum class Behaviour {
    deaf,       ///< hears nothing
    obeys,      ///< turns to the heading ordered
    wrong_way,  ///< turns to the opposite of the heading ordered
};

/// What an aircraft does about calls. One that is not named is deaf.
struct Reaction {
    std::string aircraft;      ///< id
    Behaviour behaviour = Behaviour::deaf;
    std::size_t on_call = 1;   ///< the first call that it acts on, counted from 1; and every later one that orders
    double delay_s = 0;        ///< from the call to the beginning of the turn, `turn.reaction_s` aside
    AvoidanceTurn turn;        ///< how it turns
    std::optional<Angle> heading;  ///< true; what it turns to, whatever its behaviour, where the call numbered
                                   ///< `on_call` orders none; none: it waits for an order
};

enum class InjectKind {
    drop_track,      ///< an aircraft gives no plots for a while; its track gets a new number afterwards
    false_altitude,  ///< its altitude reads `altitude_m` too much
    aircraft,        ///< an aircraft of the lesson begins to fly
    radio_failure,   ///< calls are not heard
    late_radar,      ///< plots are shown `delay_s` late, unless a newer one has been shown by then
};

/// Something that makes the exercise harder.
struct Inject {
    std::string id;
    std::string title;  ///< for the instructor
    InjectKind kind = InjectKind::drop_track;
    std::string aircraft;             ///< id; of those that are about one. Empty for radar and radio: all aircraft
    std::optional<Time> from;         ///< and whenever the instructor asks for it; none: only then
    std::optional<double> duration_s; ///< none: to the end
    double altitude_m = 0;
    double delay_s = 0;
};

/// What is asked of the trainee and counts. Times and tolerances: `within` earns full points, `zero_after` none, and
/// between them points fall in proportion.
enum class TaskKind {
    take_up,           ///< the aircraft's track, counted from when it was shown first
    classify,          ///< as `category`, counted likewise
    first_call,        ///< counted from when it was shown nearer than the rules' first call (or buffer)
    interval,          ///< the share of the time in which it had to be called that no call was older than the rules'
                       ///< interval and `within_s`. That time begins `within_s` after the first call was due, it came
                       ///< into sight again, or the radio worked again
    least_calls,       ///< `count` calls to it before it entered, or in all where it did not
    before_last_turn,  ///< a call with the rules' response time left before its last avoidance point
    order_heading,     ///< `heading` within `tolerance_rad`, counted as first_call
    log_entry,         ///< every entry into the airspace of the rules, counted from the true instant, either way
    log_exit,          ///< likewise
    report,            ///< `figures`, sent to the superior
    right_aircraft,    ///< the share of calls that went to aircraft that some task is to call
    keep_out,          ///< the aircraft stays out of the airspace
};

/// A figure that a report asks for.
enum class ReportFigureKind { calls, dwell_s, depth_m, entry_time, exit_time };
struct ReportFigure {
    ReportFigureKind kind = ReportFigureKind::calls;
    double tolerance = 0;  ///< in the figure's unit; s for times
};

struct Task {
    std::string id;
    std::string title;  ///< as the trainee reads it
    TaskKind kind = TaskKind::take_up;
    std::string aircraft;  ///< id; empty only for right_aircraft
    double points = 0;     ///< positive
    double within_s = 0;
    double zero_after_s = 0;  ///< not below within_s
    std::string category;     ///< of classify; one of Lesson::categories
    std::size_t count = 0;
    std::optional<Angle> heading;
    double tolerance_rad = 0;
    std::vector<ReportFigure> figures;
    std::string path;  ///< `task[2]`, for messages
};

/// An exercise made of a scenario. Invariant (held by the reader): ids are unique, every reference names something that
/// exists, the span lies within the scenario's.
struct Lesson {
    std::string path;           ///< file it was read from
    std::string title;
    std::string scenario_path;  ///< as opened
    std::string account;        ///< of the scenario: whose version flies; empty: all aircraft
    TimeSpan span;
    std::string role;           ///< the trainee's
    std::string briefing;       ///< paragraphs are set apart by an empty line
    std::string superior;       ///< to whom the trainee reports
    Radar radar;                ///< whose plots and system tracks are shown
    WarningRules rules;         ///< in force; `airspace` is not empty
    double speed = 1;           ///< times as fast as the incident
    std::vector<std::string> categories;  ///< that a track may be classified as
    std::vector<Phrase> phrases;
    std::vector<Aircraft> aircraft;       ///< beside the scenario's: those that injects bring
    std::vector<Reaction> reactions;
    std::vector<Inject> injects;
    std::vector<Task> tasks;
    std::vector<std::string> inputs;      ///< every file read for it, in order, beside itself
};

}  // namespace incursion
