#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// GPX 1.1 and 1.0 (topografix.com/GPX/1/1).

bool fits_gpx(std::string_view ending, std::string_view start);

/// Every `trkseg` is a track of its own, as a new one begins where the recording was interrupted: `name`, `name (2)`;
/// so is a later `trk` of the same name. A `trk` without a name takes the input's.
/// Times are UTC also where they do not say so (GPX 1.1, type of `time`). Altitudes are `ele` in metres, datum mean sea
/// level by the specification; some devices write heights above the ellipsoid there, which no file tells. There is no
/// accuracy: `hdop` and `pdop` are ratios, not lengths.
/// Points without a time are dropped and told; routes and waypoints are not read, with a note.
void read_gpx(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
