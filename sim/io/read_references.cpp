#include "sim/io/read_references.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/check_ids.h"
#include "sim/io/toml_spelling.h"
#include "sim/model/same_machine.h"

namespace incursion {

namespace {

/// Every item of a list against the accounts there are.
template <class Item>
void check_accounts(const std::vector<Item>& items, std::vector<TomlReader>& tables,
                    const std::vector<std::string>& accounts)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (tables[i].has("account") && !holds(accounts, items[i].account))
            tables[i].error("account", fmt::format("there is no account '{}'{}", items[i].account,
                                                   did_you_mean(items[i].account, accounts)));
        else if (!tables[i].has("account") && !accounts.empty())
            tables[i].error("", "'account' is missing; say whose version this belongs to");
    }
}

/// Does who follows `same_as` from here come back here?
bool goes_round(const std::vector<Aircraft>& all, const std::vector<std::string>& ids, std::size_t start)
{
    std::size_t at = start;
    for (std::size_t step = 0; step < all.size() && !all[at].same_as.empty(); ++step) {
        at = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), all[at].same_as) - ids.begin());
        if (at == start)
            return true;
        if (at == ids.size())
            return false;
    }
    return false;
}

/// Another aircraft that is the same machine as this one and flies in the same account.
const Aircraft* twin_in_account(const std::vector<Aircraft>& all, std::size_t aircraft)
{
    for (const std::size_t other : same_machine(all, aircraft))
        if (all[other].account == all[aircraft].account)
            return &all[other];
    return nullptr;
}

/// One machine flies once in each account, and chains of `same_as` have an end.
void check_same_machines(const std::vector<Aircraft>& all, std::vector<TomlReader>& tables)
{
    const std::vector<std::string> ids = ids_of(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!tables[i].has("same_as"))
            continue;
        if (!holds(ids, all[i].same_as))
            tables[i].error("same_as", fmt::format("there is no aircraft '{}'{}; there are {}", all[i].same_as,
                                                   did_you_mean(all[i].same_as, ids), fmt::join(ids, ", ")));
        else if (goes_round(all, ids, i))
            tables[i].error("same_as", fmt::format("from '{}' this leads back to '{}'; leave same_as out of the one "
                                                   "that the others name",
                                                   all[i].same_as, all[i].id));
        else if (const Aircraft* twin = twin_in_account(all, i))
            tables[i].error("same_as", fmt::format("this makes '{}' and '{}' of one account the same machine; name the "
                                                   "aircraft of another account",
                                                   all[i].id, twin->id));
    }
}

void check_claims(const Scenario& scenario, std::vector<TomlReader>& tables)
{
    const std::vector<std::string> ids = ids_of(scenario.aircraft);
    for (std::size_t i = 0; i < scenario.claims.size(); ++i) {
        const Claim& claim = scenario.claims[i];
        if (!tables[i].has("aircraft"))
            continue;
        const auto found = std::find(ids.begin(), ids.end(), claim.aircraft);
        if (found == ids.end())
            tables[i].error("aircraft", fmt::format("there is no aircraft '{}'{}", claim.aircraft,
                                                    did_you_mean(claim.aircraft, ids)));
        else if (scenario.aircraft[static_cast<std::size_t>(found - ids.begin())].account != claim.account)
            tables[i].warning("aircraft", fmt::format("'{}' flies in the account of another party", claim.aircraft));
    }
}

/// `; the scenario's accounts are: a, b`
std::string known_names(const char* what, const std::vector<std::string>& ids)
{
    return ids.empty() ? fmt::format("; the scenario has no {}", what)
                       : fmt::format("; the scenario's {} are: {}", what, fmt::join(ids, ", "));
}

void check_events(const Scenario& scenario, std::vector<TomlReader>& tables)
{
    const std::vector<std::string> ids = ids_of(scenario.aircraft);
    for (std::size_t i = 0; i < scenario.events.size(); ++i) {
        const std::string& id = scenario.events[i].aircraft;
        if (tables[i].has("aircraft") && !holds(ids, id))
            tables[i].error("aircraft", fmt::format("there is no aircraft '{}'{}{}", id, did_you_mean(id, ids),
                                                    known_names("aircraft", ids)));
    }
}

void check_rules_account(const WarningRules& rules, TomlReader& table, const std::vector<std::string>& accounts)
{
    if (table.has("account") && !holds(accounts, rules.account))
        table.error("account", fmt::format("there is no account '{}'{}{}", rules.account,
                                           did_you_mean(rules.account, accounts), known_names("accounts", accounts)));
}

void check_step_aircraft(const std::string& id, TomlReader& table, const std::vector<std::string>& ids)
{
    if (table.has("aircraft") && !holds(ids, id))
        table.error("aircraft", fmt::format("there is no aircraft '{}'{}{}", id, did_you_mean(id, ids),
                                            known_names("aircraft", ids)));
}

/// A step's aircraft is not to be seen where its view shows another account alone.
void check_step_account(const Scenario& scenario, const Step& step, TomlReader& table,
                        const std::vector<std::string>& accounts)
{
    const std::string id = step.view.account.value_or("");
    if (id.empty())
        return;
    auto view = table.table("view");
    if (view && !holds(accounts, id))
        view->error("account", fmt::format("there is no account '{}'{}{}", id, did_you_mean(id, accounts),
                                           known_names("accounts", accounts)));
    for (const Aircraft& aircraft : scenario.aircraft)
        if (aircraft.id == step.aircraft && aircraft.account != id && holds(accounts, id))
            table.warning("aircraft", fmt::format("'{}' flies in the account of another party, which this step's view "
                                                  "hides",
                                                  aircraft.id));
}

void check_steps(const Scenario& scenario, std::vector<TomlReader>& tables, const std::vector<std::string>& accounts)
{
    const std::vector<std::string> ids = ids_of(scenario.aircraft);
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const Step& step = scenario.steps[i];
        check_step_aircraft(step.aircraft, tables[i], ids);
        if (const auto* pointed = std::get_if<PointAtAircraft>(&step.point_at))
            if (auto inner = tables[i].table("point_at"))
                check_step_aircraft(pointed->aircraft, *inner, ids);
        check_step_account(scenario, step, tables[i], accounts);
    }
}

}  // namespace

void check_references(const Scenario& scenario, ScenarioTables& tables)
{
    const std::vector<std::string> accounts = ids_of(scenario.accounts);
    check_ids(accounts, tables.accounts);
    check_ids(ids_of(scenario.aircraft), tables.aircraft);
    check_accounts(scenario.aircraft, tables.aircraft, accounts);
    check_same_machines(scenario.aircraft, tables.aircraft);
    check_ids(ids_of(scenario.radars), tables.radars);
    check_accounts(scenario.radars, tables.radars, accounts);
    check_accounts(scenario.calls, tables.calls, accounts);
    check_accounts(scenario.events, tables.events, accounts);
    check_accounts(scenario.claims, tables.claims, accounts);
    check_claims(scenario, tables.claims);
    check_events(scenario, tables.events);
    if (scenario.rules && tables.rules)
        check_rules_account(*scenario.rules, *tables.rules, accounts);
    check_steps(scenario, tables.steps, accounts);
}

}  // namespace incursion
