#pragma once

#include <geodesic.h>

#include "sim/base/angle.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// Geodesics on the WGS-84 ellipsoid (a = 6378137 m, 1/f = 298.257223563; NIMA TR8350.2, table 3.1),
/// solved by PROJ's geodesic.h after Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), 43-55,
/// doi 10.1007/s00190-012-0578-z. Distances and positions are good to 15 nm (section 9 there), for
/// any two places, antipodal ones and the poles included.

inline constexpr double wgs84_a_m = 6378137.0;
inline constexpr double wgs84_f = 1 / 298.257223563;
inline constexpr double wgs84_b_m = wgs84_a_m * (1 - wgs84_f);
inline constexpr double wgs84_e2 = wgs84_f * (2 - wgs84_f);

/// Least radius of curvature anywhere on the ellipsoid, a(1 - e2), of the meridian at the equator.
/// An arc on a sphere of this radius is never longer than the geodesic between the same latitudes
/// and longitudes: the bound that searches prune with.
inline constexpr double wgs84_least_radius_m = wgs84_a_m * (1 - wgs84_e2);
/// Largest, a/sqrt(1 - e2), at the poles.
inline constexpr double wgs84_largest_radius_m = 6399593.6258;

struct Inverse {
    double distance_m = 0;
    Angle azimuth;      ///< at the first place, clockwise from north, in (-180, 180] degrees
    Angle azimuth_end;  ///< at the second, pointing onwards
};

/// The shortest geodesic from one place to another. REQUIRES: is_valid of both.
Inverse inverse(LonLat from, LonLat to);

/// Metres between two places.
double distance_m(LonLat from, LonLat to);

/// Where a geodesic of that length and first azimuth ends. Longitude within 180 degrees of `from`'s
/// where the geodesic is shorter than half a turn.
LonLat direct(LonLat from, Angle azimuth, double distance_m);

/// The geodesic between two places, ready for many positions. A value; safe to share.
class GeodesicLine {
public:
    GeodesicLine(LonLat from, LonLat to);
    /// From a place into a direction; length_m() is then `length_m`.
    GeodesicLine(LonLat from, Angle azimuth, double length_m);

    double length_m() const { return line_.s13; }
    LonLat from() const { return from_; }
    /// Longitude runs on from `from` without a jump.
    LonLat at(double distance_m) const;
    /// The same with the azimuth of travel there.
    LonLat at(double distance_m, Angle& azimuth) const;

private:
    LonLat from_;
    geod_geodesicline line_{};
};

}  // namespace incursion
