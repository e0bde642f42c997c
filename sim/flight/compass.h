#pragma once

#include <Eigen/Core>

#include "sim/base/angle.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// Directions at a point of the ellipsoid, without trigonometry. At a pole, where every direction is along a
/// meridian, longitude 0 is taken, as atan2 does.
struct Compass {
    Eigen::Vector3d east, north, up;
};
Compass compass_at(const Eigen::Vector3d& position);

/// Normal of the ellipsoid: a unit vector.
Eigen::Vector3d up_at(const Eigen::Vector3d& position);

/// Azimuth of a tangent vector, clockwise from north, in (-180, 180] degrees.
Angle azimuth_of(const Eigen::Vector3d& direction, const Compass& compass);
Eigen::Vector3d direction_from(Angle azimuth, const Compass& compass);

/// Longitude and latitude of a point of the ellipsoid. A point up to a metre off it is put back along the
/// normal with an error under 1 nm per micrometre.
LonLat place_of(const Eigen::Vector3d& position);

}  // namespace incursion
