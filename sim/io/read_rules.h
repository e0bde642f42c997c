#pragma once

#include <optional>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The table `[rules]` of a scenario.
WarningRules read_rules(TomlReader& table);

/// `bank` or `load_factor`, `roll_rate` and `reaction` of a table that may have other keys too.
AvoidanceTurn read_turn(TomlReader& table);

/// `avoidance` of a scenario or an aircraft: those keys.
std::optional<AvoidanceTurn> read_avoidance(TomlReader& table);

/// The keys `aircraft`, `by` and `action` of an event.
void read_event_action(TomlReader& table, Event& event);

}  // namespace incursion
