#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/owned_ground.h"
#include "sim/analysis/warning_report.h"
#include "sim/base/diagnostics.h"
#include "sim/model/action.h"
#include "sim/model/airspace.h"
#include "sim/model/lesson.h"
#include "sim/training/course.h"

namespace incursion {

/// What would have come of an aircraft that nobody ever called.
struct UndisturbedFlight {
    TrackReport report;             ///< of its track
    std::optional<Time> threshold;  ///< from here on it has to be called (call_threshold); none: never
    std::optional<Visit> entry;     ///< its first into the protected airspace, if that is foreign to it
    std::optional<Avoidance> last_turn;  ///< of that entry; none where it came in otherwise than by a side
};

/// A lesson made ready: its aircraft flown as if nobody ever called them, and the ground they fly over. Immutable once
/// made, and kept where it is, because its parts refer to each other.
class Exercise {
public:
    /// `scenario` is that which the lesson names. Null, with diagnostics, where an aircraft cannot be flown or cannot
    /// turn as its reaction says, and where the rules lack what a task asks for.
    static std::unique_ptr<Exercise> make(Lesson lesson, Scenario scenario, Airspaces airspaces,
                                          Diagnostics& diagnostics);
    Exercise(const Exercise&) = delete;
    Exercise& operator=(const Exercise&) = delete;

    const Lesson& lesson() const { return lesson_; }
    /// What flies in the exercise: aircraft of the lesson's account and those that the lesson itself brings, over its
    /// span, under its radar and rules; no calls, claims, events and steps. Aircraft stand in the order of the
    /// scenario's, then the lesson's. There are no accounts in it: one version flies, and all calls are the trainee's.
    const Scenario& world() const { return world_; }
    const Airspaces& airspaces() const { return ground_.airspaces; }
    const AnalysisGround& ground() const { return ground_.analysis; }
    /// As flown if nobody calls; of the lesson's injected aircraft, as if each had begun at the lesson's start.
    const std::vector<Track>& undisturbed() const { return undisturbed_; }
    /// What these tracks come to, one by one.
    const std::vector<UndisturbedFlight>& undisturbed_flights() const { return flights_; }

    /// What happened, given what was done. Pure: the same actions give the same course, and what was done later changes
    /// nothing of what was shown and flown before it. `actions` are those that count (actions_that_count).
    Course course(const std::vector<Action>& actions) const;

private:
    Exercise(Lesson lesson, Scenario world, Airspaces airspaces);
    bool fly(const Scenario& scenario, Diagnostics& diagnostics);
    void study_flights();

    Lesson lesson_;
    Scenario world_;
    OwnedGround ground_;
    std::vector<Track> undisturbed_;
    std::vector<UndisturbedFlight> flights_;
};

}  // namespace incursion
