#pragma once

#include <vector>

#include "sim/geo/lon_lat.h"

namespace incursion {

/// How a side between two stored points of a border runs.
enum class EdgeReading {
    straight,  ///< straight in longitude and latitude, RFC 7946 section 3.1.1
    geodesic,  ///< the shortest way on WGS-84
};

/// A closed line of places; the last joins the first, which is not repeated. Rings of an airspace are
/// read even-odd, so self-touching, overlapping and wrongly wound rings need no repair.
///
/// A side whose longitudes differ by more than 180 and less than 360 degrees runs the short way, across
/// the 180th meridian. A ring that winds round the Earth holds the pole on its smaller side.
struct Ring {
    std::vector<LonLat> points;
};

/// The longitude of `to` as seen from `from` along a side: within 180 degrees of it, except that a
/// difference of exactly a whole turn is kept (from -180 to 180 is a side of a map's frame).
double side_end_lon(double from_deg, double to_deg);

/// Whole turns to the east that the ring makes round the axis of the poles: 0 for an ordinary ring,
/// +1 or -1 for one that holds a pole. Sides along a pole count with their stored longitudes, so a ring
/// closed along the frame of a map, as RFC 7946 asks for Antarctica, does not wind.
int winding_of(const Ring& ring);

enum class Pole { none, south, north };

/// Which pole a winding ring holds: the one on its smaller side, by area on the sphere between sides
/// straight in lon/lat; the north pole where both sides are equal. `none` for a ring that does not wind
/// (its sides then tell) or winds evenly.
Pole pole_held_by(const Ring& ring);

}  // namespace incursion
