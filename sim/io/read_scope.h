#pragma once

#include <optional>
#include <vector>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// `[scope]` with `centre = [longitude, latitude]`, `range = "60 km"` and `radar = "ID"`, one of the scenario's, any of
/// which may be absent; nothing where there is no such table.
std::optional<ScopeView> read_scope(TomlReader& root, const std::vector<Radar>& radars);

/// One `[[place]]`: `name`, `position`, and perhaps `kind`, one of town (which it is without), airfield, mark.
Place read_place(TomlReader& table);

}  // namespace incursion
