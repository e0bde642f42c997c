#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numbers>
#include <optional>
#include <string>

#include <Eigen/Geometry>

#include "sim/flight/compass.h"
#include "sim/flight/guidance.h"
#include "sim/flight/turn.h"
#include "sim/flight/wind.h"
#include "sim/geo/geodesic.h"
#include "sim/geo/local_frame.h"

// Round a place. The pattern is joined along a tangent of the half turn before the first straight leg. Where the
// turn onto the tangent would end inside the circle (found by flying it ahead), the aircraft first flies on
// straight until it does not. On the pattern the track is led along its line, so the wind does not carry the
// aircraft off it; the bank changes at once where arcs and legs meet.

namespace incursion {

namespace {

constexpr double half_turn_rad = std::numbers::pi;

/// One geodesic circle of the pattern.
struct Circle {
    LonLat centre;
    Eigen::Vector3d centre_ecef;
    double earth_radius_m = 0;
    double radius_m = 0;
    double side = 1;

    double distance(const Eigen::Vector3d& position) const
    {
        const double chord = (position - centre_ecef).norm();
        return 2 * earth_radius_m * std::asin(std::min(1.0, chord / (2 * earth_radius_m)));
    }
};

/// sqrt(M N), the radius of the sphere that fits best (Torge and Müller, Geodesy, section 4.1).
double gaussian_radius_m(LonLat place)
{
    const double sine = std::sin(Angle::degrees(place.lat_deg).rad());
    return wgs84_b_m / (1 - wgs84_e2 * sine * sine);
}

Circle circle_at(LonLat centre, double radius_m, double side)
{
    return {centre, ecef_from(centre, 0), gaussian_radius_m(centre), radius_m, side};
}

/// When the orbit is over: at an instant, or after a distance on the pattern.
struct End {
    std::optional<double> at_s;
    std::optional<double> at_distance_m;

