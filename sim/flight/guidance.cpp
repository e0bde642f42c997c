#include "sim/flight/guidance.h"

#include <cstddef>
#include <type_traits>
#include <variant>

#include "sim/flight/turn.h"

namespace incursion {

namespace {

/// What ended by the clock ended as planned.
Outcome done_at_time(Outcome outcome)
{
    return outcome == Outcome::at_time ? Outcome::reached : outcome;
}

Outcome turn_to(Flyer& flyer, const TurnTo& turn, const PlanItem& item)
{
    switch (fly_turn(flyer, turn.turn, turn.side, aim_at_heading(turn.heading), item.path)) {
    case TurnEnd::done: return Outcome::reached;
    case TurnEnd::time_up: return Outcome::time_up;
    case TurnEnd::failed: return Outcome::failed;
    case TurnEnd::never: break;
    }
    return flyer.fail("the heading is not reached after more than a full turn");
}

Outcome hold(Flyer& flyer, const Hold& hold)
{
    Until until;
    until.at_s = flyer.now_s() + hold.duration_s;
    return done_at_time(flyer.advance(until));
}

/// Holds the heading until what the item itself began is done.
Outcome settle(Flyer& flyer, const PlanItem& item)
{
    flyer.hold_heading();
    Until until;
    until.remaining = [&](double, const State&) {
        const bool waits = (item.climb && !flyer.climb_done()) || (item.speed && !flyer.speed_done());
        return waits ? 1.0 : -1.0;
    };
    return flyer.advance(until);
}

Outcome fly_item(Flyer& flyer, const PlanItem& item, const PlanItem* next)
{
    begin_item(flyer, item);
    if (!item.lateral)
        return settle(flyer, item);
    return std::visit(
        [&](const auto& action) {
            using Action = std::decay_t<decltype(action)>;
            if constexpr (std::is_same_v<Action, FlyTo>)
                return fly_to(flyer, action, item, next);
            else if constexpr (std::is_same_v<Action, TurnTo>)
                return turn_to(flyer, action, item);
            else if constexpr (std::is_same_v<Action, Hold>)
                return hold(flyer, action);
            else
                return fly_orbit(flyer, action, item);
        },
        *item.lateral);
}

}  // namespace

void begin_item(Flyer& flyer, const PlanItem& item)
{
    flyer.begin_item(item.path);
    if (item.speed)
        flyer.begin_speed(item.speed->target, item.speed->acceleration_mps2, item.path);
    if (item.climb)
        flyer.begin_climb(*item.climb, item.path);
}

Outcome fly_items(Flyer& flyer, std::span<const PlanItem> items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Outcome outcome = fly_item(flyer, items[i], i + 1 < items.size() ? &items[i + 1] : nullptr);
        if (outcome != Outcome::reached)
            return outcome;
    }
    return flyer.advance({});
}

}  // namespace incursion
