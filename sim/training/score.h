#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/base/time.h"
#include "sim/incident/incident.h"
#include "sim/training/exercise.h"

namespace incursion {

/// What one task of a lesson earned.
struct TaskScore {
    std::size_t task = 0;       ///< place in Lesson::tasks
    bool applies = true;        ///< false: there was nothing to do, as no exit to log of an aircraft that stayed out
    double points = 0;          ///< 0 where it does not apply
    double out_of = 0;          ///< likewise
    std::string expected;       ///< a sentence with its figures
    std::string done;           ///< likewise
    std::optional<Time> could;  ///< from when on it could be seen that it was to be done
    std::optional<Time> due;    ///< until when it earns full points; of what has to be kept, when it was first not
    std::optional<Time> at;     ///< when it was done
    std::optional<double> reaction_s;  ///< from could to at
    Time moment{};              ///< to look at: when it was done, else when it was due
};

/// The score of one run.
struct Score {
    double points = 0, out_of = 0;
    std::vector<TaskScore> tasks;  ///< one for each of the lesson's, in their order
    bool is_finished = false;      ///< the log says so
    Time ended{};                  ///< of the exercise's clock: the finish, else the last thing done

    double share() const { return out_of > 0 ? points / out_of : 0; }
};

/// `first_call`, `dwell_s`: as lessons, logs and debriefs write them.
std::string_view name_of(TaskKind kind);
std::string_view name_of(ReportFigureKind kind);

/// Pure: the same exercise and course give the same score on every machine. Points are rounded to a thousandth.
/// `report` is that of the course's tracks: of debrief_incident.
Score score_of(const Exercise& exercise, const Course& course, const Report& report);

/// Truth, calls and what was done as one scenario, to be analysed, replayed and drawn like any other: the tracks as
/// flown (as recorded tracks), the lesson's radar, the trainee's calls, and everything else that was done or was due as
/// events, in the order of time.
Scenario debrief_scenario(const Exercise& exercise, const Course& course);

/// The analysis of debrief_scenario: visits, depths, calls with their timing, rules.
/// Problems are added with their path in the scenario.
std::optional<Incident> debrief_incident(const Exercise& exercise, const Scenario& debriefed, Diagnostics& diagnostics);

}  // namespace incursion
