#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "sim/flight/compass.h"
#include "sim/flight/guidance.h"
#include "sim/flight/turn.h"
#include "sim/geo/geodesic.h"
#include "sim/geo/local_frame.h"

// Direct to a place: a turn until the track made good points at it, then the geodesic. A fly-by point is left
// where the same manoeuvre, begun there towards the next place, ends on the line between the two places; that
// start is found by flying the turn ahead.

namespace incursion {

namespace {

/// A place this near counts as reached: it has no direction.
constexpr double here_m = 0.01;
/// What a fly-by turn may miss the next leg by.
constexpr double late_m = 0.01;
constexpr double least_course_change_rad = 1e-6;
/// Beyond it the turn would have to begin more than eleven turn radii before the point.
constexpr double greatest_course_change_rad = Angle::degrees(170).rad();

struct Leg {
    LonLat from, to;
    Angle azimuth_at_end;
};

/// Forward distance to a place, seen along the direction of flight; falls to zero abeam of it.
double forward_to(const State& state, const Eigen::Vector3d& place)
{
    return (place - position_of(state)).dot(direction_of(state));
}

/// Metres to the right of the geodesic to `leg.to` on which a flyer that flies straight to it is.
double right_of(const Leg& leg, const Flyer& flyer)
{
    const Inverse way = inverse(place_of(position_of(flyer.state())), leg.to);
    return way.distance_m * std::sin((leg.azimuth_at_end - way.azimuth_end).rad());
}

Outcome direct_to(Flyer& flyer, const FlyTo& to, std::string_view path)
{
    if (distance_m(place_of(position_of(flyer.state())), to.place) < here_m) {
        flyer.hold_track();
        return Outcome::reached;
    }
    switch (fly_turn(flyer, to.turn, TurnSide::shorter, aim_at_place(to.place), path)) {
    case TurnEnd::time_up: return Outcome::time_up;
    case TurnEnd::failed: return Outcome::failed;
    case TurnEnd::never:
        return flyer.fail(fmt::format("the place lies inside the turn towards it (radius {:.0f} m); fly slower, bank "
                                      "more, or choose a place farther away",
                                      turn_radius_m(flyer.motion().tas_mps, turn_bank(flyer, to.turn).flown_rad)));
    case TurnEnd::done: break;
    }
    const Eigen::Vector3d position = position_of(flyer.state());
    flyer.hold_track(direction_from(inverse(place_of(position), to.place).azimuth, compass_at(position)));
    return Outcome::reached;
}

/// Where the turn onto the next leg has to begin, and whether it is time.
class FlyBy {
public:
    FlyBy(const Flyer& flyer, LonLat here, const PlanItem& next)
        : flyer_{flyer}, next_{next}, to_{std::get<FlyTo>(*next.lateral)}, here_{ecef_from(here, 0)}
    {
        const Inverse in = inverse(place_of(position_of(flyer.state())), here);
        const Inverse out = inverse(here, to_.place);
        leg_ = {here, to_.place, out.azimuth_end};
        change_rad_ = wrapped_to_half_turn(out.azimuth - in.azimuth_end).rad();
        const FlightMotion now = flyer.motion();
        const double radius = turn_radius_m(now.ground_speed_mps + now.tas_mps, turn_bank(flyer, to_.turn).flown_rad);
        // Generous: airspeed may grow, and the wind may carry the turn.
        look_from_m_ = radius * std::tan(std::abs(change_rad_) / 2) + 60 * (now.ground_speed_mps + now.tas_mps);
    }

    double change_rad() const { return change_rad_; }

    /// Metres by which a turn begun at this state ends short of the next leg; below zero it is too late.
    double short_of(double t_s, const State& state) const
    {
        const double forward = forward_to(state, here_);
        if (forward <= 0)
            return -1e9;
        if (forward > look_from_m_)
            return forward;
        Flyer ahead = flyer_.ahead_from(t_s, state);
        begin_item(ahead, next_);
        if (direct_to(ahead, to_, next_.path) != Outcome::reached)
            return forward;  // not from here: perhaps nearer to the point
        return right_of(leg_, ahead) * (change_rad_ > 0 ? 1 : -1);
    }

private:
    const Flyer& flyer_;
    const PlanItem& next_;
    const FlyTo& to_;
    Eigen::Vector3d here_;
    Leg leg_;
    double change_rad_ = 0;
    double look_from_m_ = 0;
};

Outcome fly_by(Flyer& flyer, const FlyTo& to, const PlanItem& next)
{
    const FlyBy by{flyer, to.place, next};
    if (std::abs(by.change_rad()) > greatest_course_change_rad)
        return flyer.fail(fmt::format("the next leg turns back by {:.0f} deg, which no fly-by does; use over = true",
                                      Angle::radians(std::abs(by.change_rad())).deg()));
    Until until;
    until.longest_step_s = 20;
    until.remaining = [&](double t, const State& state) { return by.short_of(t, state); };
    const Outcome outcome = flyer.advance(until);
    if (outcome != Outcome::reached)
        return outcome;
    const double late = -by.short_of(flyer.now_s(), flyer.state());
    if (late > late_m)
        return flyer.fail("the leg to this point is too short for the turn onto the next one; use over = true, turn "
                          "tighter, fly slower, or move the point");
    return Outcome::reached;
}

Outcome fly_over(Flyer& flyer, const FlyTo& to)
{
    const Eigen::Vector3d place = ecef_from(to.place, 0);
    Until until;
    until.remaining = [place](double, const State& state) { return forward_to(state, place); };
    return flyer.advance(until);
}

bool turns_at(const Flyer& flyer, const FlyTo& to, const PlanItem* next)
{
    if (to.over || next == nullptr || !next->lateral)
        return false;
    const auto* then = std::get_if<FlyTo>(&*next->lateral);
    if (then == nullptr || distance_m(to.place, then->place) < here_m)
        return false;
    const LonLat now = place_of(position_of(flyer.state()));
    if (distance_m(now, to.place) < here_m)
        return false;
    const Angle change = inverse(to.place, then->place).azimuth - inverse(now, to.place).azimuth_end;
    return std::abs(wrapped_to_half_turn(change).rad()) > least_course_change_rad;
}

}  // namespace

Outcome fly_to(Flyer& flyer, const FlyTo& to, const PlanItem& item, const PlanItem* next)
{
    const Outcome outcome = direct_to(flyer, to, item.path);
    if (outcome != Outcome::reached)
        return outcome;
    return turns_at(flyer, to, next) ? fly_by(flyer, to, *next) : fly_over(flyer, to);
}

}  // namespace incursion
