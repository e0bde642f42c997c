#include "sim/flight/motion.h"

#include <algorithm>
#include <cmath>

#include <Eigen/Geometry>

#include "sim/flight/airspeed.h"
#include "sim/flight/compass.h"
#include "sim/flight/wind.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

/// A trial step may reach past the end of a law; this keeps its arithmetic finite there.
constexpr double slowest_mps = 0.1;

Eigen::Vector3d tangent(const Eigen::Vector3d& direction, const Eigen::Vector3d& up)
{
    return (direction - direction.dot(up) * up).normalized();
}

Eigen::Vector3d wind_vector(const State& state, const Wind& wind)
{
    if (wind.layers.empty())
        return Eigen::Vector3d::Zero();
    const WindVector components = wind_at(wind, state[part::altitude]);
    const Compass compass = compass_at(position_of(state));
    return components.east_mps * compass.east + components.north_mps * compass.north;
}

/// The wind as the law in force sees it: along its direction, and to the right of it.
struct WindParts {
    double along = 0;
    double across = 0;
};

bool leads_heading(const Commands& commands)
{
    return std::holds_alternative<AlongHeading>(commands.lateral);
}

/// Horizontal airspeed that a ground speed needs. Where none does, the one that comes nearest.
double horizontal_for_ground(double ground_mps, WindParts wind, bool by_heading)
{
    if (!by_heading)
        return std::hypot(ground_mps - wind.along, wind.across);
    return std::sqrt(std::max(0.0, ground_mps * ground_mps - wind.across * wind.across)) - wind.along;
}

double vertical_from_horizontal(double t_s, double horizontal_mps, const VerticalLaw& law, const AircraftType& type)
{
    if (const auto* ramp = std::get_if<Ramp>(&law))
        return ramp->at(t_s);
    const auto* climb = std::get_if<Climb>(&law);
    if (climb == nullptr)
        return 0;
    const double* rate = std::get_if<double>(&climb->asked);
    const double asked = rate ? *rate : horizontal_mps * std::tan(std::get<Angle>(climb->asked).rad());
    const auto& stated = climb->sign > 0 ? type.max_climb_mps : type.max_descent_mps;
    const double steepest = horizontal_mps * std::tan(steepest_path_rad);
    return climb->sign * std::min(asked, stated ? std::min(*stated, steepest) : steepest);
}

double asked_tas(double t_s, const State& state, const Commands& commands, const Surroundings& around, WindParts wind)
{
    const SpeedTarget& target = commands.speed.target;
    const double altitude = state[part::altitude];
    switch (target.kind) {
    case SpeedKind::tas: return target.value;
    case SpeedKind::cas: return tas_from_cas(target.value, altitude);
    case SpeedKind::mach: return tas_from_mach(target.value, altitude);
    case SpeedKind::ground: break;
    }
    const double horizontal =
        std::max(slowest_mps, horizontal_for_ground(target.value, wind, leads_heading(commands)));
    return std::hypot(horizontal, vertical_from_horizontal(t_s, horizontal, commands.vertical, *around.type));
}

void set_speeds(FlightMotion& motion, double t_s, const State& state, const Commands& commands, const Surroundings& around,
                WindParts wind)
{
    motion.asked_tas_mps = asked_tas(t_s, state, commands, around, wind);
    motion.least_tas = least_tas_mps(*around.type, state[part::altitude], commands.load_factor);
    motion.greatest_tas = greatest_tas_mps(*around.type, state[part::altitude]);
    motion.goal_tas_mps = motion.asked_tas_mps;
    if (motion.greatest_tas)
        motion.goal_tas_mps = std::min(motion.goal_tas_mps, motion.greatest_tas->value);
    if (motion.least_tas)  // last: where the two limits leave no room, the aircraft stays in the air
        motion.goal_tas_mps = std::max(motion.goal_tas_mps, motion.least_tas->value);
    const auto& change = commands.speed.change;
    motion.tas_mps = std::max(slowest_mps, change ? change->at(t_s) : motion.goal_tas_mps);
    if (const auto* ramp = std::get_if<Ramp>(&commands.vertical))
        motion.vertical_mps = ramp->at(t_s);
    else if (const auto* climb = std::get_if<Climb>(&commands.vertical))
        motion.vertical_mps = climb_speed(*climb, motion.tas_mps, *around.type).flown_mps;
    const double tas2 = motion.tas_mps * motion.tas_mps;
    motion.horizontal_mps = std::sqrt(std::max(0.01 * tas2, tas2 - motion.vertical_mps * motion.vertical_mps));
}

/// Rate of turn of the track that leads round the centre: the curvature of the geodesic circle through the
/// aircraft, and a critically damped return to the one of the asked radius. Distances from chords with the
/// Gaussian radius: good to 1 mm at 50 km, 5 cm at 200 km.
double turn_rate_round(const AroundCentre& circle, const Eigen::Vector3d& position, const Eigen::Vector3d& up,
                       const Eigen::Vector3d& track, double ground_mps)
{
    const Eigen::Vector3d chord = position - circle.centre;
    const double earth = circle.earth_radius_m;
    const double angle = 2 * std::asin(std::min(1.0, chord.norm() / (2 * earth)));
    if (angle < 1e-9)
        return 0;
    const double outwards = track.dot(tangent(chord, up));
    const double off = earth * angle - circle.radius_m;
    const double settle = circle.settle_m;
    const double curvature = 1 / (earth * std::tan(angle)) + off / (settle * settle) + 2 * outwards / settle;
    return circle.side * curvature * ground_mps;
}

