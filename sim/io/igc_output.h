#pragma once

#include <optional>
#include <span>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// Writes a track as an IGC file (see igc_format.h), which holds one: several are a problem, as is a year before 1980
/// or after 2079. read_igc gives it back: times to the nanosecond (decimals in TDS), places to 1e-7 minutes (0.2 mm;
/// LAD and LOD hold what is beyond the thousandth), altitudes to the metre, accuracies to half a metre and never better
/// than they were (FXA). Pressure altitudes stand in their field; those above mean sea level and the ellipsoid in that
/// of the receiver, which HFALG tells apart, and fixes without one there are of validity V (one at the very place of
/// the fix before it is then taken for a record without GNSS data). Another HFDTE stands where a reader could not tell
/// the day by the times of day. Notes say what the format does not hold, a warning that missing pressure altitudes will
/// read as 0 m. The file has no security record (G), so that nobody can take it for a recorder's.
std::optional<Problem> write_igc(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics);

}  // namespace incursion
