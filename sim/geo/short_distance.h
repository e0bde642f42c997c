#pragma once

#include "sim/geo/lon_lat.h"

namespace incursion {

/// Metres between two places, as distance_m, at a sixteenth of its price where they are near: the mid-latitude formulae
/// of Gauss (Torge and Müller, Geodesy, 4th ed., section 6.3.2; Rapp, Geometric Geodesy II, eq. 2.24) up to half a
/// degree apart in longitude and in latitude, where they are good to 1e-9 of the distance (1e-10 up to 20 km, 2e-12 up
/// to 2 km); beyond that distance_m. REQUIRES: is_valid of both.
double short_distance_m(LonLat from, LonLat to);

}  // namespace incursion
