#pragma once

#include <optional>

#include <Eigen/Core>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// One measured place of one aircraft, and how sure it is: what a tracker takes.
struct RadarMeasurement {
    Time time{};
    LonLat place;
    std::optional<double> altitude_m;                             ///< from the zero that the track will name
    Eigen::Matrix2d covariance_m2 = Eigen::Matrix2d::Identity();  ///< east and north at `place`; positive definite
};

}  // namespace incursion
