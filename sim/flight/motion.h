#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <variant>

#include <Eigen/Core>

#include "sim/flight/performance.h"
#include "sim/model/aircraft_type.h"
#include "sim/model/flight_plan.h"

namespace incursion {

/// The equations of motion: a point that moves over the WGS-84 ellipsoid in coordinated flight.
///
/// Integrated are the place r on the ellipsoid and a unit vector u tangent to it, both Earth-centred and
/// Earth-fixed, the altitude, the distance flown over the ground and the angle turned through. Nothing is
/// singular at the poles or at 180 degrees. With v the horizontal velocity over the ground, n the normal of the
/// ellipsoid and w the rate of turn to the right,
///     r' = v,   u' = w (u x n) - (u . n') n,   h' = vertical speed,   w = g tan(bank)/V in a turn
/// (Anderson, Aircraft Performance and Design (1999), section 6.2). The second term keeps u tangent without
/// turning it (parallel transport), so without bank and wind the path is a geodesic. The speed over the ground
/// is the speed over the ellipsoid: the share h/R by which a flight at height h is longer (0.09 % at 6 km) is
/// left out by definition, so that speeds agree with the fixes. Gravity is standard everywhere.
///
/// True airspeed, vertical speed (the flight-path angle is asin(vertical speed/airspeed)) and bank follow laws:
/// explicit functions of time and altitude, which hold from one event to the next.
using State = std::array<double, 9>;

/// Where the parts of a State begin.
namespace part {
inline constexpr std::size_t position = 0;   ///< three, metres
inline constexpr std::size_t direction = 3;  ///< three; what it is the direction of, the lateral law says
inline constexpr std::size_t altitude = 6;   ///< metres above mean sea level
inline constexpr std::size_t distance = 7;   ///< metres over the ground
inline constexpr std::size_t turned = 8;     ///< radians, right positive
}  // namespace part

Eigen::Vector3d position_of(const State& state);
Eigen::Vector3d direction_of(const State& state);

/// Something that grows evenly.
struct Ramp {
    double from = 0;
    double rate = 0;
    double since_s = 0;
    double at(double t_s) const { return from + rate * (t_s - since_s); }
};

/// The direction is the heading; the bank turns it, the wind carries the aircraft.
struct AlongHeading {
    Ramp bank;  ///< radians, right positive
};
/// The direction is the track made good over the ground, a geodesic; the heading is what the wind needs.
struct AlongTrack {};
/// The direction is the track made good, led round a centre at a distance and back to it after a disturbance.
struct AroundCentre {
    Eigen::Vector3d centre = Eigen::Vector3d::Zero();  ///< on the ellipsoid
    double radius_m = 0;                               ///< geodesic
    double earth_radius_m = 0;                         ///< Gaussian radius of curvature at the centre
    double side = 1;                                   ///< +1 clockwise, -1 the other way
    double settle_m = 0;                               ///< flown distance in which an error falls by e
};
using LateralLaw = std::variant<AlongHeading, AlongTrack, AroundCentre>;

/// A target held; or, while `change` is there, an airspeed that grows evenly towards it.
struct SpeedLaw {
    SpeedTarget target;
    std::optional<Ramp> change;  ///< true airspeed, m/s
};

struct Level {};
/// A climb at a rate or on a path angle, as far as the type's limits let it.
struct Climb {
    double sign = 1;  ///< -1 is a descent
    std::variant<double, Angle> asked;
};
using VerticalLaw = std::variant<Level, Ramp, Climb>;

struct Commands {
    LateralLaw lateral;
    SpeedLaw speed;
    VerticalLaw vertical;
    double load_factor = 1;  ///< of the turn that is flown: what the stall speed is taken for
};

struct Surroundings {
    const AircraftType* type = nullptr;
    const Wind* wind = nullptr;
};

/// How the aircraft moves at an instant. SI units.
struct FlightMotion {
    double tas_mps = 0;
    double horizontal_mps = 0;        ///< of the airspeed
    double vertical_mps = 0;          ///< up positive
    double asked_tas_mps = 0;         ///< what the speed target needs here
    double goal_tas_mps = 0;          ///< the same within the type's limits
    std::optional<Bound> least_tas;
    std::optional<Bound> greatest_tas;
    double bank_rad = 0;              ///< right positive
    double turn_rate_radps = 0;       ///< of the state's direction, right positive
    Eigen::Vector3d heading = Eigen::Vector3d::Zero();          ///< unit vectors
    Eigen::Vector3d ground_velocity = Eigen::Vector3d::Zero();  ///< m/s
    double ground_speed_mps = 0;
    double wind_margin_mps = 0;       ///< below zero the wind is too strong for the track or speed to hold
};

FlightMotion motion_at(double t_s, const State& state, const Commands& commands, const Surroundings& around);

/// Vertical speed of a climb, signed, and what it asked for before the limits.
struct ClimbSpeed {
    double asked_mps = 0;
    double flown_mps = 0;
};
ClimbSpeed climb_speed(const Climb& climb, double tas_mps, const AircraftType& type);

/// The right-hand side of the differential equations.
State derivative_of(double t_s, const State& state, const Commands& commands, const Surroundings& around);

/// The same state with r put back on the ellipsoid and u made a unit tangent: takes out what integration
/// has let them drift, less than the tolerance of a step.
State normalised(const State& state);

}  // namespace incursion
