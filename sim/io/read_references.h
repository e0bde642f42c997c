#pragma once

#include <optional>
#include <vector>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The tables of a scenario file, item by item those that its lists were read from.
struct ScenarioTables {
    std::vector<TomlReader> accounts, aircraft, calls, events, claims, radars;
    std::optional<TomlReader> rules;
    std::vector<TomlReader> steps;
};

/// Errors for ids that are empty or taken, for accounts and aircraft that do not exist, those of rules, events and
/// steps included, and for a same_as that goes round in a circle or makes one machine of two aircraft of an account;
/// warnings for claims about another account's aircraft and for steps about one that their view hides. An account may
/// be left out where the scenario has none.
void check_references(const Scenario& scenario, ScenarioTables& tables);

}  // namespace incursion
