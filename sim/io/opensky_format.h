#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// State vectors of the OpenSky Network: documents of its REST API (openskynetwork.github.io/opensky-api/rest.html), one
// after the other or in an array, and the CSV and JSON files of its archives (opensky-network.org/datasets/states).

bool fits_opensky(std::string_view ending, std::string_view start);

/// A track for each icao24. A fix is a position at the time at which it came (`time_position`, `lastposupdate`), not at
/// that of its row, which may be 15 s later; rows that only repeat a position are counted as repeated, rows without a
/// position are passed over. Times of the REST API are whole seconds: at 250 m/s a position may be as far off.
///
/// Altitude: barometric, in metres: datum pressure. The geometric one, above the ellipsoid, by options.altitude. On the
/// ground there is none.
///
/// Accuracy: none. Where a position comes from (`position_source`: 0 ADS-B, 1 ASTERIX, 2 multilateration, 3 FLARM)
/// makes no difference to how it is read: those of 2 are less exact, but no vector says by how much.
///
/// A CSV for which options.columns names columns is read as any CSV is (read_csv). Lines of JSON are those on which a
/// document begins; within an array, which is read into memory as a whole, the number of the document.
void read_opensky(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
