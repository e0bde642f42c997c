#include "sim/io/read_rules.h"

#include "sim/base/angle.h"
#include "sim/io/read_evidence.h"

namespace incursion {

namespace {

std::optional<RuleAction> read_action(TomlReader& table)
{
    const auto choice = table.choice("action", {"call", "intercept", "engage"});
    if (!choice)
        return std::nullopt;
    return *choice == 0 ? RuleAction::call : *choice == 1 ? RuleAction::intercept : RuleAction::engage;
}

RulePermission read_permission(TomlReader& table)
{
    table.need({"who", "action"});
    table.at_most_one_of({"within", "inside"});
    if (!table.has("within") && !table.has("inside"))
        table.error("", "say where this may be done: within = \"5 km\" or inside = true");
    RulePermission may;
    const auto who = table.text("who");
    may.who = who.value_or("");
    if (who && who->empty())
        table.error("who", "name who may do it, as events and calls name them");
    may.action = read_action(table).value_or(RuleAction::call);
    may.within_m = table.quantity("within", Dimension::length, Sign::positive).value_or(0);
    if (table.flag("inside") == false)
        table.error("inside", "only true says something; leave it out and give within");
    table.finish();
    return may;
}

}  // namespace

WarningRules read_rules(TomlReader& table)
{
    WarningRules rules;
    rules.account = table.text("account").value_or("");
    const auto airspace = table.text("airspace");
    rules.airspace = airspace.value_or("");
    if (airspace && airspace->empty())
        table.error("airspace", "name the airspace that the rules protect, or leave the key out for every foreign one");
    rules.buffer_m = table.quantity("buffer", Dimension::length, Sign::positive);
    rules.first_call_m = table.quantity("first_call", Dimension::length, Sign::positive);
    rules.first_call_s = table.quantity("first_call_time", Dimension::time, Sign::positive);
    rules.interval_s = table.quantity("interval", Dimension::time, Sign::positive);
    if (const auto calls = table.integer("least_calls", Sign::not_negative))
        rules.least_calls = static_cast<std::size_t>(*calls);
    rules.response_time_s = table.quantity("response_time", Dimension::time, Sign::not_negative).value_or(0);
    for (TomlReader& may : table.tables("may"))
        rules.may.push_back(read_permission(may));
    rules.evidence = read_evidence(table);
    table.finish();
    return rules;
}

AvoidanceTurn read_turn(TomlReader& table)
{
    table.at_most_one_of({"bank", "load_factor"});
    AvoidanceTurn turn;
    turn.bank_rad = table.quantity("bank", Dimension::angle, Sign::positive);
    if (turn.bank_rad && *turn.bank_rad > Angle::degrees(85).rad())
        table.error("bank", "a bank away lies between 0 and 85 degrees");
    turn.load_factor = table.load_factor("load_factor");
    if (turn.load_factor && !(*turn.load_factor > 1))
        table.error("load_factor", "a turn needs more than 1 g");
    turn.roll_rate_radps = table.quantity("roll_rate", Dimension::angular_rate, Sign::positive);
    turn.reaction_s = table.quantity("reaction", Dimension::time, Sign::not_negative).value_or(0);
    return turn;
}

std::optional<AvoidanceTurn> read_avoidance(TomlReader& table)
{
    auto inner = table.table("avoidance");
    if (!inner)
        return std::nullopt;
    const AvoidanceTurn turn = read_turn(*inner);
    inner->finish();
    return turn;
}

void read_event_action(TomlReader& table, Event& event)
{
    event.aircraft = table.text("aircraft").value_or("");
    event.by = table.text("by").value_or("");
    event.action = read_action(table);
    table.only_with("action", {"aircraft"});
}

}  // namespace incursion
