#pragma once

#include <string_view>
#include <vector>

#include "sim/geo/lon_lat.h"
#include "sim/model/airspace.h"

namespace incursion::bench {

/// The longest unbroken run of sides that the airspaces of two keys have in common, point by point; empty where
/// they share no side.
std::vector<LonLat> shared_border(const Airspaces& airspaces, std::string_view one, std::string_view other);

}  // namespace incursion::bench
