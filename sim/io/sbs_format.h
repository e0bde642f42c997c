#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// Logs of the SBS (BaseStation) messages that receivers of Mode S send on port 30003.

bool fits_sbs(std::string_view ending, std::string_view start);

/// A track for each transponder address, as it is written. Fixes are the positions of messages MSG,2 (on the surface)
/// and MSG,3 (in the air), and of MLAT,2 and MLAT,3, which multilateration writes likewise. MSG,4 holds speed, track
/// and rate of climb, which a fix has no place for: legs tell them. MSG,1 (callsign), MSG,8 and the messages of
/// BaseStation itself (SEL, ID, AIR, STA, CLK) hold nothing of a fix either.
///
/// Time: when the receiver made the message (fields 7 and 8), when it was logged (9 and 10) where that is missing. Both
/// are in the time zone that the receiver's computer was set to, which no log tells: they are read as UTC, with a note.
/// Messages without either are dropped and told.
///
/// Altitude: feet of pressure altitude. A position that has none takes that of the aircraft's last MSG,5, 6 or 7 if it
/// is no more than five seconds older (in which an airliner climbs by about a hundred metres at most). On the ground,
/// which MSG,2 means and the last field tells of others, there is none. Accuracy: none.
void read_sbs(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
