#pragma once

#include <string>
#include <vector>

#include "sim/io/toml_reader.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Every `[[radar]]` with its type, which is read from its file: `id`, `type`, `position`, `antenna` (needed), `title`,
/// `account`, `north_at` (the span's begin where absent), `range_bias`, `azimuth_bias`, `height_bias`,
/// `dropout_interval` with `dropout`, `detection_loss`, `terrain` (a file beside the scenario), and `scan_period`,
/// `range_noise`, `azimuth_noise`, `height_noise` in place of what the type says. Files are added to `inputs`.
/// References are checked elsewhere.
std::vector<Radar> read_radars(std::vector<TomlReader>& tables, const TimeSpan& span, std::vector<std::string>& inputs);

}  // namespace incursion
