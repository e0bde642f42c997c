#include <algorithm>
#include <cmath>
#include <string>

#include "sim/flight/airspeed.h"
#include "sim/flight/flyer.h"

// How a flyer's airspeed changes, and which limits hold it.

namespace incursion {

namespace {

/// Between meeting a limit and leaving it, so that rounding does not do both by turns.
constexpr double speed_slack_mps = 1e-6;

double in_words_of(SpeedKind kind, double tas_mps, double altitude_m, const FlightMotion& motion)
{
    switch (kind) {
    case SpeedKind::tas: break;
    case SpeedKind::cas: return cas_from_tas(tas_mps, altitude_m);
    case SpeedKind::mach: return mach_from_tas(tas_mps, altitude_m);
    case SpeedKind::ground: return motion.ground_speed_mps;
    }
    return tas_mps;
}

}  // namespace

void Flyer::begin_turn(double load_factor)
{
    const double tas = motion().tas_mps;
    commands_.load_factor = load_factor;
    if (commands_.speed.change)
        return;
    if (std::abs(motion().tas_mps - tas) > 1e-9)
        start_speed_change(tas, std::nullopt);
    else
        watch_speed();
}

void Flyer::end_turn()
{
    begin_turn(1);
}

void Flyer::begin_speed(const SpeedTarget& target, std::optional<double> acceleration_mps2, std::string_view path)
{
    const double tas = motion().tas_mps;
    commands_.speed.target = target;
    commands_.speed.change.reset();
    speed_path_ = path;
    close_limit(Held::speed);
    close_limit(Held::acceleration);
    squeezed_ = Squeezed::no;
    start_speed_change(tas, acceleration_mps2);
}

void Flyer::start_speed_change(double from_mps, std::optional<double> acceleration_mps2)
{
    const double missing = motion().goal_tas_mps - from_mps;
    if (std::abs(missing) < 1e-9) {
        watch_speed();
        return;
    }
    speed_sign_ = missing > 0 ? 1 : -1;
    const auto& most = missing > 0 ? type().max_acceleration_mps2 : type().max_deceleration_mps2;
    const double asked = acceleration_mps2.value_or(default_acceleration_mps2);
    const double flown = most ? std::min(asked, *most) : asked;
    commands_.speed.change = Ramp{from_mps, speed_sign_ * flown, t_s_};
    close_limit(Held::speed);
    squeezed_ = Squeezed::no;
    if (acceleration_mps2 && flown < asked)
        open_limit(Held::acceleration, {{}, std::string{speed_path_}, "acceleration", number_text(asked, "m/s2"),
                                        number_text(flown, "m/s2")});
}

double Flyer::to_speed_limit(const FlightMotion& motion) const
{
    double to_least = speed_slack_mps, to_greatest = speed_slack_mps;
    if (motion.least_tas)
        to_least = motion.asked_tas_mps - motion.least_tas->value;
    if (motion.greatest_tas)
        to_greatest = motion.greatest_tas->value - motion.asked_tas_mps;
    switch (squeezed_) {
    case Squeezed::no: return std::min(to_least, to_greatest) + speed_slack_mps;
    case Squeezed::too_slow: return speed_slack_mps - to_least;
    case Squeezed::too_fast: return speed_slack_mps - to_greatest;
    }
    return speed_slack_mps;
}

void Flyer::watch_speed()
{
    const FlightMotion now = motion();
    Squeezed squeezed = Squeezed::no;
    if (now.least_tas && now.asked_tas_mps < now.least_tas->value - speed_slack_mps / 2)
        squeezed = Squeezed::too_slow;
    else if (now.greatest_tas && now.asked_tas_mps > now.greatest_tas->value + speed_slack_mps / 2)
        squeezed = Squeezed::too_fast;
    if (squeezed == squeezed_)
        return;
    squeezed_ = squeezed;
    close_limit(Held::speed);
    if (squeezed_ != Squeezed::no)
        open_limit(Held::speed, speed_limit_reached(now));
}

LimitReached Flyer::speed_limit_reached(const FlightMotion& motion) const
{
    const Bound& bound = squeezed_ == Squeezed::too_slow ? *motion.least_tas : *motion.greatest_tas;
    const SpeedTarget& target = commands_.speed.target;
    const double possible = in_words_of(target.kind, bound.value, state_[part::altitude], motion);
    return {{}, std::string{speed_path_}, std::string{bound.limit}, speed_text(target.value, target.kind),
            speed_text(possible, target.kind)};
}

}  // namespace incursion