    double remaining(const State& state) const { return at_distance_m ? *at_distance_m - state[part::distance] : 1; }
    bool passed(const Flyer& flyer) const
    {
        return (at_s && flyer.now_s() >= *at_s) || remaining(flyer.state()) <= 1e-6;
    }
};

/// The pattern on the ground: a circle, or two half turns joined by two legs.
struct Pattern {
    Circle first, last;              ///< half turns after the first and after the second leg; equal for a circle
    std::array<LonLat, 2> leg_ends;  ///< of the first and of the second straight leg
    Eigen::Vector3d out_of_last;     ///< directions from the centres to where their half turns end
    Eigen::Vector3d out_of_first;
    double length_m = 0;
    bool is_circle = true;
};

Eigen::Vector3d outwards(LonLat centre, Angle azimuth)
{
    return direction_from(azimuth, compass_at(ecef_from(centre, 0)));
}

Pattern pattern_for(const Orbit& orbit, double radius_m)
{
    const double side = orbit.side == TurnSide::left ? -1 : 1;
    const Angle to_outside = Angle::degrees(-90 * side);  // a right-hand pattern has its centre on the right
    Pattern pattern;
    pattern.is_circle = orbit.leg_m <= 0;
    const LonLat ahead = direct(orbit.centre, orbit.leg_bearing, orbit.leg_m / 2);
    const LonLat behind = direct(orbit.centre, orbit.leg_bearing + Angle::degrees(180), orbit.leg_m / 2);
    pattern.first = circle_at(ahead, radius_m, side);
    pattern.last = circle_at(behind, radius_m, side);
    const double earth = pattern.first.earth_radius_m;
    pattern.length_m = 2 * orbit.leg_m + 2 * half_turn_rad * earth * std::sin(radius_m / earth);
    if (pattern.is_circle)
        return pattern;
    const Inverse axis = inverse(behind, ahead);
    pattern.leg_ends[0] = direct(ahead, axis.azimuth_end + to_outside, radius_m);
    pattern.leg_ends[1] = direct(behind, axis.azimuth - to_outside, radius_m);
    pattern.out_of_first = outwards(ahead, axis.azimuth_end - to_outside);
    pattern.out_of_last = outwards(behind, axis.azimuth + to_outside);
    return pattern;
}

/// Bank at the fastest speed over the ground that the flight may come to on the pattern.
struct OrbitBank {
    double ground_mps = 0;
    std::optional<Bound> most;
};

OrbitBank orbit_bank(const Flyer& flyer, const Wind& wind)
{
    const FlightMotion now = flyer.motion();
    const double altitude = flyer.state()[part::altitude];
    const double tas = std::max(now.tas_mps, now.goal_tas_mps);
    const WindVector air = wind_at(wind, altitude);
    const double fastest = flyer.commands().speed.target.kind == SpeedKind::ground && flyer.speed_done()
                               ? now.ground_speed_mps
                               : tas + std::hypot(air.east_mps, air.north_mps);
    return {fastest, greatest_bank_rad(flyer.type(), altitude, std::min(now.tas_mps, now.goal_tas_mps))};
}

/// Azimuth from a position along the tangent that meets the circle with its centre on the right side of it.
Angle tangent_azimuth(const Circle& circle, const Eigen::Vector3d& position)
{
    const Inverse way = inverse(place_of(position), circle.centre);
    const double ratio = std::sin(circle.radius_m / circle.earth_radius_m) /
                         std::sin(std::max(way.distance_m, 1.0) / circle.earth_radius_m);
    return way.azimuth - Angle::radians(circle.side * std::asin(std::clamp(ratio, 0.0, 1.0)));
}

Aim aim_at_tangent(const Circle& circle)
{
    return [&circle](const Flyer& flyer) {
        const Eigen::Vector3d position = position_of(flyer.state());
        const Angle track = azimuth_of(flyer.motion().ground_velocity, compass_at(position));
        return (tangent_azimuth(circle, position) - track).rad();
    };
}

/// On the circle already, within what its law brings back gently.
bool is_on(const Circle& circle, const Flyer& flyer)
{
    const Eigen::Vector3d position = position_of(flyer.state());
    const Inverse way = inverse(place_of(position), circle.centre);
    if (std::abs(way.distance_m - circle.radius_m) > std::min(50.0, 0.02 * circle.radius_m))
        return false;
    const Angle track = azimuth_of(flyer.motion().ground_velocity, compass_at(position));
    const Angle along = way.azimuth - Angle::degrees(90 * circle.side);
    return std::abs(wrapped_to_half_turn(track - along).deg()) < 1;
}

/// Metres that a turn onto the tangent, begun at this state, ends inside the circle; below zero it fits.
double inside_after_turn(const Flyer& flyer, const Circle& circle, double t_s, const State& state)
{
    Flyer ahead = flyer.ahead_from(t_s, state);
    if (fly_turn(ahead, {}, TurnSide::shorter, aim_at_tangent(circle), "") != TurnEnd::done)
        return circle.radius_m;
    return circle.radius_m - circle.distance(position_of(ahead.state()));
}

Outcome join(Flyer& flyer, const Circle& circle, const PlanItem& item)
{
    flyer.hold_heading();
    if (is_on(circle, flyer))
        return Outcome::reached;
    Until fits;
    fits.longest_step_s = 20;
    fits.remaining = [&](double t, const State& state) { return inside_after_turn(flyer, circle, t, state); };
    const Outcome out = flyer.advance(fits);
    if (out != Outcome::reached)
        return out;
    switch (fly_turn(flyer, {}, TurnSide::shorter, aim_at_tangent(circle), item.path)) {
    case TurnEnd::time_up: return Outcome::time_up;
    case TurnEnd::failed: return Outcome::failed;
    case TurnEnd::never: return flyer.fail("the orbit cannot be joined in this wind; fly faster");
    case TurnEnd::done: break;
    }
    const Eigen::Vector3d position = position_of(flyer.state());
    flyer.hold_track(direction_from(tangent_azimuth(circle, position), compass_at(position)));
    Until abeam;
    abeam.remaining = [&circle](double, const State& state) {
        return (circle.centre_ecef - position_of(state)).dot(direction_of(state));
    };
    return flyer.advance(abeam);
}

void lead_round(Flyer& flyer, const Circle& circle)
{
    const double settle = std::min(5 * flyer.motion().tas_mps, circle.radius_m);
    flyer.circle({circle.centre_ecef, circle.radius_m, circle.earth_radius_m, circle.side, settle});
}

Outcome wait(Flyer& flyer, const End& end, const std::function<double(const State&)>& remaining)
{
    Until until;
    until.at_s = end.at_s;
    until.longest_step_s = 20;
    until.remaining = [&](double, const State& state) { return std::min(end.remaining(state), remaining(state)); };
    const Outcome outcome = flyer.advance(until);
    return outcome == Outcome::at_time ? Outcome::reached : outcome;
}

/// Radians round the circle, the way it is flown, to the direction in which the arc ends; in [0, 2 pi).
double arc_ahead(const Circle& circle, const Eigen::Vector3d& out, const Eigen::Vector3d& position)
{
    const Compass compass = compass_at(circle.centre_ecef);
    const Angle now = azimuth_of(position - circle.centre_ecef, compass);
    const double angle = circle.side * (azimuth_of(out, compass) - now).rad();
    return wrapped_to_circle(Angle::radians(angle)).rad();
}

/// Round the circle to where the arc ends: by distance up to half a turn before, then until the aircraft is
/// abeam of that direction.
Outcome fly_arc(Flyer& flyer, const Circle& circle, const Eigen::Vector3d& out, const End& end)
{
    lead_round(flyer, circle);
    const double ahead = arc_ahead(circle, out, position_of(flyer.state()));
    const double scale = circle.earth_radius_m * std::sin(circle.radius_m / circle.earth_radius_m);
    const double before = flyer.state()[part::distance] + (ahead - half_turn_rad / 2) * scale;
    if (ahead > half_turn_rad / 2) {
        const Outcome outcome = wait(flyer, end, [&](const State& s) { return before - s[part::distance]; });
        if (outcome != Outcome::reached || end.passed(flyer))
            return outcome;
    }
    const Eigen::Vector3d up = up_at(circle.centre_ecef);
    const Eigen::Vector3d back = -circle.side * out.cross(up);
    return wait(flyer, end, [&](const State& s) { return (position_of(s) - circle.centre_ecef).dot(back); });
}

Outcome fly_leg(Flyer& flyer, LonLat to, const End& end)
{
    const Eigen::Vector3d position = position_of(flyer.state());
    flyer.hold_track(direction_from(inverse(place_of(position), to).azimuth, compass_at(position)));
    const Eigen::Vector3d place = ecef_from(to, 0);
    return wait(flyer, end, [&](const State& s) { return (place - position_of(s)).dot(direction_of(s)); });
}

Outcome fly_racetrack(Flyer& flyer, const Pattern& pattern, const End& end)
{
    for (;;) {
        for (const std::size_t leg : {0U, 1U}) {
            Outcome outcome = fly_leg(flyer, pattern.leg_ends[leg], end);
            if (outcome != Outcome::reached || end.passed(flyer))
                return outcome;
            outcome = leg == 0 ? fly_arc(flyer, pattern.first, pattern.out_of_first, end)
                               : fly_arc(flyer, pattern.last, pattern.out_of_last, end);
            if (outcome != Outcome::reached || end.passed(flyer))
                return outcome;
        }
    }
}

Outcome fly_pattern(Flyer& flyer, const Orbit& orbit, const Pattern& pattern)
{
    if (!pattern.is_circle) {  // the half turn that leads to the first leg belongs to the way in
        const Outcome outcome = fly_arc(flyer, pattern.last, pattern.out_of_last, {});
        if (outcome != Outcome::reached)
            return outcome;
    }
    End end;
    if (orbit.duration_s)
        end.at_s = flyer.now_s() + *orbit.duration_s;
    if (orbit.turns)
        end.at_distance_m = flyer.state()[part::distance] + *orbit.turns * pattern.length_m;
    if (!pattern.is_circle)
        return fly_racetrack(flyer, pattern, end);
    lead_round(flyer, pattern.last);
    return wait(flyer, end, [](const State&) { return 1.0; });
}

/// The least radius that the type's bank allows at the fastest ground speed; nothing where it has no limit.
std::optional<double> least_radius(const OrbitBank& bank)
{
    return bank.most ? std::optional{turn_radius_m(bank.ground_mps, bank.most->value)} : std::nullopt;
}

void report_radius(Flyer& flyer, double asked_m, double flown_m, const OrbitBank& bank, const PlanItem& item)
{
    flyer.open_limit(Held::turn, {{}, item.path, std::string{bank.most->limit}, number_text(asked_m, "m radius"),
                                  number_text(flown_m, "m radius")});
}

}  // namespace

Outcome fly_orbit(Flyer& flyer, const Orbit& orbit, const PlanItem& item)
{
    const OrbitBank bank = orbit_bank(flyer, flyer.wind());
    const double radius = std::max(orbit.radius_m, least_radius(bank).value_or(0));
    const Pattern pattern = pattern_for(orbit, radius);
    Outcome outcome = join(flyer, pattern.last, item);
    if (outcome != Outcome::reached)
        return outcome;
    if (radius > orbit.radius_m)
        report_radius(flyer, orbit.radius_m, radius, bank, item);
    const double needed = std::atan(bank.ground_mps * bank.ground_mps / (standard_gravity_mps2 * radius));
    flyer.begin_turn(turn_bank(flyer, {Angle::radians(needed), {}}).load_factor);
    outcome = fly_pattern(flyer, orbit, pattern);
    if (outcome != Outcome::reached)
        return outcome;
    flyer.hold_heading();
    outcome = roll_level(flyer);
    flyer.end_turn();
    flyer.close_limit(Held::turn);
    return outcome == Outcome::at_time ? Outcome::reached : outcome;
}

}  // namespace incursion
