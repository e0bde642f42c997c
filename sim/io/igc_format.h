#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// IGC files of flight recorders (FAI, Technical Specification for GNSS Flight Recorders, appendix A).

bool fits_igc(std::string_view ending, std::string_view start);

/// The fixes of all B records. The track is named by the glider's id (`HFGID`, its registration), else its competition
/// id (`HFCID`); by the input where both are missing, or NIL or NKN (not applicable, not known).
///
/// Time: UTC, from the date of the `HFDTE` record before (`HFDTE160701` or `HFDTEDATE:160701,01`) on, and decimals of
/// the second where TDS records them. A day passes where times go back by more than 12 hours (see DayClock). A later
/// HFDTE sets the date anew; one that only says again what the last one said does not undo a midnight.
///
/// Altitude: pressure altitude (1013.25 hPa) where any of the input is not zero, else that of the receiver, with a
/// note. By the specification the receiver's is above the ellipsoid; where `HFALG` says GEO it is above the geoid:
/// datum mean sea level. Where `HFALP` says MSL the other is no pressure altitude either but above mean sea level. NIL
/// there means that there is none. Recorders that write heights above the geoid and do not say so cannot be told.
/// options.altitude chooses.
///
/// Accuracy: FXA of the B record, half of which is one standard deviation (igc_deviations_in_accuracy); 0 is none.
/// The header HFFXA is a typical figure of the recorder and says nothing about a fix.
///
/// Validity V is a 2D fix: its receiver's altitude is left out. Without GNSS data recorders repeat the last place, or
/// write zeros, under V: such records are left out, counted in a note. LAD and LOD are read to the tenth decimal of the
/// minute. Records that are cut off or have other characters than digits are dropped and told. An A record begins a
/// file: what was said about extensions, ids and altitudes before it holds no longer.
/// The security record G is not checked.
void read_igc(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
