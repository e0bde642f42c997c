#pragma once

#include <cstdint>

#include <simdjson.h>

#include "sim/io/opensky_states.h"

namespace incursion {

/// The state vectors of one JSON value at `line`: of a document of the REST API (`{"time": .., "states": [..]}`, null
/// where there are none), or one with names as in the archives (`{"time": .., "icao24": .., "lat": ..}`).
void add_opensky_document(const simdjson::dom::element& document, std::int64_t line, OpenSkyStates& states);

}  // namespace incursion
