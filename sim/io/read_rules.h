#pragma once

#include <optional>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// `[rules]` of a scenario; none where it has none.
std::optional<WarningRules> read_rules(TomlReader& root);

/// `avoidance` of a scenario or an aircraft: bank or load factor, roll rate, reaction.
std::optional<AvoidanceTurn> read_avoidance(TomlReader& table);

/// The keys `aircraft`, `by` and `action` of an event.
void read_event_action(TomlReader& table, Event& event);

}  // namespace incursion
