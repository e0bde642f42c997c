#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// KML 2.2 and 2.3 (OGC 12-007r2) and Google's extensions of 2.2; KMZ as any zip.

bool fits_kml(std::string_view ending, std::string_view start);

/// Each `gx:Track` (or `Track`) is a track, named as its Placemark; those of one `gx:MultiTrack` are parts of an
/// interrupted recording, `name`, `name (2)`, unless it says `gx:interpolate` 1. Points with a TimeStamp are fixes of a
/// track that is named as the Folder around them, else as the Document.
/// Times need Z or an offset. Altitudes are metres above mean sea level (EGM96, OGC 12-007r2 section 6.2) where the
/// altitudeMode is absolute; with another one, which is also what a missing one means, they are left out, with a note.
/// There is no accuracy.
/// A Track with another number of times than of positions is dropped as a whole, as nobody knows which belong together.
void read_kml(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
