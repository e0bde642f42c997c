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
    double tolerance_m = 1e-6;     ///< local error of the position per step, 1e-9 to 1e3
};

struct Flight {
    Track track;                          ///< altitudes above mean sea level
    std::vector<LimitReached> limits;     ///< in order of time
};

/// Flies a plan with a type's limits through a wind.
///
/// Items are flown one after the other. An item's climb and speed change begin with it and go on past its end
/// until they are done or the next of their kind begins; an item without a lateral action waits for its own. A
/// fly-by point ends its item where the turn onto the next leg begins; where no leg to another place follows, it
/// is flown over. `turn` of a fly_to is the turn towards its place. A heading, once held, is kept without bank:
/// a geodesic through the air, whose azimuth changes as the meridians converge. To a place the track made good
/// is a geodesic and the heading corrects for the wind. An orbit's duration or turns count from when the pattern
/// is reached. A `hold` keeps what was held before it. After the last item the flight is straight, and level once
/// the climb under way is done.
///
/// Not stated by plan or type: 25 degrees of bank, 10 degrees a second of roll, 1 m/s2 of acceleration, 10 m/s of
/// climb, 0.25 g into and out of a climb (sim/flight/performance.h says whence). Climbs are limited to a path of
/// 80 degrees whatever the type. Altitudes lie between -2 km and 32 km, where the atmosphere is defined.
///
/// Accuracy: without bank and wind within 1 mm of the geodesic after 1,000 km; turns end on their heading within
/// 1e-6 degrees; fly-by turns end within 1 cm of the next leg; orbits stay within 1 cm of their circle. A fix at
/// an instant has the same bits whatever the recording interval; the same input gives the same bytes.
/// The motion itself and what it leaves out: sim/flight/motion.h.
///
/// The problem names the plan item (PlanItem::path, or `start`) and why it cannot be flown at all: numbers out of
/// range (all of them at once), a place inside the turn towards it, a leg too short for its fly-by turn, a wind
/// too strong for the track or the ground speed; and under LimitPolicy::refuse the first limit met.
/// Limits met at the start have the path `start`.
Result<Flight> fly(const FlightPlan& plan, const AircraftType& type, const Wind& wind, const FlightOptions& options);

}  // namespace incursion
