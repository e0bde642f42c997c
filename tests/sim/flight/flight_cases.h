#pragma once

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/base/angle.h"
#include "sim/base/units.h"
#include "sim/flight/flight.h"
#include "sim/geo/geodesic.h"

/// Short ways to say which flight a test means.
namespace incursion::cases {

inline const Time start_time = *parse_time("2015-11-24T07:19:00Z");

inline SpeedTarget tas(double mps)
{
    return {SpeedKind::tas, mps};
}

inline Angle deg(double value)
{
    return Angle::degrees(value);
}

inline FlightPlan plan_from(LonLat place, Angle heading, double tas_mps, double altitude_m = 5000)
{
    FlightPlan plan;
    plan.start = {place, altitude_m, heading, tas(tas_mps)};
    return plan;
}

template <class Action>
PlanItem item_of(Action action)
{
    PlanItem item;
    item.lateral = std::move(action);
    return item;
}

inline void add(FlightPlan& plan, PlanItem item)
{
    item.path = "plan[" + std::to_string(plan.items.size()) + "]";
    plan.items.push_back(std::move(item));
}

inline FlightOptions options_for(double duration_s, double interval_s = 1)
{
    FlightOptions options;
    options.id = "A";
    options.span = {start_time, start_time + seconds(duration_s)};
    options.record_interval = seconds(interval_s);
    options.record_from = start_time;
    return options;
}

inline Flight flown(const FlightPlan& plan, double duration_s, const AircraftType& type = {}, const Wind& wind = {},
                    double interval_s = 1)
{
    const auto flight = fly(plan, type, wind, options_for(duration_s, interval_s));
    if (!flight)
        FAIL(flight.problem());
    return *flight;
}

inline const Fix& last(const Flight& flight)
{
    return flight.track.fixes().back();
}

/// The fix at a whole number of recording intervals.
inline const Fix& at(const Flight& flight, std::size_t index)
{
    return flight.track.fixes()[index];
}

/// Mean ground velocity between two neighbouring fixes.
struct Course {
    double speed_mps = 0;
    double track_deg = 0;  ///< in [0, 360)
};
inline Course course_after(const Flight& flight, std::size_t index)
{
    const Fix& a = at(flight, index);
    const Fix& b = at(flight, index + 1);
    const Inverse leg = inverse(a.place, b.place);
    return {leg.distance_m / to_seconds(b.time - a.time), wrapped_to_circle(leg.azimuth).deg()};
}
inline Course last_course(const Flight& flight)
{
    return course_after(flight, flight.track.fixes().size() - 2);
}

/// A wind that is the same everywhere.
inline Wind even_wind(double from_deg, double speed_mps)
{
    return {{{0, deg(from_deg), speed_mps}}};
}

/// The Su-24M as in the reference figures: 33.3 t, 55.17 m2, CLmax 1.1.
inline AircraftType su24()
{
    AircraftType type;
    type.id = "su-24m";
    type.mass_kg = 33300;
    type.wing_area_m2 = 55.17;
    type.max_lift_coefficient = 1.1;
    return type;
}

}  // namespace incursion::cases
