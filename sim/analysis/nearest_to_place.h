#pragma once

#include "sim/analysis/extreme_distance.h"
#include "sim/analysis/track_path.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// The least geodesic distance between a place and a part of a track, and when. Found by branch and bound, so it is the
/// global one: no distance on the part is less by more than extreme_tolerance_m(result).
/// REQUIRES: the span lies within the track and is not empty; is_valid(place).
DistanceAt nearest_to_place(const TrackPath& path, TimeSpan span, LonLat place);

}  // namespace incursion
