#pragma once

#include <Eigen/Core>

namespace incursion {

/// How an aircraft climbs and how well that is measured: at a constant rate, disturbed by white accelerations.
struct ClimbModel {
    double altitude_noise_m = 8.8;  ///< one standard deviation: steps of 100 ft (Mode C) rounded evenly, 30.48/sqrt(12)
    double climb_noise_m2_s3 = 10;  ///< 10 m/s in 10 s
    double first_climb_m_s = 100;   ///< one standard deviation of the rate before a second altitude is known
};

/// A Kalman filter on altitude and rate of climb: Bar-Shalom, Li, Kirubarajan (2001), sections 5.2 and 6.2.2.
class ClimbFilter {
public:
    /// From the first altitude. REQUIRES: altitude_noise_m > 0.
    ClimbFilter(const ClimbModel& model, double altitude_m);

    /// Goes on by that time without a measurement. REQUIRES: later_s >= 0.
    void predict(double later_s);
    /// Takes an altitude at the time it has gone on to.
    void correct(double altitude_m);

    double altitude_m() const { return mean_[0]; }
    double climb_m_s() const { return mean_[1]; }
    double altitude_error_m() const;  ///< one standard deviation

private:
    ClimbModel model_;
    Eigen::Vector2d mean_;
    Eigen::Matrix2d covariance_;
};

}  // namespace incursion
