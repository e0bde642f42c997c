#include "sim/radar/manoeuvre_filter.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <Eigen/Cholesky>
#include <Eigen/LU>

namespace incursion {

namespace {

using Eigen::Matrix2d;
using Eigen::Matrix4d;
using Eigen::Vector2d;
using Eigen::Vector4d;

/// Vectors of one origin, turned into the axes of another where azimuths read `turn` more.
Matrix2d turned(Angle turn)
{
    const double c = std::cos(turn.rad()), s = std::sin(turn.rad());
    Matrix2d rotation;
    rotation << c, s, -s, c;
    return rotation;
}

Matrix4d symmetric(const Matrix4d& m)
{
    return (m + m.transpose()) / 2;
}

PlaneState predicted(const PlaneState& state, double later_s, double noise_m2_s3)
{
    Matrix4d step = Matrix4d::Identity();
    step.topRightCorner<2, 2>() = later_s * Matrix2d::Identity();
    const double q = noise_m2_s3;
    Matrix4d noise;
    noise.topLeftCorner<2, 2>() = q * later_s * later_s * later_s / 3 * Matrix2d::Identity();
    noise.topRightCorner<2, 2>() = q * later_s * later_s / 2 * Matrix2d::Identity();
    noise.bottomLeftCorner<2, 2>() = noise.topRightCorner<2, 2>();
    noise.bottomRightCorner<2, 2>() = q * later_s * Matrix2d::Identity();
    return {step * state.mean, symmetric(step * state.covariance * step.transpose() + noise)};
}

PlaneState started(const Vector2d& first_m, const Matrix2d& first_m2, const Vector2d& second_m,
                   const Matrix2d& second_m2, double apart_s, double noise_m2_s3)
{
    PlaneState state;
    state.mean << second_m, (second_m - first_m) / apart_s;
    // The mean velocity between the two is the last one but for an error of variance q T / 3.
    const Matrix2d drift = noise_m2_s3 * apart_s / 3 * Matrix2d::Identity();
    state.covariance << second_m2, second_m2 / apart_s, second_m2 / apart_s,
        (first_m2 + second_m2) / (apart_s * apart_s) + drift;
    return state;
}

/// Takes the measurement into the state, in Joseph's form, which keeps the covariance positive. Returns the logarithm
/// of the measurement's density there, less that of 1 / (2 pi).
double corrected(PlaneState& state, const Vector2d& measured_m, const Matrix2d& covariance_m2)
{
    const Vector2d innovation = measured_m - state.mean.head<2>();
    const Matrix2d spread = state.covariance.topLeftCorner<2, 2>() + covariance_m2;
    const Eigen::LLT<Matrix2d> root{spread};
    const Eigen::Matrix<double, 4, 2> gain = root.solve(state.covariance.topRows<2>()).transpose();
    Matrix4d rest = Matrix4d::Identity();
    rest.leftCols<2>() -= gain;
    state.mean += gain * innovation;
    state.covariance = symmetric(rest * state.covariance * rest.transpose() + gain * covariance_m2 * gain.transpose());
    return -innovation.dot(root.solve(innovation)) / 2 - std::log(spread.determinant()) / 2;
}

/// Mean and covariance of a state that is one of the two.
PlaneState either(const PlaneState& a, double probability_of_a, const PlaneState& b, double probability_of_b)
{
    const Vector4d apart = b.mean - a.mean;
    return {a.mean + probability_of_b * apart, probability_of_a * a.covariance + probability_of_b * b.covariance +
                                                   probability_of_a * probability_of_b * apart * apart.transpose()};
}

}  // namespace

ManoeuvreFilter::ManoeuvreFilter(const ManoeuvreModel& model, const Vector2d& first_m, const Matrix2d& first_m2,
                                 const Vector2d& second_m, const Matrix2d& second_m2, double apart_s)
    : model_{model}
{
    assert(apart_s > 0 && model.quiet_s > 0 && model.manoeuvre_s > 0);
    modes_[0].noise_m2_s3 = model.quiet_noise_m2_s3;
    modes_[1].noise_m2_s3 = model.manoeuvre_noise_m2_s3;
    modes_[0].probability = model.quiet_s / (model.quiet_s + model.manoeuvre_s);
    modes_[1].probability = 1 - modes_[0].probability;
    for (Mode& mode : modes_)
        mode.state = started(first_m, first_m2, second_m, second_m2, apart_s, mode.noise_m2_s3);
}

/// What each filter starts from: its own state and the other's, by how likely a change between them is.
void ManoeuvreFilter::mix(double later_s)
{
    const double rate_per_s = 1 / model_.quiet_s + 1 / model_.manoeuvre_s;
    const double settled = -std::expm1(-rate_per_s * later_s);
    const double to_manoeuvre = settled / (model_.quiet_s * rate_per_s);
    const double to_quiet = settled / (model_.manoeuvre_s * rate_per_s);

    const double stays_quiet = modes_[0].probability * (1 - to_manoeuvre);
    const double becomes_quiet = modes_[1].probability * to_quiet;
    const double stays_manoeuvre = modes_[1].probability * (1 - to_quiet);
    const double becomes_manoeuvre = modes_[0].probability * to_manoeuvre;

    const PlaneState quiet = modes_[0].state, manoeuvre = modes_[1].state;
    modes_[0].probability = stays_quiet + becomes_quiet;
    modes_[1].probability = stays_manoeuvre + becomes_manoeuvre;
    if (modes_[0].probability > 0)
        modes_[0].state =
            either(quiet, stays_quiet / modes_[0].probability, manoeuvre, becomes_quiet / modes_[0].probability);
    if (modes_[1].probability > 0)
        modes_[1].state = either(manoeuvre, stays_manoeuvre / modes_[1].probability, quiet,
                                 becomes_manoeuvre / modes_[1].probability);
}

double ManoeuvreFilter::update(double later_s, const Vector2d& measured_m, const Matrix2d& covariance_m2)
{
    assert(later_s >= 0);
    mix(later_s);
    for (Mode& mode : modes_)
        mode.state = predicted(mode.state, later_s, mode.noise_m2_s3);

    const PlaneState expected = state();
    const Vector2d innovation = measured_m - expected.mean.head<2>();
    const Matrix2d spread = expected.covariance.topLeftCorner<2, 2>() + covariance_m2;

    std::array<double, 2> fit{};
    for (std::size_t i = 0; i < modes_.size(); ++i)
        fit[i] = corrected(modes_[i].state, measured_m, covariance_m2);
    // Only the ratio of the densities counts; the logarithms keep both from vanishing far out.
    const double best = std::max(fit[0], fit[1]);
    const double quiet = modes_[0].probability * std::exp(fit[0] - best);
    const double manoeuvre = modes_[1].probability * std::exp(fit[1] - best);
    modes_[0].probability = quiet / (quiet + manoeuvre);
    modes_[1].probability = manoeuvre / (quiet + manoeuvre);
    return innovation.dot(spread.llt().solve(innovation));
}

void ManoeuvreFilter::recentre(const Vector2d& origin_m, Angle turn)
{
    Matrix4d rotation = Matrix4d::Zero();
    rotation.topLeftCorner<2, 2>() = turned(turn);
    rotation.bottomRightCorner<2, 2>() = rotation.topLeftCorner<2, 2>();
    for (Mode& mode : modes_) {
        mode.state.mean.head<2>() -= origin_m;
        mode.state.mean = (rotation * mode.state.mean).eval();
        mode.state.covariance = symmetric(rotation * mode.state.covariance * rotation.transpose());
    }
}

PlaneState ManoeuvreFilter::state() const
{
    return either(modes_[0].state, modes_[0].probability, modes_[1].state, modes_[1].probability);
}

}  // namespace incursion
