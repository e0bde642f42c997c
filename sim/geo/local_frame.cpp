#include "sim/geo/local_frame.h"

#include <cmath>

#include <Eigen/Geometry>

#include "sim/geo/geodesic.h"

namespace incursion {

Eigen::Vector3d ecef_from(LonLat place, double height_m)
{
    const double lat = Angle::degrees(place.lat_deg).rad();
    const double lon = Angle::degrees(place.lon_deg).rad();
    const double n = wgs84_a_m / std::sqrt(1 - wgs84_e2 * std::sin(lat) * std::sin(lat));
    return {(n + height_m) * std::cos(lat) * std::cos(lon), (n + height_m) * std::cos(lat) * std::sin(lon),
            (n * (1 - wgs84_e2) + height_m) * std::sin(lat)};
}

LocalFrame::LocalFrame(LonLat origin, double height_m) : origin_{ecef_from(origin, height_m)}
{
    const double lat = Angle::degrees(origin.lat_deg).rad();
    const double lon = Angle::degrees(origin.lon_deg).rad();
    const Eigen::Vector3d up{std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
    const Eigen::Vector3d east{-std::sin(lon), std::cos(lon), 0};
    rotation_.row(0) = east;
    rotation_.row(1) = up.cross(east);
    rotation_.row(2) = up;
}

Eigen::Vector3d LocalFrame::enu_from_ecef(const Eigen::Vector3d& ecef) const
{
    return rotation_ * (ecef - origin_);
}

Eigen::Vector3d LocalFrame::ecef_from_enu(const Eigen::Vector3d& enu) const
{
    return rotation_.transpose() * enu + origin_;
}

Geodetic geodetic_from_ecef(const Eigen::Vector3d& ecef)
{
    const double p = std::hypot(ecef.x(), ecef.y());
    // Parametric latitude, refined by Bowring's iteration (Survey Review 23 (1976), 323-327), which leaves
    // 6 mm after the first turn and 1e-13 m after the second between -10 km and 1000 km of height.
    double beta = std::atan2(wgs84_a_m * ecef.z(), wgs84_b_m * p);
    double lat = 0;
    constexpr double second_e2 = wgs84_e2 / (1 - wgs84_e2);
    for (int turn = 0; turn < 2; ++turn) {
        lat = std::atan2(ecef.z() + second_e2 * wgs84_b_m * std::pow(std::sin(beta), 3),
                         p - wgs84_e2 * wgs84_a_m * std::pow(std::cos(beta), 3));
        beta = std::atan2(wgs84_b_m * std::sin(lat), wgs84_a_m * std::cos(lat));
    }
    const double n = wgs84_a_m / std::sqrt(1 - wgs84_e2 * std::sin(lat) * std::sin(lat));
    // Along the normal: well conditioned at the equator and at the poles alike.
    const double height = p * std::cos(lat) + ecef.z() * std::sin(lat) - wgs84_a_m * wgs84_a_m / n;
    return {{Angle::radians(std::atan2(ecef.y(), ecef.x())).deg(), Angle::radians(lat).deg()}, height};
}

}  // namespace incursion
