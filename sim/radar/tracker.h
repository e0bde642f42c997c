#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <Eigen/Core>

#include "sim/model/track.h"
#include "sim/radar/climb_filter.h"
#include "sim/radar/manoeuvre_filter.h"
#include "sim/radar/measurement.h"

namespace incursion {

struct TrackerOptions {
    double scan_period_s = 4;    ///< time from one measurement to the next where none is missed
    std::size_t max_coasts = 3;  ///< scans in a row that a track outlives without a measurement
    ManoeuvreModel motion;
    ClimbModel climb;
};

/// What a tracker knows with a fix.
struct SystemState {
    Eigen::Vector2d velocity_m_s = Eigen::Vector2d::Zero();  ///< east and north at the fix's place
    /// Of east, north (m), eastward and northward velocity (m/s), in the axes at the fix's place.
    Eigen::Matrix4d covariance = Eigen::Matrix4d::Identity();
    double manoeuvre_probability = 0;
    /// Of the measurement against what was expected of it: chi-square with 2 degrees of freedom while the model holds.
    /// None where the track starts.
    std::optional<double> innovation_squared;
    std::optional<double> altitude_error_m;  ///< one standard deviation; none where the altitude is unknown
};

/// A track that a tracker made of measurements: a fix at each of them from the second on, for it takes two to know a
/// velocity.
struct SystemTrack {
    Track track;                      ///< accuracy_m of a fix is sqrt((variance east + variance north) / 2)
    std::vector<SystemState> states;  ///< one for each fix
    std::size_t coasts = 0;           ///< scans without a measurement that it went through
};

/// The tracks that a tracker makes of one aircraft's measurements, all called `id`, in order of time. A track ends
/// with the last measurement before more than `max_coasts` missed scans and another starts after them; a measurement
/// with no other near enough in time makes none. Measurements are all believed: none is set aside as far off.
/// Altitudes (from the zero `datum`) are kept up without measurements as long as a track would be, then left out.
///
/// Works on the plane of azimuth and geodesic distance around the last estimate, anew for each measurement, with
/// velocities and covariances carried along the geodesic. Distances between others than the origin are wrong there by
/// d3 / (6 R2): 1 mm in the 6 km of a fast aircraft and a slow scan, 0.5 m in the 50 km after three missed ones, and
/// nothing adds up, however long the track. Holds across 180 degrees and at the poles.
///
/// REQUIRES: times strictly ascend, places are valid, covariances positive definite, scan_period_s > 0.
std::vector<SystemTrack> system_tracks(const std::string& id, AltitudeDatum datum,
                                       std::span<const RadarMeasurement> measurements, const TrackerOptions& options);

}  // namespace incursion
