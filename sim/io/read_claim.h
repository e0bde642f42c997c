#pragma once

#include "sim/io/toml_reader.h"
#include "sim/model/claim.h"

namespace incursion {

/// One `[[claim]]`. A figure is a quantity, a list of readings, or a table of a bound or of a value and its tolerance.
/// Errors for a claim that states nothing, names too little of what it speaks of, or whose readings do not go together.
/// The account, aircraft and airspace that it names are checked elsewhere.
Claim read_claim(TomlReader& table);

}  // namespace incursion
