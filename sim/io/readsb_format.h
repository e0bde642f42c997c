#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// Traces of readsb and tar1090 (readsb, README-json.md, "trace jsons"), as archives of ADS-B networks hold them.

bool fits_readsb(std::string_view ending, std::string_view start);

/// One track, named by its `icao`. A new leg (bit 2 of the flags) does not begin another one: it is a guess between two
/// landings, and the aircraft is the same. Nor is a position dropped that comes after 20 s of silence (bit 1, called
/// stale): it is itself as good as others, and the time before it is a long leg.
/// Altitudes are barometric, in feet: datum pressure. Where the flags (bit 8) say that one is geometric it is left out,
/// as a track has one datum; only where no entry has a barometric one are the geometric ones read: feet above the
/// ellipsoid; or those that options.altitude names. `ground` and null are no altitude.
/// Accuracy comes from `nac_p` of the last aircraft object before an entry, for positions that the aircraft sent
/// itself: the radius of 95 % (EPU, RTCA DO-260B table 2-71) over 2.4477, which a circular normal distribution has it
/// at in standard deviations (sqrt(-2 ln 0.05)). `rc` is no accuracy but a bound of integrity. Lines are numbers of
/// entries, from 1.
void read_readsb(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
