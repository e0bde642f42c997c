#pragma once

#include <string>

#include "sim/model/scenario.h"

namespace incursion {

/// What a source of airspaces says of itself: the description of its layer (`"description"` of a GeoJSON collection),
/// where publishers put their names and licences. Empty where it says nothing or cannot be opened; nothing is reported:
/// read_airspaces does that.
std::string borders_credit(const AirspaceSource& source);

}  // namespace incursion
