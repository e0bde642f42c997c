#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// Surveillance data in EUROCONTROL's ASTERIX: plots and tracks of radars (category 048), tracks of air traffic control
// systems (062), reports of ADS-B stations (021). As data blocks one after the other, in frames of the "final" format
// (.ff), or in UDP packets of a recorded network (pcap, pcapng). The rules of the format: asterix_item.h.

bool fits_asterix(std::string_view ending, std::string_view start);

/// **Time.** Reports tell only the time of day (UTC). The day comes from the packet of a recorded network, else from
/// options.day, which is that of the first report; how midnight is passed: DayFinder. Frames of .ff tell the time of
/// day at which they were recorded, without a day. Where none is known it is an error. Category 021: when the position
/// was valid (071), else received (073, 074), else the report was sent (077), which may be late by a second or more.
///
/// **Tracks.** 021: by target address, whichever station heard it. 048: by aircraft address, else track number, else a
/// code (mode 3/A) that not all set; each radar's reports are tracks of their own. 062: by track number of each system.
/// A number begins a new track where a message says that the one before has ended (TSE, TRE) or a new one begins
/// (TSB), where the address is another, and after 30 minutes of silence if no message told its beginning. A track is
/// called by its address in small hexadecimal digits, else by its callsign, else `SAC/SIC/number` or `SAC/SIC/Acode`;
/// where several would be called alike they are `name`, `name (2)`.
///
/// **Altitudes**, of each track the first of these kinds that any of its reports has, or options.altitude:
/// pressure (048: 090, unless garbled or not validated; 062: 135 without QNH correction, which holds for the instant,
/// else 136, the last measured; 021: 145); above mean sea level (048: 110, of a 3D radar; 062: 135 with QNH
/// correction); above the ellipsoid of WGS-84 (062: 130, unless I062/080 says that nobody measured it; 021: 140).
///
/// **Accuracy**, one standard deviation: 062: 500, of the position, as a circle of the same mean square; 021: NACp (see
/// navigation_accuracy.h), unless the aircraft's link is of version 0; 048: 210 where 042 gives the position, none of
/// plots.
///
/// **Places.** 048 tells slant range and azimuth (040, else 042): where the radar is comes from options.radar_sites,
/// else from the radar itself (I034/120, whose height is above the ellipsoid); without it that is an error, or a
/// warning if other reports could be placed. The height for RadarFrame::at_slant_range is that of a 3D radar, else the
/// flight level as if the air were standard: at other pressures the place is wrong by about 9 m for each hPa, times the
/// tangent of the elevation. Reports without a height are dropped: their range may end anywhere above. 062: 105, else
/// 100 about the place in options.radar_sites.
///
/// Left out with a note: simulated and test targets, transponders that monitor a radar, ghosts, and positions that
/// nobody measured (062: coasting; 048: no detection). Lines are numbers of data blocks, from 1; messages tell the byte
/// as well. A data block that breaks the rules is told and stepped over by its length; after an impossible length the
/// next place is looked for from which data blocks follow each other.
void read_asterix(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
