#pragma once

#include <Eigen/Core>

#include "sim/base/angle.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// Earth-centred, Earth-fixed coordinates in metres of a place at a height above the ellipsoid.
Eigen::Vector3d ecef_from(LonLat place, double height_m);

/// East, north and up at a place: a right-handed frame tangent to WGS-84 there.
/// Source: Torge and Müller, Geodesy, 4th ed., section 2.4.
class LocalFrame {
public:
    explicit LocalFrame(LonLat origin, double height_m = 0);

    /// Metres east, north and up of the origin.
    Eigen::Vector3d enu_from_ecef(const Eigen::Vector3d& ecef) const;
    Eigen::Vector3d ecef_from_enu(const Eigen::Vector3d& enu) const;
    Eigen::Vector3d enu_from(LonLat place, double height_m) const { return enu_from_ecef(ecef_from(place, height_m)); }

    const Eigen::Vector3d& origin_ecef() const { return origin_; }
    /// Rows: east, north, up, in ECEF.
    const Eigen::Matrix3d& rotation() const { return rotation_; }

private:
    Eigen::Vector3d origin_;
    Eigen::Matrix3d rotation_;
};

/// Longitude and geodetic latitude of a point, and its height in metres: Bowring's closed form, with one
/// refinement. Error under 1e-8 m between -10 km and 1000 km of height, all of it the rounding of doubles:
/// the method's own stays under 1e-13 m there.
struct Geodetic {
    LonLat place;
    double height_m = 0;
};
Geodetic geodetic_from_ecef(const Eigen::Vector3d& ecef);

}  // namespace incursion