/// Bank that turns the air velocity so that the velocity over the ground turns at `turn_rate` without changing
/// the airspeed; `along` is the cosine between heading and track.
double bank_for(double turn_rate, double ground_mps, double tas_mps, double horizontal_mps, double along)
{
    const double heading_rate = turn_rate * ground_mps / (horizontal_mps * std::max(along, 1e-3));
    return std::atan(tas_mps * heading_rate / standard_gravity_mps2);
}

void set_along_heading(FlightMotion& motion, const AlongHeading& law, double t_s, const Eigen::Vector3d& direction,
                       const Eigen::Vector3d& wind)
{
    constexpr double steepest = Angle::degrees(89.9).rad();
    motion.heading = direction;
    motion.ground_velocity = motion.horizontal_mps * direction + wind;
    motion.ground_speed_mps = motion.ground_velocity.norm();
    motion.bank_rad = std::clamp(law.bank.at(t_s), -steepest, steepest);
    motion.turn_rate_radps = standard_gravity_mps2 * std::tan(motion.bank_rad) / motion.tas_mps;
    motion.wind_margin_mps = motion.horizontal_mps;
}

void set_along_track(FlightMotion& motion, const Eigen::Vector3d& direction, const Eigen::Vector3d& wind, WindParts parts)
{
    const double forward2 = motion.horizontal_mps * motion.horizontal_mps - parts.across * parts.across;
    motion.ground_speed_mps = parts.along + std::sqrt(std::max(0.0, forward2));
    motion.ground_velocity = motion.ground_speed_mps * direction;
    motion.heading = (motion.ground_velocity - wind).normalized();
    motion.wind_margin_mps = std::min(motion.horizontal_mps - std::abs(parts.across), motion.ground_speed_mps);
}

}  // namespace

Eigen::Vector3d position_of(const State& state)
{
    return {state[part::position], state[part::position + 1], state[part::position + 2]};
}

Eigen::Vector3d direction_of(const State& state)
{
    return {state[part::direction], state[part::direction + 1], state[part::direction + 2]};
}

ClimbSpeed climb_speed(const Climb& climb, double tas_mps, const AircraftType& type)
{
    const double* rate = std::get_if<double>(&climb.asked);
    const double asked = rate ? *rate : tas_mps * std::sin(std::get<Angle>(climb.asked).rad());
    const Bound bound = climb.sign > 0 ? greatest_climb_mps(type, tas_mps) : greatest_descent_mps(type, tas_mps);
    return {climb.sign * asked, climb.sign * std::min(asked, bound.value)};
}

FlightMotion motion_at(double t_s, const State& state, const Commands& commands, const Surroundings& around)
{
    const Eigen::Vector3d position = position_of(state);
    const Eigen::Vector3d up = up_at(position);
    const Eigen::Vector3d direction = tangent(direction_of(state), up);
    const Eigen::Vector3d wind = wind_vector(state, *around.wind);
    const WindParts parts{wind.dot(direction), wind.dot(direction.cross(up))};
    FlightMotion motion;
    set_speeds(motion, t_s, state, commands, around, parts);
    if (const auto* heading = std::get_if<AlongHeading>(&commands.lateral)) {
        set_along_heading(motion, *heading, t_s, direction, wind);
        const SpeedTarget& target = commands.speed.target;
        if (target.kind == SpeedKind::ground)
            motion.wind_margin_mps = std::min(target.value - std::abs(parts.across),
                                              horizontal_for_ground(target.value, parts, true) - slowest_mps);
        return motion;
    }
    set_along_track(motion, direction, wind, parts);
    if (const auto* circle = std::get_if<AroundCentre>(&commands.lateral)) {
        motion.turn_rate_radps = turn_rate_round(*circle, position, up, direction, motion.ground_speed_mps);
        motion.bank_rad = bank_for(motion.turn_rate_radps, motion.ground_speed_mps, motion.tas_mps,
                                   motion.horizontal_mps, motion.heading.dot(direction));
    }
    return motion;
}

State derivative_of(double t_s, const State& state, const Commands& commands, const Surroundings& around)
{
    const FlightMotion motion = motion_at(t_s, state, commands, around);
    const Eigen::Vector3d position = position_of(state);
    // The gradient of the ellipsoid's equation, scaled so that it is `position` on a sphere: its direction is up.
    constexpr double flattening = (wgs84_a_m * wgs84_a_m) / (wgs84_b_m * wgs84_b_m);
    const Eigen::Vector3d gradient{position.x(), position.y(), position.z() * flattening};
    const Eigen::Vector3d gradient_rate{motion.ground_velocity.x(), motion.ground_velocity.y(),
                                        motion.ground_velocity.z() * flattening};
    const double steepness = gradient.norm();
    const Eigen::Vector3d up = gradient / steepness;
    const Eigen::Vector3d direction = tangent(direction_of(state), up);
    const Eigen::Vector3d turning =
        motion.turn_rate_radps * direction.cross(up) - (direction.dot(gradient_rate) / steepness) * up;
    return {motion.ground_velocity.x(), motion.ground_velocity.y(), motion.ground_velocity.z(),
            turning.x(),                turning.y(),                turning.z(),
            motion.vertical_mps,        motion.ground_speed_mps,    motion.turn_rate_radps};
}

State normalised(const State& state)
{
    const Eigen::Vector3d position = position_of(state);
    const Eigen::Vector3d scaled{position.x() / wgs84_a_m, position.y() / wgs84_a_m, position.z() / wgs84_b_m};
    const Eigen::Vector3d on_ellipsoid = position / scaled.norm();
    const Eigen::Vector3d direction = tangent(direction_of(state), up_at(on_ellipsoid));
    State result = state;
    for (std::size_t i = 0; i < 3; ++i) {
        result[part::position + i] = on_ellipsoid[static_cast<Eigen::Index>(i)];
        result[part::direction + i] = direction[static_cast<Eigen::Index>(i)];
    }
    return result;
}

}  // namespace incursion
