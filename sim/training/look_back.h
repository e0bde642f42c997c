#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/incident/incident.h"
#include "sim/model/action.h"
#include "sim/training/course.h"
#include "sim/training/exercise.h"
#include "sim/training/score.h"

namespace incursion {

/// One run of a lesson with all that can be said of it afterwards.
struct Debrief {
    std::shared_ptr<const Exercise> exercise;
    ActionLog log;
    Course course;
    Scenario scenario;  ///< truth, calls and what was done: debrief_scenario
    Incident incident;  ///< its analysis
    Score score;
    std::string lesson_sha256, log_sha256;  ///< of the files; empty where nobody asked
};

/// Goes through a log once more and scores it. Pure. Nothing, with diagnostics, where the run cannot be analysed.
std::optional<Debrief> look_back(std::shared_ptr<const Exercise> exercise, ActionLog log, Diagnostics& diagnostics);

/// The scenario of a debrief with an event more for each task: its title and what it earned, at its moment. For the
/// scope, whose keys jump from event to event.
Scenario scenario_with_scores(const Debrief& debrief);

}  // namespace incursion
