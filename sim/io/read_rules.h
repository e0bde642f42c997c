#pragma once

#include <optional>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The table `[rules]` of a scenario.
WarningRules read_rules(TomlReader& table);

/// `avoidance` of a scenario or an aircraft: bank or load factor, roll rate, reaction.
std::optional<AvoidanceTurn> read_avoidance(TomlReader& table);

/// The keys `aircraft`, `by` and `action` of an event.
void read_event_action(TomlReader& table, Event& event);

}  // namespace incursion
