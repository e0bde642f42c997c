#pragma once

#include <optional>
#include <span>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// GPX 1.1 (topografix.com/GPX/1/1): a `trk` of one `trkseg` for each track, named by its id; a gap does not end it.
/// Places to 1e-8 degrees, times to the nanosecond. `ele` is above mean sea level by the schema, so altitudes from
/// another zero are left out, as accuracies are, both with a warning.
std::optional<Problem> write_gpx(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics);

}  // namespace incursion
