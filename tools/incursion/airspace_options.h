#pragma once

#include "sim/model/scenario.h"

namespace CLI {
class App;
}

namespace incursion {

/// The arguments that say which fields of a source of airspaces hold what, the same in every command: --key, --owner,
/// --floor, --ceiling, --activation, --airspace-format, --layer. `source` outlives the parsing.
void setup_airspace_fields(CLI::App& app, AirspaceSource& source);

}  // namespace incursion
