#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <Eigen/Cholesky>

#include "tests/sim/radar/flown_track.h"

using namespace incursion;
using namespace incursion::radar_test;

namespace {

constexpr std::uint64_t seed = 20151124;

/// As a radar sees at 230 km to the north-east: 40 m along the ray and 300 m across.
Eigen::Matrix2d slanted_noise()
{
    const Eigen::Vector2d ray = Eigen::Vector2d{1, 1} / std::sqrt(2.0),
                          across = Eigen::Vector2d{1, -1} / std::sqrt(2.0);
    return 40.0 * 40 * ray * ray.transpose() + 300.0 * 300 * across * across.transpose();
}

double mean_square(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value * value;
    return sum / static_cast<double>(values.size());
}

}  // namespace

TEST_CASE("the tracker is as wrong as it says while the motion is its own: NEES and NIS within their 95 % bands")
{
    // Bar-Shalom, Li, Kirubarajan (2001), section 5.4.2: over N independent runs the sum of NEES is chi-square with
    // 4 N degrees of freedom, that of NIS with 2 N; innovations of one run are independent of each other too. Bands
    // from the chi-square quantiles at 2.5 and 97.5 % by Wilson and Hilferty (1931), n (1 - 2/9n +- 1.96 sqrt(2/9n))3,
    // which gives the tabulated 914.26 and 1089.53 for n = 1000.
    constexpr std::size_t runs = 500, plots = 40;
    constexpr double noise_m2_s3 = 2;
    double last_nees = 0, last_nis = 0, all_nis = 0;
    std::vector<double> nees(plots - 1, 0.0);
    CAPTURE(seed);
    for (std::size_t run = 0; run < runs; ++run) {
        RandomStream random{seed, "consistent" + std::to_string(run)};
        Truth truth{Time{}, {36, 36}, {random.uniform(-300, 300), random.uniform(-300, 300)}};
        std::vector<Truth> truths;
        std::vector<RadarMeasurement> measurements;
        for (std::size_t i = 0; i < plots; ++i) {
            truths.push_back(truth);
            measurements.push_back(measured(truth, slanted_noise(), random));
            truth = flown(truth, random.uniform(2, 14), noise_m2_s3, random);
        }
        const std::vector<SystemTrack> tracks = followed(measurements, single_model(noise_m2_s3, 8));
        REQUIRE(tracks.size() == 1);
        REQUIRE(tracks[0].states.size() == plots - 1);
        for (std::size_t i = 0; i + 1 < plots; ++i) {
            const Eigen::Vector4d error = error_of(tracks[0], i, truths[i + 1]);
            nees[i] += error.dot(tracks[0].states[i].covariance.llt().solve(error));
            if (i > 0)
                all_nis += *tracks[0].states[i].innovation_squared;
        }
        last_nis += *tracks[0].states.back().innovation_squared;
    }
    last_nees = nees.back();
    CHECK(last_nees > 1877.9);  // n = 2000
    CHECK(last_nees < 2125.8);
    CHECK(last_nis > 914.3);  // n = 1000
    CHECK(last_nis < 1089.5);
    CHECK(all_nis > 37461);  // n = 38 000, n +- 1.96 sqrt(2 n)
    CHECK(all_nis < 38541);
    // At every one of the times, the first too: 99.99 % band, n = 2000, n +- 3.9 sqrt(2 n).
    for (std::size_t i = 0; i < nees.size(); ++i) {
        CAPTURE(i);
        CHECK(nees[i] > 1753);
        CHECK(nees[i] < 2247);
    }
}

TEST_CASE(
    "on a straight flight the tracker with manoeuvres settles below the measurements' noise and is not overconfident")
{
    constexpr std::size_t runs = 200, plots = 40;
    constexpr double noise_m = 150;
    const Eigen::Matrix2d covariance_m2 = noise_m * noise_m * Eigen::Matrix2d::Identity();
    std::vector<double> errors_m;
    double nees = 0;
    CAPTURE(seed);
    for (std::size_t run = 0; run < runs; ++run) {
        RandomStream random{seed, "straight" + std::to_string(run)};
        Truth truth{Time{}, {36, 36}, {random.uniform(-300, 300), random.uniform(-300, 300)}};
        std::vector<RadarMeasurement> measurements;
        for (std::size_t i = 0; i < plots; ++i) {
            if (i > 0)
                truth = moved(truth, truth.velocity_m_s * 4, 4);
            measurements.push_back(measured(truth, covariance_m2, random));
        }
        const std::vector<SystemTrack> tracks = followed(measurements, TrackerOptions{});
        REQUIRE(tracks.size() == 1);
        const std::size_t last = tracks[0].states.size() - 1;
        const Eigen::Vector4d error = error_of(tracks[0], last, truth);
        errors_m.push_back(error.head<2>().norm());
        nees += error.dot(tracks[0].states[last].covariance.llt().solve(error));
    }
    // Measurements are 150 m sqrt(2) off.
    CHECK(std::sqrt(mean_square(errors_m)) < 0.6 * noise_m * std::sqrt(2.0));
    // The flight is quieter than the filter allows for: NEES may be below the 4 of a matching one, not above.
    CHECK(nees < 888.6);  // 97.5 % of chi-square with 800 degrees of freedom
}

TEST_CASE("a 3 g turn is followed to the measurements' noise, which a single quiet filter does not do")
{
    constexpr std::size_t runs = 100, straight = 15, turning = 6;
    constexpr double noise_m = 150, scan_s = 4, speed_m_s = 250;
    // Level turn: rate = g sqrt(n2 - 1) / v.
    constexpr double gravity_m_s2 = 9.80665;
    const double rate_rad_s = gravity_m_s2 * std::sqrt(8.0) / speed_m_s;
    const Eigen::Matrix2d covariance_m2 = noise_m * noise_m * Eigen::Matrix2d::Identity();
    TrackerOptions options;
    options.scan_period_s = scan_s;

    std::vector<double> errors_m, quiet_errors_m;
    double before = 0, during = 0;
    CAPTURE(seed);
    for (std::size_t run = 0; run < runs; ++run) {
        RandomStream random{seed, "turn" + std::to_string(run)};
        Truth truth{Time{}, {36, 36}, {0, speed_m_s}};
        std::vector<Truth> truths;
        std::vector<RadarMeasurement> measurements;
        for (std::size_t i = 0; i < straight + turning; ++i) {
            truths.push_back(truth);
            measurements.push_back(measured(truth, covariance_m2, random));
            truth = turned(truth, scan_s, i + 1 < straight ? 0 : rate_rad_s);
        }
        const std::vector<SystemTrack> both = followed(measurements, options);
        const std::vector<SystemTrack> quiet =
            followed(measurements, single_model(options.motion.quiet_noise_m2_s3, scan_s));
        REQUIRE(both.size() == 1);
        REQUIRE(quiet.size() == 1);
        for (std::size_t i = straight; i < straight + turning; ++i) {
            errors_m.push_back(position_error_m(both[0], i - 1, truths[i]));
            quiet_errors_m.push_back(position_error_m(quiet[0], i - 1, truths[i]));
        }
        before += both[0].states[straight - 2].manoeuvre_probability / runs;
        during += both[0].states.back().manoeuvre_probability / runs;
    }
    const double measured_m = noise_m * std::sqrt(2.0);
    CHECK(std::sqrt(mean_square(errors_m)) < 1.3 * measured_m);
    CHECK(std::sqrt(mean_square(quiet_errors_m)) > 4 * measured_m);
    CHECK(before < 0.2);
    CHECK(during > 0.5);
}
