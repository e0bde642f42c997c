#pragma once

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// The keys `source`, `confidence` and `note` of a table; absent ones are empty. A confidence that is none
/// of A, B, C, D, G becomes an error.
Evidence read_evidence(TomlReader& table);

}  // namespace incursion
