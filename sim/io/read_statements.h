#pragma once

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

// One table each of `[[account]]`, `[[call]]`, `[[event]]`, `[[claim]]`. References are checked elsewhere.
// A time outside the scenario's span, if that is not empty, gets a warning.

Account read_account(TomlReader& table);
Call read_call(TomlReader& table, const TimeSpan& span);
Event read_event(TomlReader& table, const TimeSpan& span);
Claim read_claim(TomlReader& table);

}  // namespace incursion
