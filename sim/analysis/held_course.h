#pragma once

#include <optional>

#include "sim/analysis/track_path.h"

namespace incursion {

/// The flight of an aircraft that keeps the velocity over the ground and the rate of climb which it has at `t`, for so
/// long: two fixes, the leg between them a geodesic. None of an aircraft that stands still.
/// REQUIRES: t within the track, ends included; `lasts` positive.
std::optional<Track> held_course(const TrackPath& path, Time t, Duration lasts);

}  // namespace incursion
