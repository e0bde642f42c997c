#pragma once

#include <optional>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/opensky_states.h"

namespace incursion {

/// True if a text begins with a header that has the columns of OpenSky's archives: icao24, lat, lon and lastposupdate.
bool is_opensky_header(std::string_view start);

/// Reads such a text. REQUIRES: is_opensky_header() of its start.
void read_opensky_csv(InputBytes& input, OpenSkyStates& states, Diagnostics& diagnostics);

}  // namespace incursion
