#include "sim/radar/tracker_input.h"

#include <cmath>

namespace incursion {

namespace {

/// A tracker asks for a covariance that can be inverted, which a radar without errors has not: 1 cm.
Eigen::Matrix2d invertible(Eigen::Matrix2d covariance_m2)
{
    covariance_m2.diagonal().array() += 1e-4;
    return covariance_m2;
}

}  // namespace

std::vector<RadarMeasurement> measurements_of(std::span<const Plot> plots, std::size_t track)
{
    std::vector<RadarMeasurement> measurements;
    for (const Plot& plot : plots)
        if (plot.track == track)
            measurements.push_back({plot.time, plot.place, plot.altitude_m, invertible(plot.covariance_m2)});
    return measurements;
}

TrackerOptions tracker_options(const RadarType& type)
{
    TrackerOptions options;
    options.scan_period_s = type.scan_period_s;
    if (type.height_noise_m && *type.height_noise_m > 0)
        options.climb.altitude_noise_m = *type.height_noise_m;
    else if (type.height_step_m && *type.height_step_m > 0)
        options.climb.altitude_noise_m = *type.height_step_m / std::sqrt(12.0);  // evenly rounded
    return options;
}

}  // namespace incursion
