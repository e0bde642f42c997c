#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/model/radar.h"
#include "sim/radar/measurement.h"
#include "sim/radar/observe.h"
#include "sim/radar/tracker.h"

namespace incursion {

/// What a tracker takes of the plots that came from one true track, in their order.
std::vector<RadarMeasurement> measurements_of(std::span<const Plot> plots, std::size_t track);

/// How a tracker works behind a radar of that type: its scan period, and the noise of its heights.
TrackerOptions tracker_options(const RadarType& type);

}  // namespace incursion
