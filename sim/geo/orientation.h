#pragma once

#include "sim/geo/lon_lat.h"

namespace incursion {

/// On which side of the directed line from a to b the point p lies, in the plane of longitude and
/// latitude as stored: +1 left, -1 right, 0 on the line. Exact for all finite doubles that neither
/// overflow nor underflow when multiplied (|x| in [1e-140, 1e140] or 0): a floating-point filter, then
/// exact expansion arithmetic (Shewchuk, "Adaptive precision floating-point arithmetic and fast robust
/// geometric predicates", Discrete Comput. Geom. 18 (1997), 305-363).
/// Longitudes are taken as they are; the caller unwraps them.
int orientation(LonLat a, LonLat b, LonLat p);

/// The determinant (b-a) x (p-a) itself in square degrees, with the right sign and a relative error
/// under 1e-15.
double orientation_value(LonLat a, LonLat b, LonLat p);

}  // namespace incursion
