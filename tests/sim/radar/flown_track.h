#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "sim/radar/measurement.h"
#include "sim/radar/tracker.h"

namespace incursion::radar_test {

/// Where an aircraft truly is, and its velocity east and north there.
struct Truth {
    Time time{};
    LonLat place;
    Eigen::Vector2d velocity_m_s{0, 0};
};

/// A vector east and north, carried along a geodesic on which azimuths grow by `turn_rad`.
inline Eigen::Vector2d carried(const Eigen::Vector2d& vector, double turn_rad)
{
    const double azimuth_rad = std::atan2(vector.x(), vector.y()) + turn_rad;
    return vector.norm() * Eigen::Vector2d{std::sin(azimuth_rad), std::cos(azimuth_rad)};
}

/// The truth after a move along the geodesic that sets out so.
inline Truth moved(const Truth& from, const Eigen::Vector2d& move_m, double later_s)
{
    const Angle azimuth = Angle::radians(std::atan2(move_m.x(), move_m.y()));
    Angle azimuth_end;
    const LonLat place = GeodesicLine{from.place, azimuth, move_m.norm()}.at(move_m.norm(), azimuth_end);
    return {from.time + seconds(later_s), place, carried(from.velocity_m_s, azimuth_end.rad() - azimuth.rad())};
}

/// Constant velocity disturbed by white acceleration of that density, exactly: velocity and place change together.
inline Truth flown(const Truth& from, double later_s, double noise_m2_s3, RandomStream& random)
{
    const Eigen::Vector2d gust = std::sqrt(noise_m2_s3 * later_s) * Eigen::Vector2d{random.normal(), random.normal()};
    const Eigen::Vector2d own =
        std::sqrt(noise_m2_s3 * later_s / 12) * later_s * Eigen::Vector2d{random.normal(), random.normal()};
    Truth start = from;
    start.velocity_m_s += gust;
    return moved(start, from.velocity_m_s * later_s + gust * (later_s / 2) + own, later_s);
}

/// A turn at constant speed, in small steps; right positive.
inline Truth turned(Truth at, double later_s, double rate_rad_s)
{
    constexpr int steps = 200;
    const double step_s = later_s / steps;
    for (int i = 0; i < steps; ++i) {
        at.velocity_m_s = carried(at.velocity_m_s, rate_rad_s * step_s / 2);
        at = moved(at, at.velocity_m_s * step_s, step_s);
        at.velocity_m_s = carried(at.velocity_m_s, rate_rad_s * step_s / 2);
    }
    return at;
}

inline RadarMeasurement measured(const Truth& truth, const Eigen::Matrix2d& covariance_m2, RandomStream& random)
{
    const Eigen::Vector2d white{random.normal(), random.normal()};
    const Eigen::Vector2d error = covariance_m2.llt().matrixL() * white;
    return {truth.time, moved(truth, error, 0).place, std::nullopt, covariance_m2};
}

/// What the tracker has wrong: east, north, eastward and northward velocity, in the axes at its fix.
inline Eigen::Vector4d error_of(const SystemTrack& track, std::size_t fix, const Truth& truth)
{
    const Inverse line = inverse(track.track.fixes()[fix].place, truth.place);
    Eigen::Vector4d error;
    error << line.distance_m * std::sin(line.azimuth.rad()), line.distance_m * std::cos(line.azimuth.rad()),
        carried(truth.velocity_m_s, line.azimuth.rad() - line.azimuth_end.rad()) - track.states[fix].velocity_m_s;
    return error;
}

inline double position_error_m(const SystemTrack& track, std::size_t fix, const Truth& truth)
{
    return distance_m(track.track.fixes()[fix].place, truth.place);
}

/// A tracker that knows one kind of motion: a plain Kalman filter.
inline TrackerOptions single_model(double noise_m2_s3, double scan_period_s)
{
    TrackerOptions options;
    options.scan_period_s = scan_period_s;
    options.motion.quiet_noise_m2_s3 = options.motion.manoeuvre_noise_m2_s3 = noise_m2_s3;
    return options;
}

inline std::vector<SystemTrack> followed(const std::vector<RadarMeasurement>& measurements,
                                         const TrackerOptions& options)
{
    return system_tracks("one", AltitudeDatum::msl, measurements, options);
}

}  // namespace incursion::radar_test
