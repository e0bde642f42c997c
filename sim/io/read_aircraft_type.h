#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/model/aircraft_type.h"

namespace incursion {

/// Reads an aircraft type from TOML: `id`, `title`, and one table per number,
///
///     [mass]
///     value = "33325 kg"
///     source = "where the number stands"
///     confidence = "G"        # A, B, C, D or G, see SourcedNumber
///     note = "optional"
///
/// named as the members of AircraftType without their unit. max_lift_coefficient, max_load_factor,
/// min_load_factor and max_mach are bare numbers (load factors also `"2 g"`). What the engine does not use
/// stands under `[other.NAME]` with the same fields. Every table is optional.
/// Returns nothing, with every problem in `diagnostics`, if anything is wrong: syntax, unknown keys, units,
/// a missing source, a number that no aircraft has.
std::optional<AircraftType> read_aircraft_type(const std::string& path, Diagnostics& diagnostics);

}  // namespace incursion
