#pragma once

#include <optional>
#include <span>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// KML 2.2 with Google's `gx:Track`: a Placemark for each track, named by its id; a gap does not end it. Places to 1e-8
/// degrees, times to the nanosecond. `absolute` heights are above mean sea level (EGM96, OGC 12-007r2 section 6.2), so
/// tracks whose altitudes are from another zero lie on the ground (`clampToGround`), with a warning; accuracies are
/// left out, with one as well. Of a track with heights, fixes without one have a position of two numbers, which some
/// programs draw at the height 0: a warning says how many.
std::optional<Problem> write_kml(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics);
/// The same as `doc.kml` in a zip; not to standard output.
std::optional<Problem> write_kmz(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics);

}  // namespace incursion
