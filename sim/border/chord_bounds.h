#pragma once

#include "sim/geo/lon_lat.h"

namespace incursion {

// Bounds on a line over the ground by its two ends, good for differences in longitude up to 20 degrees.

/// How far a geodesic between two places may rise above (below) both of their latitudes, in degrees: the bulge
/// of a great circle is at most dlon^2/16 (radians), met at 45 degrees; the constant is that with 10 % to spare
/// for the ellipsoid and the fourth order.
constexpr double bulge_bound_deg(double dlon_deg)
{
    return dlon_deg * dlon_deg * 0.0012;
}

/// Length of the straight line between two places in a lon/lat plane whose longitudes are as wide as anywhere
/// between the two latitudes, in degrees of latitude.
double length_bound_deg(LonLat a, LonLat b);

/// How far a geodesic between two places may stray from the straight line between them in the lon/lat plane,
/// in degrees, measured across that line; a whole turn within a tenth of a degree of a pole. On the sphere
/// lat'' = -sin(azi)^2 tan(lat) / R^2 and lon'' = 2 sin(azi) cos(azi) tan(lat) / (R^2 cos(lat)), and a curve strays
/// by at most length^2 / 8 of its second derivative; 30 % are to spare for the ellipsoid.
double stray_bound_deg(LonLat a, LonLat b);

}  // namespace incursion
