#pragma once

#include <optional>
#include <vector>

#include "sim/geo/ring.h"

namespace incursion {

enum class AreaOperation { unite, subtract, intersect };

/// What two areas make together, each the even-odd reading of its rings, with sides straight in longitude and latitude
/// (GEOS, through OGR). The rings stay as they are where even-odd says the same: parts of a union that do not overlap,
/// but for slivers of a millionth of their area, and holes within. Nothing where GEOS cannot: rings that cross
/// themselves, or round a pole.
std::optional<std::vector<Ring>> combined_rings(std::vector<Ring> a, std::vector<Ring> b, AreaOperation operation);

}  // namespace incursion
