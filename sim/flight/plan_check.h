#pragma once

#include <optional>

#include "sim/base/result.h"
#include "sim/flight/flight.h"

namespace incursion {

/// What is wrong with a flight before it begins: a number that is not one, out of range, or missing. All of
/// it in one message, each with its place, so that nothing has to be found out one by one.
std::optional<Problem> problem_with(const FlightPlan& plan, const AircraftType& type, const Wind& wind,
                                    const FlightOptions& options);

}  // namespace incursion
