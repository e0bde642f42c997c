#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// Logs of NMEA 0183 sentences, as GNSS receivers write them.

bool fits_nmea(std::string_view ending, std::string_view start);

/// One track, named by the input. A fix is what the sentences of one time of day say together: place (GGA or GNS, else
/// RMC or GLL) and altitude (GGA, GNS), its accuracy (GST) and date (RMC, ZDA), of any talker. Proprietary sentences,
/// AIS and lines without a sentence are passed over, as is what stands before the `$` (tag blocks, times of a logger).
///
/// Time: UTC. A date holds on for the fixes behind it that have none, through midnights (see DayClock), and is carried
/// back to those before the first one. Two-digit years are 1980 to 2079 (see day_of_short_year). Dates that are 1024
/// weeks (the count of GPS begins anew then) off from others of the input, that are older than GPS service or than the
/// satellites of their talker get a warning and stay as they are: what a receiver meant, no file tells.
///
/// Altitude: mean sea level, as GGA and GNS have it; with the geoid separation that they state it is the height above
/// the ellipsoid, for options.altitude. Receivers that do not know the geoid state 0, which no file tells.
///
/// Accuracy: of GST, the root mean square of the standard deviations of latitude and longitude. None of HDOP: it is a
/// ratio, and the error of a single range that it would have to be multiplied by is not in the log.
///
/// Sentences with a wrong checksum, or without one where one before had it (they are cut off), are dropped and told.
/// Fixes of quality 0, status V or modes N are left out, counted in a note; so are counted those that are estimated,
/// typed in or simulated (quality 6, 7, 8), which are read.
void read_nmea(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
