#pragma once

#include <span>
#include <vector>

#include "sim/model/fix.h"

namespace incursion {

/// Fixes in stretches whose longitudes lie in [-180, 180], all places to 1e-8 degrees: one, or several where the track
/// goes over 180 degrees, cut there as RFC 7946 (section 3.1.9) asks. At a cut the stretch before ends and the next
/// begins in one place, on either side of the meridian: where the geodesic leg meets it, at the instant of constant
/// ground speed, with an altitude linear in time and the larger accuracy of its two ends (none where one is unknown).
std::vector<std::vector<Fix>> geodesic_pieces(std::span<const Fix> fixes);

}  // namespace incursion
