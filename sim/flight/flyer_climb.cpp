#include <algorithm>
#include <cmath>
#include <string>

#include "sim/flight/flyer.h"

// How a flyer's altitude changes. A climb is a pull at constant vertical acceleration into the asked vertical
// speed, the climb itself, and the same pull backwards, begun where it ends level at the target:
// remaining height = (vertical speed)^2/(2 pull).

namespace incursion {

namespace {

constexpr double slack_mps = 1e-6;

Climb law_for(const ClimbTo& climb, double sign, const AircraftType& type)
{
    if (climb.path_angle)
        return {sign, *climb.path_angle};
    if (climb.rate_mps)
        return {sign, *climb.rate_mps};
    const auto& most = sign > 0 ? type.max_climb_mps : type.max_descent_mps;
    return {sign, most ? std::min(default_climb_mps, *most) : default_climb_mps};
}

}  // namespace

void Flyer::begin_climb(const ClimbTo& climb, std::string_view path)
{
    const FlightMotion now = motion();
    const double altitude = state_[part::altitude];
    close_limit(Held::climb);
    close_limit(Held::altitude);
    ramp_end_s_.reset();
    task_ = {};
    task_.asked = climb;
    task_.path = path;
    task_.above_ceiling = type().ceiling_m && climb.altitude_m > *type().ceiling_m;
    task_.target_m = task_.above_ceiling ? *type().ceiling_m : climb.altitude_m;
    task_.sign = task_.target_m >= altitude ? 1 : -1;
    task_.pull_mps2 = pull_mps2(type(), std::max(altitude, task_.target_m), now.tas_mps);
    task_.law = law_for(climb, task_.sign, type());
    if (task_.target_m == altitude && now.vertical_mps == 0) {
        level_off();
        return;
    }
    if (to_capture(state_, now) < 0) {  // too fast to level off in time: level off first, then come back
        ramp_to_rest(Phase::arresting, now.vertical_mps);
        return;
    }
    const double wanted = climb_speed(task_.law, now.tas_mps, type()).flown_mps;
    task_.pull_sign = wanted >= now.vertical_mps ? 1 : -1;
    commands_.vertical = Ramp{now.vertical_mps, task_.pull_sign * task_.pull_mps2, t_s_};
    phase_ = Phase::pulling;
}

double Flyer::to_capture(const State& state, const FlightMotion& motion) const
{
    if (task_.sign * motion.vertical_mps < 0)  // still on its way from the climb before
        return 1;
    const double needed_m = motion.vertical_mps * motion.vertical_mps / (2 * task_.pull_mps2);
    return task_.sign * (task_.target_m - state[part::altitude]) - needed_m;
}

double Flyer::to_climb_limit(const FlightMotion& motion) const
{
    const Bound bound = task_.sign > 0 ? greatest_climb_mps(type(), motion.tas_mps)
                                       : greatest_descent_mps(type(), motion.tas_mps);
    const double spare = bound.value - std::abs(climb_speed(task_.law, motion.tas_mps, type()).asked_mps);
    return slack_mps + (task_.limited ? -spare : spare);
}

void Flyer::watch_climb()
{
    const ClimbSpeed speed = climb_speed(task_.law, motion().tas_mps, type());
    const bool limited = std::abs(speed.asked_mps) > std::abs(speed.flown_mps) + slack_mps / 2;
    if (limited == task_.limited)
        return;
    task_.limited = limited;
    close_limit(Held::climb);
    if (limited)
        open_limit(Held::climb, {{}, std::string{task_.path}, task_.sign > 0 ? "climb" : "descent",
                                 number_text(std::abs(speed.asked_mps), "m/s"),
                                 number_text(std::abs(speed.flown_mps), "m/s")});
}

void Flyer::ramp_to_rest(Phase phase, double from_mps)
{
    const double sign = from_mps > 0 ? -1 : 1;
    commands_.vertical = Ramp{from_mps, sign * task_.pull_mps2, t_s_};
    ramp_end_s_ = t_s_ + std::abs(from_mps) / task_.pull_mps2;
    phase_ = phase;
    task_.limited = false;
    close_limit(Held::climb);
}

void Flyer::end_vertical_ramp()
{
    ramp_end_s_.reset();
    const bool captured = phase_ == Phase::capturing;
    if (captured)
        state_[part::altitude] = task_.target_m;  // which it is already but for rounding
    level_off();
    if (!captured)
        begin_climb(ClimbTo{task_.asked}, task_.path);
}

void Flyer::level_off()
{
    commands_.vertical = Level{};
    phase_ = Phase::level;
    if (task_.above_ceiling && state_[part::altitude] == task_.target_m)
        open_limit(Held::altitude, {{}, std::string{task_.path}, "ceiling", number_text(task_.asked.altitude_m, "m"),
                                    number_text(task_.target_m, "m")});
}

}  // namespace incursion
