#pragma once

#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/time.h"
#include "sim/model/aircraft_type.h"
#include "sim/model/flight_plan.h"
#include "sim/model/limit_reached.h"
#include "sim/model/track.h"

namespace incursion {

struct FlightOptions {
    std::string id;                ///< of the resulting track
    TimeSpan span;                 ///< flown from `from` (the start state) until `to`
    Duration record_interval{std::chrono::milliseconds{100}};
    Time record_from{};            ///< fixes fall on record_from + k * record_interval within the span,
                                   ///< and on both ends of the part of the span from record_from on
    double tolerance_m = 1e-6;     ///< local error of the position per step
};

struct Flight {
    Track track;                          ///< altitudes above mean sea level
    std::vector<LimitReached> limits;     ///< in order of time
};

/// Flies a plan with a type's limits through a wind.
/// The problem names the plan item: it cannot be flown at all (a fly-by point inside the turn, a limit
/// under LimitPolicy::refuse, a start below the stall speed under refuse).
Result<Flight> fly(const FlightPlan& plan, const AircraftType& type, const Wind& wind, const FlightOptions& options);

}  // namespace incursion
