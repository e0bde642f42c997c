#include "sim/flight/compass.h"

#include <cmath>

#include <Eigen/Geometry>

#include "sim/geo/geodesic.h"

namespace incursion {

Eigen::Vector3d up_at(const Eigen::Vector3d& position)
{
    constexpr double flattening = (wgs84_a_m * wgs84_a_m) / (wgs84_b_m * wgs84_b_m);
    return Eigen::Vector3d{position.x(), position.y(), position.z() * flattening}.normalized();
}

Compass compass_at(const Eigen::Vector3d& position)
{
    Compass compass;
    compass.up = up_at(position);
    const double from_axis = std::hypot(position.x(), position.y());
    compass.east = from_axis > 0 ? Eigen::Vector3d{-position.y() / from_axis, position.x() / from_axis, 0}
                                 : Eigen::Vector3d{0, 1, 0};
    compass.north = compass.up.cross(compass.east);
    return compass;
}

Angle azimuth_of(const Eigen::Vector3d& direction, const Compass& compass)
{
    return Angle::radians(std::atan2(direction.dot(compass.east), direction.dot(compass.north)));
}

Eigen::Vector3d direction_from(Angle azimuth, const Compass& compass)
{
    return std::sin(azimuth.rad()) * compass.east + std::cos(azimuth.rad()) * compass.north;
}

LonLat place_of(const Eigen::Vector3d& position)
{
    const double from_axis = std::hypot(position.x(), position.y());
    return {Angle::radians(std::atan2(position.y(), position.x())).deg(),
            Angle::radians(std::atan2(position.z(), (1 - wgs84_e2) * from_axis)).deg()};
}

}  // namespace incursion
