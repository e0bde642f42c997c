#include "sim/radar/climb_filter.h"

#include <cassert>
#include <cmath>

namespace incursion {

ClimbFilter::ClimbFilter(const ClimbModel& model, double altitude_m) : model_{model}, mean_{altitude_m, 0}
{
    assert(model.altitude_noise_m > 0);
    covariance_ << model.altitude_noise_m * model.altitude_noise_m, 0, 0, model.first_climb_m_s * model.first_climb_m_s;
}

void ClimbFilter::predict(double later_s)
{
    assert(later_s >= 0);
    Eigen::Matrix2d step, noise;
    step << 1, later_s, 0, 1;
    noise << later_s * later_s * later_s / 3, later_s * later_s / 2, later_s * later_s / 2, later_s;
    mean_ = (step * mean_).eval();
    covariance_ = (step * covariance_ * step.transpose() + model_.climb_noise_m2_s3 * noise).eval();
}

void ClimbFilter::correct(double altitude_m)
{
    const double variance_m2 = model_.altitude_noise_m * model_.altitude_noise_m;
    const Eigen::Vector2d gain = covariance_.col(0) / (covariance_(0, 0) + variance_m2);
    mean_ += gain * (altitude_m - mean_[0]);
    Eigen::Matrix2d rest = Eigen::Matrix2d::Identity();
    rest.col(0) -= gain;
    covariance_ = (rest * covariance_ * rest.transpose() + variance_m2 * gain * gain.transpose()).eval();
}

double ClimbFilter::altitude_error_m() const
{
    return std::sqrt(covariance_(0, 0));
}

}  // namespace incursion
