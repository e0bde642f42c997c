#pragma once

#include <array>

#include <Eigen/Core>

#include "sim/base/angle.h"

namespace incursion {

/// How an aircraft is thought to move over a plane: at constant velocity, disturbed by accelerations that are white
/// noise of this power spectral density (m2/s3, in each axis: over t seconds they change a velocity by sqrt(q t)).
/// It flies quietly or manoeuvres, and changes from one to the other by chance.
struct ManoeuvreModel {
    double quiet_noise_m2_s3 = 0.1;       ///< 1 m/s in 10 s: gusts, and holding a course by hand
    double manoeuvre_noise_m2_s3 = 3000;  ///< a turn of 3 g, 28 m/s2, held over a scan of 4 s: q = a2 T
    double quiet_s = 120;                 ///< mean time between two manoeuvres
    double manoeuvre_s = 20;              ///< mean length of one
};

/// Where an aircraft is and how it moves, in metres and m/s east and north of an origin: east, north, eastward and
/// northward velocity.
struct PlaneState {
    Eigen::Vector4d mean = Eigen::Vector4d::Zero();
    Eigen::Matrix4d covariance = Eigen::Matrix4d::Identity();
};

/// Two Kalman filters, one for quiet flight and one for manoeuvres, that interact as the IMM estimator: Bar-Shalom,
/// Li, Kirubarajan, Estimation with Applications to Tracking and Navigation, Wiley 2001, section 11.6.6; motion as in
/// section 6.2.2 (white noise acceleration in continuous time). The chance of a change follows a Markov chain in
/// continuous time, so that measurements may come at any intervals. With both noises equal it is one Kalman filter.
class ManoeuvreFilter {
public:
    /// From two measurements, metres from the origin, `apart_s` seconds apart, with their covariances: section 5.5,
    /// with the velocity's own change between them added. REQUIRES: apart_s > 0, covariances positive definite,
    /// noises not negative, times of the model positive.
    ManoeuvreFilter(const ManoeuvreModel& model, const Eigen::Vector2d& first_m, const Eigen::Matrix2d& first_m2,
                    const Eigen::Vector2d& second_m, const Eigen::Matrix2d& second_m2, double apart_s);

    /// Takes a measurement `later_s` seconds after the last. Returns its normalised innovation squared, which is
    /// chi-square with 2 degrees of freedom while the model holds. REQUIRES: later_s >= 0, covariance positive
    /// definite.
    double update(double later_s, const Eigen::Vector2d& measured_m, const Eigen::Matrix2d& covariance_m2);

    /// Moves the origin to `origin_m`, where north lies so that azimuths read `turn` more than at the old one.
    void recentre(const Eigen::Vector2d& origin_m, Angle turn);

    /// Mean and covariance of both filters together.
    PlaneState state() const;
    /// Probability that it manoeuvres.
    double manoeuvre_probability() const { return modes_[1].probability; }

private:
    struct Mode {
        PlaneState state;
        double noise_m2_s3 = 0;
        double probability = 0;
    };

    void mix(double later_s);

    ManoeuvreModel model_;
    std::array<Mode, 2> modes_;
};

}  // namespace incursion
