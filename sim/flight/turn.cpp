#include "sim/flight/turn.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include <fmt/format.h>

#include "sim/flight/compass.h"
#include "sim/geo/geodesic.h"

namespace incursion {

namespace {

constexpr double pi = std::numbers::pi;

/// What the aim counts as aligned: 6 mm of displacement over 60 km.
constexpr double aligned_rad = 1e-7;

/// By whole turns into (-90, 270] degrees: turns to come are seen from 270 degrees before the aim to 90 after.
double ahead_of(double angle_rad)
{
    return std::remainder(angle_rad - pi / 2, 2 * pi) + pi / 2;
}

double roll_rate(const Flyer& flyer)
{
    return flyer.type().roll_rate_radps.value_or(default_roll_rate_radps);
}

double bank_now(const Flyer& flyer)
{
    const auto* law = std::get_if<AlongHeading>(&flyer.commands().lateral);
    return law != nullptr ? law->bank.at(flyer.now_s()) : 0;
}

/// What a roll-out still turns: the integral of g tan(bank)/V over an even change of the bank.
double turned_while_rolling_out(double bank_rad, double rate_radps, double tas_mps)
{
    return -standard_gravity_mps2 / (tas_mps * rate_radps) * std::log(std::cos(bank_rad));
}

/// The turn that is being flown, and how far it is from its end.
class Turning {
public:
    Turning(const Flyer& flyer, const Aim& aim, double side, double ahead_rad)
        : flyer_{flyer}, aim_{aim}, side_{side}, ahead_rad_{ahead_rad}, turned_before_{flyer.state()[part::turned]}
    {
    }

    /// Radians still to turn in the steady bank if the roll-out begins at this state; zero is where it must.
    double remaining(double t_s, const State& state) const
    {
        const double to_go = ahead_rad_ - turned(state);
        if (to_go > 1.4 * pi)
            return to_go;
        Flyer ahead = flyer_.ahead_from(t_s, state);
        const double bank = bank_now(ahead);
        const double lead = turned_while_rolling_out(bank, roll_rate(ahead), ahead.motion().tas_mps);
        const double now = ahead_of(side_ * aim_(ahead));
        if (now > 1.5 * lead + 0.1)  // far from it: the estimate is enough
            return now - lead;
        if (roll_level(ahead) == Outcome::failed)
            return now - lead;
        return ahead_of(side_ * aim_(ahead));
    }

