#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/model/radar.h"

namespace incursion {

/// Reads a radar type from TOML: `id`, `title`, `secondary` (true or false) and one table per number with `value`,
/// `source`, `confidence`, `note`, named as the members of RadarType without their unit: `scan_period`, `beam_width`,
/// `max_range`, `range_noise`, `azimuth_noise`, `range_resolution` (all needed), `min_range`, `max_elevation`,
/// `height_noise`, `height_step`, `detection`, `detection_range` (a primary radar needs it), `reference_cross_section`,
/// `false_alarm`. Probabilities are bare numbers.
/// Returns nothing, with every problem in `diagnostics`, if anything is wrong.
std::optional<RadarType> read_radar_type(const std::string& path, Diagnostics& diagnostics);

}  // namespace incursion
