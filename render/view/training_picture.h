#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/scenario.h"
#include "sim/training/exercise.h"

namespace incursion {

/// What a radar has shown, for Replay::make_from_plots.
struct TrainingPicture {
    Scenario scenario;
    std::vector<Track> plots;  ///< of each of the scenario's aircraft
    Airspaces airspaces;       ///< without floors and ceilings: a radar need not know heights
};

/// All that the trainee's scope may be made of at an instant: an aircraft for each track shown up to it, in the order
/// of their numbers and called by them, with the fixes and plots shown up to it; as its title what the trainee has
/// called it. Nothing of the aircraft themselves is in it, and nothing of what comes after. To it only the airspace of
/// the rules is foreign. Calls, events and steps are left out.
TrainingPicture training_picture(const Exercise& exercise, const Course& course, Time now);

/// When the picture is another one for the first time after an instant; none: it stays as it is.
std::optional<Time> next_picture(const Course& course, Time after);

/// As what the trainee has classified a track up to an instant; empty where not.
std::string category_of(const Course& course, const std::string& number, Time now);
/// Whether the trainee has taken a track up by then.
bool is_taken_up(const Course& course, const std::string& number, Time now);

}  // namespace incursion
