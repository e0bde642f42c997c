#pragma once

#include "sim/io/toml_reader.h"
#include "sim/model/flight_plan.h"

namespace incursion {

/// The keys `start`, `plan` and `limits` of an aircraft. Every combination of keys without one clear meaning
/// is an error; the plan returned then is incomplete.
FlightPlan read_flight_plan(TomlReader& aircraft);

}  // namespace incursion
