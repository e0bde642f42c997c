#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/base/diagnostics.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"

namespace incursion {

/// A step of a scenario whose instant is known.
struct TourStop {
    Time time{};
    std::size_t step = 0;                 ///< place in Scenario::steps
    std::optional<std::size_t> aircraft;  ///< place in Scenario::aircraft of the step's aircraft, else of the one that
                                          ///< the scope selects at first; none where nothing flies
};

/// The stops of a tour, in order of time, those of one instant in the order of the file. Entries, exits and the closest
/// approach are those of the step's aircraft; calls and events are counted among all of the scenario, in order of time.
/// What happens at the edge of the observation is no entry and no exit. A step whose event does not happen, or not
/// within the scenario's span, is left out with a warning at its path; so is pointing at an airspace that is not there.
/// `report` is the scenario's own.
std::vector<TourStop> tour_of(const Scenario& scenario, const Report& report, const Airspaces& airspaces,
                              Diagnostics& diagnostics);

/// The aircraft that a scope selects at first: the first with a foreign visit, else the nearest to a foreign border,
/// else the first; none where there are none.
std::optional<std::size_t> first_of_interest(const Report& report);

/// How long it takes to read a title and a text, in s: 17 characters a second, the rate for which subtitles are made so
/// that younger and slower readers follow (Netflix, English Timed Text Style Guide, "Reading speed limits", children's
/// programs; adults' have 20), and 4 s at least, to find the card and what it points at.
double reading_time_s(std::string_view title, std::string_view text);

}  // namespace incursion
