#pragma once

#include <optional>
#include <span>

#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// Writes tracks as a table with a row for each fix, track by track, under names by which read_tracks knows what they
/// hold: `time` (UTC, to the nanosecond), `track_id`, `lon` and `lat` (degrees, to 1e-8: a millimetre), `alt_m`,
/// `alt_hae_m` or `alt_pressure_m` as the tracks' altitudes are from mean sea level, the ellipsoid or 1013.25 hPa (of
/// several, a column each; to the millimetre, empty where unknown; none where no fix has an altitude) and `accuracy_m`
/// (one standard deviation, to the millimetre). Formats with shapes get points as well. Without a fix there is a header
/// alone. The problem is one of the table, or that two tracks have the same id.
std::optional<Problem> write_tracks(const TableTarget& target, std::span<const Track> tracks);

}  // namespace incursion
