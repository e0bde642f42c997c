#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/model/radar.h"
#include "sim/model/track.h"

namespace incursion {

/// One pass of a radar's beam over an aircraft, seen or not: the truth of it.
struct BeamPass {
    std::int64_t scan = 0;  ///< whole turns since north_at, negative before
    Time time{};            ///< the centre of the beam points at the aircraft, to 1e-9 of a turn
    LonLat place;
    double height_m = 0;     ///< as flown
    double range_m = 0;      ///< slant, straight in space
    double azimuth_rad = 0;  ///< clockwise from true north, in [0, 2 pi)
    double elevation_rad = 0;
};

/// Where the beam points, clockwise from true north, in [0, 2 pi). REQUIRES: scan_period_s > 0.
double beam_azimuth_rad(const Radar& radar, Time t);

/// Every pass of the beam over an aircraft within a span (half-open) and within its track (ends included), ascending.
/// Altitudes of every datum stand for heights above the ellipsoid, so that neither geoid nor weather enters; where a
/// fix has none it is `unknown_altitude_m`. An aircraft so near overhead that its azimuth turns as fast as the beam
/// has no pass then. REQUIRES: scan_period_s > 0.
std::vector<BeamPass> beam_passes(const Track& track, LegReading legs, const Radar& radar, TimeSpan span,
                                  double unknown_altitude_m);

}  // namespace incursion
