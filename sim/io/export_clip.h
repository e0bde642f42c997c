#pragma once

#include <vector>

#include "sim/geo/lon_lat.h"
#include "sim/geo/ring.h"
#include "sim/io/export_airspaces.h"

namespace incursion {

/// A ring with longitudes that run on from place to place; the last place is the first again, or a turn away from it.
struct RunningRing {
    std::vector<LonLat> places;
    Pole pole = Pole::none;  ///< of a ring that winds round the Earth
};

/// The ring with more places on its long sides where those may meet the box (see exported_airspaces).
RunningRing running_ring(const Ring& ring, EdgeReading edges, const ExportBox& box);

/// The ring moved by whole turns, as often as it then may meet the box; longitudes of the box lie in [-180, 180].
std::vector<RunningRing> copies_near(const RunningRing& ring, const ExportBox& box);

/// Adds what of the line lies in the box: lines of at least two places.
void append_clipped_lines(std::vector<std::vector<LonLat>>& lines, const std::vector<LonLat>& line,
                          const ExportBox& box);

/// The surface that the ring encloses, cut off at the box: a ring that is not closed, whose sides may run along the box
/// to and fro (Sutherland and Hodgman, "Reentrant polygon clipping", Comm. ACM 17 (1974), 32-42); read even-odd it
/// holds just what ring and box both hold. A winding ring is closed over its pole.
std::vector<LonLat> clipped_surface(const RunningRing& ring, const ExportBox& box);

}  // namespace incursion
