#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/training/exercise.h"

namespace incursion {

/// What an exercise was about for one aircraft: what it flew, what it would have flown, and what was done about it.
struct FlightFacts {
    std::string id;
    std::string name;             ///< `B (A02)`: its id, and the numbers that it was shown by
    std::size_t aircraft = 0;     ///< place in Exercise::world().aircraft
    const Track* track = nullptr;          ///< as flown
    const TrackReport* report = nullptr;   ///< of that
    std::optional<Time> threshold;         ///< from here on it had to be called, as flown
    std::optional<Time> threshold_undisturbed;  ///< as it would have flown
    std::vector<Visit> entries, exits;          ///< true ones, as flown
    std::optional<Time> entry_undisturbed;      ///< the first as it would have flown
    std::optional<Avoidance> last_turn;         ///< that would have avoided it
    std::vector<const ShownTrack*> shown;       ///< in the order in which they came up
    std::vector<const Action*> calls;           ///< to it, heard; in the order of time
    bool was_called_in_vain = false;            ///< some call to it was not heard
    std::vector<TimeSpan> failures;             ///< of the radio, for calls to it
    bool has_turned = false;                    ///< it acted on a call
};

/// None where the aircraft did not fly, or `report` does not have it. Keeps references.
std::optional<FlightFacts> flight_facts(const Exercise& exercise, const Course& course, const Report& report,
                                        const std::string& aircraft);

/// The instant of the first fix shown of the aircraft at or after some instant; none where there is none.
std::optional<Time> first_shown(const FlightFacts& facts, Time from);

/// The aircraft whose track an action is about; none where no track of that number has come up by then.
std::optional<std::size_t> aircraft_of(const Course& course, const Action& action);

}  // namespace incursion
