#include "sim/io/read_flight_plan.h"

#include <numbers>
#include <utility>

#include <fmt/format.h>

namespace incursion {

namespace {

constexpr double half_turn_rad = std::numbers::pi;

/// A direction on the compass card.
std::optional<Angle> read_direction(TomlReader& table, std::string_view key)
{
    const auto rad = table.quantity(key, Dimension::angle, Sign::not_negative);
    if (rad && *rad > 2 * half_turn_rad) {
        table.error(key, "a direction lies between 0 and 360 deg");
        return std::nullopt;
    }
    return rad ? std::optional{Angle::radians(*rad)} : std::nullopt;
}

/// An angle of more than zero and less than a quarter turn: a bank, a climb.
std::optional<Angle> read_slope(TomlReader& table, std::string_view key)
{
    const auto rad = table.quantity(key, Dimension::angle, Sign::positive);
    if (rad && *rad >= half_turn_rad / 2) {
        table.error(key, "this must lie between 0 and 90 deg");
        return std::nullopt;
    }
    return rad ? std::optional{Angle::radians(*rad)} : std::nullopt;
}

/// One of the four speed keys, each of its own kind.
std::optional<SpeedTarget> read_speed(TomlReader& table)
{
    table.at_most_one_of({"speed", "cas", "mach", "ground_speed"});
    std::optional<SpeedTarget> target;
    const auto keep = [&](SpeedKind kind, std::optional<double> value) {
        if (value)
            target = SpeedTarget{kind, *value};
    };
    keep(SpeedKind::tas, table.quantity("speed", Dimension::speed, Sign::positive));
    keep(SpeedKind::cas, table.quantity("cas", Dimension::speed, Sign::positive));
    keep(SpeedKind::mach, table.number("mach", Sign::positive));
    keep(SpeedKind::ground, table.quantity("ground_speed", Dimension::speed, Sign::positive));
    return target;
}

bool has_speed(TomlReader& table)
{
    const bool has[] = {table.has("speed"), table.has("cas"), table.has("mach"), table.has("ground_speed")};
    return has[0] || has[1] || has[2] || has[3];
}

TurnLimit read_turn_limit(TomlReader& item)
{
    item.at_most_one_of({"bank", "load_factor"});
    item.only_with("bank", {"fly_to", "turn_to"});
    item.only_with("load_factor", {"fly_to", "turn_to"});
    TurnLimit turn{read_slope(item, "bank"), item.load_factor("load_factor")};
    if (turn.load_factor && !(*turn.load_factor > 1)) {
        item.error("load_factor", "a turn needs more than 1 g");
        turn.load_factor.reset();
    }
    return turn;
}

TurnSide read_side(TomlReader& table, TurnSide otherwise, bool shorter_allowed)
{
    const auto side = shorter_allowed ? table.choice("side", {"left", "right", "shorter"})
                                      : table.choice("side", {"left", "right"});
    constexpr TurnSide sides[] = {TurnSide::left, TurnSide::right, TurnSide::shorter};
    return side ? sides[*side] : otherwise;
}

std::optional<Orbit> read_orbit(TomlReader& item)
{
    auto table = item.table("orbit");
    if (!table)
        return std::nullopt;
    table->need({"centre", "radius"});
    table->at_most_one_of({"duration", "turns"});
    if (table->has("leg"))
        table->need({"bearing"});
    table->only_with("bearing", {"leg"});
    Orbit orbit;
    orbit.centre = table->position("centre").value_or(LonLat{});
    orbit.radius_m = table->quantity("radius", Dimension::length, Sign::positive).value_or(0);
    orbit.leg_m = table->quantity("leg", Dimension::length, Sign::not_negative).value_or(0);
    orbit.leg_bearing = read_direction(*table, "bearing").value_or(Angle{});
    orbit.side = read_side(*table, TurnSide::right, false);
    orbit.duration_s = table->quantity("duration", Dimension::time, Sign::positive);
    orbit.turns = table->number("turns", Sign::positive);
    table->finish();
    return orbit;
}

std::optional<std::variant<FlyTo, TurnTo, Hold, Orbit>> read_lateral(TomlReader& item)
{
    item.at_most_one_of({"fly_to", "turn_to", "hold", "orbit"});
    item.only_with("over", {"fly_to"});
    item.only_with("side", {"turn_to"});
    const TurnLimit turn = read_turn_limit(item);
    const bool over = item.flag("over").value_or(false);
    const TurnSide side = read_side(item, TurnSide::shorter, true);
    const auto place = item.position("fly_to");
    const auto heading = read_direction(item, "turn_to");
    const auto hold_s = item.quantity("hold", Dimension::time, Sign::positive);
    const auto orbit = read_orbit(item);
    if (place)
        return FlyTo{*place, over, turn};
    if (heading)
        return TurnTo{*heading, side, turn};
    if (hold_s)
        return Hold{*hold_s};
    if (orbit)
        return *orbit;
    return std::nullopt;
}

std::optional<ClimbTo> read_climb(TomlReader& item)
{
    item.at_most_one_of({"climb_rate", "climb_angle"});
    item.only_with("climb_rate", {"climb_to"});
    item.only_with("climb_angle", {"climb_to"});
    const auto altitude_m = item.quantity("climb_to", Dimension::length);
    const auto rate_mps = item.quantity("climb_rate", Dimension::speed, Sign::positive);
    const auto path_angle = read_slope(item, "climb_angle");
    return altitude_m ? std::optional{ClimbTo{*altitude_m, rate_mps, path_angle}} : std::nullopt;
}

std::optional<SpeedChange> read_speed_change(TomlReader& item)
{
    item.only_with("acceleration", {"speed", "cas", "mach", "ground_speed"});
    const auto acceleration_mps2 = item.quantity("acceleration", Dimension::acceleration, Sign::positive);
    const auto target = read_speed(item);
    return target ? std::optional{SpeedChange{*target, acceleration_mps2}} : std::nullopt;
}

PlanItem read_plan_item(TomlReader& item)
{
    PlanItem result;
    result.path = item.path();
    result.lateral = read_lateral(item);
    result.climb = read_climb(item);
    result.speed = read_speed_change(item);
    const bool asks = item.has("fly_to") || item.has("turn_to") || item.has("hold") || item.has("orbit") ||
                      item.has("climb_to") || has_speed(item);
    if (!asks)
        item.error("", "this item asks for nothing; give it one of fly_to, turn_to, hold, orbit, climb_to, speed, "
                       "cas, mach, ground_speed");
    item.finish();
    return result;
}

bool never_ends(const PlanItem& item)
{
    const Orbit* orbit = item.lateral ? std::get_if<Orbit>(&*item.lateral) : nullptr;
    return orbit != nullptr && !orbit->duration_s && !orbit->turns;
}

StartState read_start(TomlReader& aircraft)
{
    StartState start;
    auto table = aircraft.table("start");
    if (!table)
        return start;
    table->need({"position", "altitude", "heading"});
    if (!has_speed(*table))
        table->error("", "'speed' is missing (or cas, mach, ground_speed)");
    start.place = table->position("position").value_or(LonLat{});
    start.altitude_m = table->quantity("altitude", Dimension::length).value_or(0);
    start.heading = read_direction(*table, "heading").value_or(Angle{});
    start.speed = read_speed(*table).value_or(SpeedTarget{});
    table->finish();
    return start;
}

}  // namespace

FlightPlan read_flight_plan(TomlReader& aircraft)
{
    FlightPlan plan;
    plan.start = read_start(aircraft);
    std::vector<TomlReader> items = aircraft.tables("plan");
    for (std::size_t i = 0; i < items.size(); ++i) {
        plan.items.push_back(read_plan_item(items[i]));
        if (never_ends(plan.items.back()) && i + 1 < items.size())
            items[i].error("orbit", "this orbit never ends, so the items after it are never flown; give it a duration "
                                    "or turns");
    }
    if (aircraft.choice("limits", {"fly", "refuse"}) == std::size_t{1})
        plan.limits = LimitPolicy::refuse;
    return plan;
}

}  // namespace incursion
