#include "sim/flight/plan_check.h"

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "sim/flight/atmosphere.h"

namespace incursion {

namespace {

constexpr double half_pi = Angle::degrees(90).rad();
constexpr double most_fixes = 2e7;

/// Collects the problems of one place after the other.
class Check {
public:
    void at(std::string place) { place_ = std::move(place); }

    void require(bool good, std::string_view problem)
    {
        if (!good)
            text_ += fmt::format("{}{}: {}", text_.empty() ? "" : "; ", place_, problem);
    }
    /// Also refuses what is not a number.
    void within(double value, double low, double high, std::string_view what)
    {
        require(value >= low && value <= high, fmt::format("{} must lie between {:g} and {:g}", what, low, high));
    }
    void within(const std::optional<double>& value, double low, double high, std::string_view what)
    {
        if (value)
            within(*value, low, high, what);
    }

    std::optional<Problem> result() const { return text_.empty() ? std::nullopt : std::optional{Problem{text_}}; }

private:
    std::string place_;
    std::string text_;
};

void check_altitude(Check& check, double altitude_m)
{
    check.within(altitude_m, isa_lowest_m, isa_highest_m, "the altitude in metres");
}

void check_speed(Check& check, const SpeedTarget& target)
{
    if (target.kind == SpeedKind::mach)
        check.within(target.value, 0.003, 10, "the Mach number");
    else
        check.within(target.value, 1, 3000, "the speed in m/s");
}

void check_turn(Check& check, const TurnLimit& turn)
{
    check.require(!(turn.bank && turn.load_factor), "give a bank or a load factor, not both");
    if (turn.bank)
        check.within(turn.bank->deg(), 0.1, 89, "the bank in degrees");
    check.within(turn.load_factor, 1.00001, 50, "the load factor");
}

void check_action(Check& check, const FlyTo& to)
{
    check.require(is_valid(to.place), "the place to fly to is not on the Earth");
    check_turn(check, to.turn);
}

void check_action(Check& check, const TurnTo& turn)
{
    check.require(std::isfinite(turn.heading.rad()), "the heading is not a number");
    check_turn(check, turn.turn);
}

void check_action(Check& check, const Hold& hold)
{
    check.within(hold.duration_s, 0, 1e9, "the duration in seconds");
}

void check_action(Check& check, const Orbit& orbit)
{
    check.require(is_valid(orbit.centre), "the centre of the orbit is not on the Earth");
    check.within(orbit.radius_m, 10, 1e6, "the radius in metres");
    check.within(orbit.leg_m, 0, 2e6, "the length of the legs in metres");
    check.require(std::isfinite(orbit.leg_bearing.rad()), "the bearing of the legs is not a number");
    check.require(orbit.side != TurnSide::shorter, "an orbit turns left or right");
    check.require(!(orbit.duration_s && orbit.turns), "give a duration or a number of turns, not both");
    check.within(orbit.duration_s, 0, 1e9, "the duration in seconds");
    check.within(orbit.turns, 0, 1e6, "the number of turns");
}

void check_item(Check& check, const PlanItem& item)
{
    check.at(item.path);
    if (item.lateral)
        std::visit([&](const auto& action) { check_action(check, action); }, *item.lateral);
    if (item.climb) {
        check_altitude(check, item.climb->altitude_m);
        check.require(!(item.climb->rate_mps && item.climb->path_angle), "give a rate or an angle, not both");
        check.within(item.climb->rate_mps, 1e-3, 3000, "the rate of climb or descent in m/s");
        if (item.climb->path_angle)
            check.within(item.climb->path_angle->deg(), 1e-3, 80, "the angle of climb or descent in degrees");
    }
    if (item.speed) {
        check_speed(check, item.speed->target);
        check.within(item.speed->acceleration_mps2, 1e-4, 1000, "the acceleration in m/s2");
    }
}

void check_type(Check& check, const AircraftType& type)
{
    check.at(fmt::format("aircraft type {}", type.id));
    check.within(type.mass_kg, 1e-3, 1e7, "the mass in kg");
    check.within(type.wing_area_m2, 1e-4, 1e5, "the wing area in m2");
    check.within(type.max_lift_coefficient, 1e-2, 20, "the maximum lift coefficient");
    check.within(type.max_load_factor, 1.00001, 50, "the maximum load factor");
    check.within(type.min_load_factor, -50, 0.99, "the minimum load factor");
    check.within(type.max_bank_rad, 1e-3, half_pi - 1e-3, "the maximum bank in radians");
    check.within(type.roll_rate_radps, 1e-3, 100, "the roll rate in rad/s");
    check.within(type.max_mach, 0.003, 10, "the maximum Mach number");
    check.within(type.max_cas_mps, 1, 3000, "the maximum CAS in m/s");
    check.within(type.min_cas_mps, 0.1, 1000, "the minimum CAS in m/s");
    check.within(type.ceiling_m, isa_lowest_m, 1e6, "the ceiling in metres");
    check.within(type.max_climb_mps, 1e-3, 1e4, "the maximum climb in m/s");
    check.within(type.max_descent_mps, 1e-3, 1e4, "the maximum descent in m/s");
    check.within(type.max_acceleration_mps2, 1e-4, 1e4, "the maximum acceleration in m/s2");
    check.within(type.max_deceleration_mps2, 1e-4, 1e4, "the maximum deceleration in m/s2");
}

void check_wind(Check& check, const Wind& wind)
{
    check.at("wind");
    for (std::size_t i = 0; i < wind.layers.size(); ++i) {
        const WindLayer& layer = wind.layers[i];
        check.require(std::isfinite(layer.altitude_m) && std::isfinite(layer.from.rad()),
                      fmt::format("layer {} has no altitude or direction", i));
        check.within(layer.speed_mps, 0, 300, fmt::format("the speed of layer {} in m/s", i));
        check.require(i == 0 || wind.layers[i - 1].altitude_m < layer.altitude_m,
                      fmt::format("layer {} is not above the one before", i));
    }
}

void check_options(Check& check, const FlightOptions& options)
{
    check.at("flight");
    check.require(options.span.from <= options.span.to, "it ends before it begins");
    check.require(options.record_from <= options.span.to, "recording begins after the flight has ended");
    check.within(options.tolerance_m, 1e-9, 1e3, "the tolerance in metres");
    check.require(options.record_interval > Duration::zero(), "the recording interval must be above zero");
    if (options.record_interval > Duration::zero())
        check.require(to_seconds(options.span.length()) / to_seconds(options.record_interval) <= most_fixes,
                      "more than 20 million fixes; record at a longer interval");
}

}  // namespace

std::optional<Problem> problem_with(const FlightPlan& plan, const AircraftType& type, const Wind& wind,
                                    const FlightOptions& options)
{
    Check check;
    check_options(check, options);
    check_type(check, type);
    check_wind(check, wind);
    check.at("start");
    check.require(is_valid(plan.start.place), "the place is not on the Earth");
    check_altitude(check, plan.start.altitude_m);
    check.require(std::isfinite(plan.start.heading.rad()), "the heading is not a number");
    check_speed(check, plan.start.speed);
    for (const PlanItem& item : plan.items)
        check_item(check, item);
    return check.result();
}

}  // namespace incursion