    double turned(const State& state) const { return side_ * (state[part::turned] - turned_before_); }

private:
    const Flyer& flyer_;
    const Aim& aim_;
    double side_;
    double ahead_rad_;
    double turned_before_;
};

/// Rolls in, and turns until it is time to roll out.
TurnEnd turn_until_aimed(Flyer& flyer, const Aim& aim, double side, double ahead_rad, double bank_rad)
{
    const Turning turning{flyer, aim, side, ahead_rad};
    const double rate = standard_gravity_mps2 * std::tan(bank_rad) / flyer.motion().tas_mps;
    Until until;
    until.remaining = [&](double t, const State& state) { return turning.remaining(t, state); };
    until.longest_step_s = std::min(60.0, 0.35 / rate);
    until.at_s = flyer.now_s() + bank_rad / roll_rate(flyer);
    flyer.set_bank({0, side * roll_rate(flyer), flyer.now_s()});
    Outcome outcome = flyer.advance(until);
    if (outcome == Outcome::at_time)
        flyer.set_bank({side * bank_rad, 0, flyer.now_s()});
    while (outcome == Outcome::at_time) {
        if (turning.turned(flyer.state()) > ahead_rad + 2 * pi)
            return TurnEnd::never;
        until.at_s = flyer.now_s() + pi / rate;
        outcome = flyer.advance(until);
    }
    if (outcome == Outcome::reached)
        return TurnEnd::done;
    return outcome == Outcome::time_up ? TurnEnd::time_up : TurnEnd::failed;
}

double turn_ahead(double angle_right_rad, double side)
{
    const double ahead = std::fmod(side * angle_right_rad, 2 * pi);
    return ahead < 0 ? ahead + 2 * pi : ahead;
}

void report_bank(Flyer& flyer, const TurnBank& bank, std::string_view path)
{
    const bool by_load = bank.limit == "load factor";
    const auto text = [&](double rad) {
        return by_load ? number_text(load_factor_from_bank(rad), "g")
                       : number_text(Angle::radians(rad).deg(), "deg of bank");
    };
    flyer.open_limit(Held::turn, {{}, std::string{path}, std::string{bank.limit}, text(bank.asked_rad),
                                  text(bank.flown_rad)});
}

}  // namespace

Aim aim_at_heading(Angle heading)
{
    return [heading](const Flyer& flyer) {
        const Compass compass = compass_at(position_of(flyer.state()));
        return (heading - azimuth_of(flyer.motion().heading, compass)).rad();
    };
}

Aim aim_at_place(LonLat place)
{
    return [place](const Flyer& flyer) {
        const Eigen::Vector3d position = position_of(flyer.state());
        const Angle track = azimuth_of(flyer.motion().ground_velocity, compass_at(position));
        return (inverse(place_of(position), place).azimuth - track).rad();
    };
}

TurnBank turn_bank(const Flyer& flyer, const TurnLimit& limit)
{
    const FlightMotion now = flyer.motion();
    TurnBank bank;
    bank.is_asked = limit.bank || limit.load_factor;
    bank.asked_rad = limit.bank ? limit.bank->rad()
                                : (limit.load_factor ? bank_from_load_factor(*limit.load_factor) : default_bank_rad);
    bank.flown_rad = bank.asked_rad;
    const double altitude = flyer.state()[part::altitude];
    const auto most = greatest_bank_rad(flyer.type(), altitude, now.tas_mps);
    if (most && most->value < bank.asked_rad) {
        bank.flown_rad = most->value;
        bank.limit = most->limit;
    }
    bank.load_factor = load_factor_from_bank(bank.flown_rad);
    if (const auto least = least_tas_mps(flyer.type(), altitude))
        bank.load_factor = std::min(bank.load_factor, std::max(1.0, std::pow(now.tas_mps / least->value, 2)));
    return bank;
}

Outcome roll_level(Flyer& flyer)
{
    const double bank = bank_now(flyer);
    const double rate = roll_rate(flyer);
    Until until;
    until.at_s = flyer.now_s() + std::abs(bank) / rate;
    flyer.set_bank({bank, bank > 0 ? -rate : rate, flyer.now_s()});
    const Outcome outcome = flyer.advance(until);
    if (outcome == Outcome::at_time)
        flyer.set_bank({});
    return outcome;
}

TurnEnd fly_turn(Flyer& flyer, const TurnLimit& limit, TurnSide side, const Aim& aim, std::string_view path)
{
    flyer.hold_heading();
    const double right = std::remainder(aim(flyer), 2 * pi);
    double sign = side == TurnSide::left ? -1 : 1;
    if (side == TurnSide::shorter)
        sign = right < 0 ? -1 : 1;
    const double ahead = turn_ahead(right, sign);
    if (ahead < aligned_rad || ahead > 2 * pi - aligned_rad)
        return TurnEnd::done;

    const TurnBank bank = turn_bank(flyer, limit);
    if (bank.is_asked && !bank.limit.empty())
        report_bank(flyer, bank, path);
    flyer.begin_turn(bank.load_factor);
    TurnEnd end = turn_until_aimed(flyer, aim, sign, ahead, bank.flown_rad);
    if (end == TurnEnd::done) {
        const Outcome outcome = roll_level(flyer);
        if (outcome != Outcome::at_time)
            end = outcome == Outcome::time_up ? TurnEnd::time_up : TurnEnd::failed;
    }
    if (end == TurnEnd::done) {
        flyer.end_turn();
        flyer.close_limit(Held::turn);
    }
    return end;
}

}  // namespace incursion
