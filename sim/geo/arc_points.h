#pragma once

#include <vector>

#include "sim/geo/lon_lat.h"
#include "sim/geo/ring.h"

namespace incursion {

/// An arc round a centre: the ends of geodesics from there into one azimuth after the other. Where the two radii
/// differ, the length runs evenly from one to the other with the azimuth.
struct CentredArc {
    LonLat centre;
    double from_radius_m = 0, to_radius_m = 0;
    double from_deg = 0;   ///< azimuth at the centre, clockwise from true north
    double sweep_deg = 0;  ///< clockwise where positive; a whole turn is 360
};

/// How far a side between two neighbouring points may lie off the arc or geodesic that they stand for, in metres.
inline constexpr double arc_tolerance_m = 0.5;
/// Greatest radius of an arc (540 nautical miles): what is greater is a mistake of units.
inline constexpr double greatest_arc_radius_m = 1e6;

/// Adds the points of an arc, both ends included, so dense that sides between them stay within arc_tolerance_m of it,
/// geodesic ones and those straight in longitude and latitude. The points themselves are good to some nanometres.
/// Longitudes in [-180, 180).
/// REQUIRES: is_valid of the centre, radii positive and at most greatest_arc_radius_m, angles finite.
void append_arc(const CentredArc& arc, std::vector<LonLat>& points);

/// The ring of a circle; its first point lies due north of the centre. REQUIRES: as append_arc.
Ring circle_ring(LonLat centre, double radius_m);

/// Adds points along the geodesic from the last point to `to`, `to` included, such that the sides, read as `edges`
/// says, stay within arc_tolerance_m of it; `to` alone where they are read as geodesics, or there is no last point.
/// REQUIRES: is_valid of both.
void append_geodesic(LonLat to, EdgeReading edges, std::vector<LonLat>& points);

}  // namespace incursion
