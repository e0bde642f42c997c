#pragma once

#include <optional>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// `[scope]` with `centre = [longitude, latitude]` and `range = "60 km"`, either of which may be absent; nothing
/// where there is no such table.
std::optional<ScopeView> read_scope(TomlReader& root);

/// One `[[place]]`: `name`, `position`, and perhaps `kind`, one of town (which it is without), airfield, mark.
Place read_place(TomlReader& table);

}  // namespace incursion
