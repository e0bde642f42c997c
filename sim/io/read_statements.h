#pragma once

#include <string>
#include <vector>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

// One table each of `[[account]]`, `[[call]]`, `[[event]]`. References are checked elsewhere.
// A time outside the scenario's span, if that is not empty, gets a warning.

Account read_account(TomlReader& table);
/// A recording is a file beside the scenario; it is added to `inputs`. One that is not there is an error.
Call read_call(TomlReader& table, const TimeSpan& span, std::vector<std::string>& inputs);
Event read_event(TomlReader& table, const TimeSpan& span);

}  // namespace incursion
