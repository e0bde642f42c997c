#pragma once

#include "sim/analysis/report.h"

namespace incursion {

/// The least of a track's closest approaches, the first among equals; null where there are none. It lives in the
/// report.
const ClosestApproach* nearest_approach(const TrackReport& track);

}  // namespace incursion
