#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// Text recordings of Tacview, ACMI 2.0 to 2.2 (tacview.net/documentation/acmi), also in a zip.

bool fits_acmi(std::string_view ending, std::string_view start);

/// Every object is a track, from its first position until it is removed, whatever its Type, but for those that stand
/// still by it (`Static`: buildings, bullseyes), which a note counts. It is called what the first of these properties
/// says when its first position is known: CallSign, Registration, Pilot, Name; else its id. Later ones of that name are
/// `name (2)`; so is an object with the id of one that was removed.
/// A position is one of the frame it stands in: of several in one frame the last counts. Fields that are left empty are
/// as before; an altitude that was never told is unknown. Altitudes are metres above mean sea level; there is no
/// accuracy; attitudes, native coordinates and events are not read. Frames may go back in time by the specification:
/// their fixes are then as those of any track that does.
/// Without a ReferenceTime there is no time, so that is an error.
void read_acmi(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
