#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/sim/radar/flown_track.h"

using namespace incursion;
using namespace incursion::radar_test;

namespace {

constexpr std::uint64_t seed = 20120622;

const Eigen::Matrix2d round_noise_m2 = 100.0 * 100 * Eigen::Matrix2d::Identity();

/// Straight on and then into a turn, measured with errors, a measurement each `scan_s`.
std::vector<RadarMeasurement> measured_flight(LonLat start, const Eigen::Vector2d& velocity_m_s, std::size_t plots,
                                              double scan_s = 4)
{
    RandomStream random{seed, "flight"};
    Truth truth{Time{}, start, velocity_m_s};
    std::vector<RadarMeasurement> measurements;
    for (std::size_t i = 0; i < plots; ++i) {
        measurements.push_back(measured(truth, round_noise_m2, random));
        truth = turned(truth, scan_s, i < plots / 2 ? 0 : 0.1);
    }
    return measurements;
}

/// Metres from the first measurement to each fix, and the azimuths there in degrees.
std::vector<Inverse> relative_to_first(const std::vector<RadarMeasurement>& measurements, const SystemTrack& track)
{
    std::vector<Inverse> lines;
    for (const Fix& fix : track.track.fixes())
        lines.push_back(inverse(measurements.front().place, fix.place));
    return lines;
}

}  // namespace

TEST_CASE("without disturbances the tracker is the line of least squares")
{
    // The variances of a line's end and slope fitted to n equally spaced measurements: Bar-Shalom, Li, Kirubarajan
    // (2001), section 3.5: 2 (2n - 1) / (n (n + 1)) sigma2 and 12 / (T2 n (n2 - 1)) sigma2.
    const std::vector<RadarMeasurement> measurements = measured_flight({36, 0}, {200, 0}, 12, 5);
    const std::vector<SystemTrack> tracks = followed(measurements, single_model(0, 5));
    REQUIRE(tracks.size() == 1);
    REQUIRE(tracks[0].track.fixes().size() == 11);
    for (std::size_t i = 0; i < tracks[0].states.size(); ++i) {
        const double n = static_cast<double>(i) + 2;
        const Eigen::Matrix4d& covariance = tracks[0].states[i].covariance;
        CAPTURE(n);
        CHECK(covariance(0, 0) == Approx(1e4 * 2 * (2 * n - 1) / (n * (n + 1))).epsilon(1e-9));
        CHECK(covariance(3, 3) == Approx(1e4 * 12 / (25 * n * (n * n - 1))).epsilon(1e-9));
        CHECK(*tracks[0].track.fixes()[i].accuracy_m == Approx(std::sqrt(covariance(0, 0))).epsilon(1e-9));
    }
}

TEST_CASE("two measurements start a track at the second with the velocity between them")
{
    // 1000 m north in 5 s, 30 and 40 m of noise: (900 + 1600) / 25 = 100 m2/s2, and q T / 3 = 6 * 5 / 3 = 10 more.
    const LonLat first{36, 36}, second = direct(first, Angle::degrees(0), 1000);
    const std::vector<RadarMeasurement> measurements{
        {Time{}, first, std::nullopt, 900 * Eigen::Matrix2d::Identity()},
        {Time{} + seconds(5), second, std::nullopt, 1600 * Eigen::Matrix2d::Identity()}};
    const std::vector<SystemTrack> tracks = followed(measurements, single_model(6, 5));
    REQUIRE(tracks.size() == 1);
    REQUIRE(tracks[0].track.fixes().size() == 1);
    CHECK(tracks[0].track.id() == "one");
    const SystemState& state = tracks[0].states[0];
    CHECK(distance_m(tracks[0].track.fixes()[0].place, second) < 1e-6);
    CHECK(tracks[0].track.fixes()[0].time == Time{} + seconds(5));
    CHECK(state.velocity_m_s.x() == Approx(0).margin(1e-6));
    CHECK(state.velocity_m_s.y() == Approx(200));
    CHECK(state.covariance(1, 1) == Approx(1600));
    CHECK(state.covariance(1, 3) == Approx(320));
    CHECK(state.covariance(3, 3) == Approx(110));
    CHECK_FALSE(state.innovation_squared);
}

TEST_CASE("missed scans are coasted through, and too many of them end a track")
{
    const std::vector<RadarMeasurement> whole = measured_flight({36, 36}, {200, 100}, 24);
    std::vector<RadarMeasurement> three_missed = whole, four_missed = whole;
    three_missed.erase(three_missed.begin() + 10, three_missed.begin() + 13);
    four_missed.erase(four_missed.begin() + 10, four_missed.begin() + 14);

    const std::vector<SystemTrack> coasted = followed(three_missed, TrackerOptions{});
    REQUIRE(coasted.size() == 1);
    CHECK(coasted[0].coasts == 3);
    REQUIRE(coasted[0].track.fixes().size() == 20);
    CHECK(*coasted[0].track.fixes()[9].accuracy_m > *coasted[0].track.fixes()[8].accuracy_m);

    const std::vector<SystemTrack> parted = followed(four_missed, TrackerOptions{});
    REQUIRE(parted.size() == 2);
    CHECK(parted[0].coasts == 0);
    CHECK(parted[0].track.span().to == whole[9].time);
    CHECK(parted[1].track.span().from == whole[15].time);
    CHECK(parted[1].track.span().to == whole[23].time);
}

TEST_CASE("measurements too lonely for a velocity make no track")
{
    const std::vector<RadarMeasurement> whole = measured_flight({36, 36}, {200, 100}, 24);
    CHECK(followed({}, TrackerOptions{}).empty());
    CHECK(followed({whole[0]}, TrackerOptions{}).empty());
    CHECK(followed({whole[0], whole[10], whole[20]}, TrackerOptions{}).empty());
    CHECK(followed({whole[0], whole[10], whole[11], whole[20]}, TrackerOptions{}).size() == 1);
}

TEST_CASE("equal measurements give equal bytes")
{
    const std::vector<RadarMeasurement> measurements = measured_flight({36, 36}, {200, 100}, 40);
    const std::vector<SystemTrack> one = followed(measurements, TrackerOptions{});
    const std::vector<SystemTrack> other = followed(measurements, TrackerOptions{});
    REQUIRE(one.size() == 1);
    REQUIRE(other.size() == 1);
    for (std::size_t i = 0; i < one[0].states.size(); ++i) {
        CHECK(one[0].track.fixes()[i].place == other[0].track.fixes()[i].place);
        const Eigen::Matrix4d &a = one[0].states[i].covariance, &b = other[0].states[i].covariance;
        CHECK(std::memcmp(a.data(), b.data(), sizeof(double) * 16) == 0);
    }
}

TEST_CASE("turning the Earth changes nothing, across 180 degrees and by a pole")
{
    for (const double lat_deg : {0.0, 36.0, -71.0, 89.9, 89.9999, -89.99}) {
        const std::vector<RadarMeasurement> measurements = measured_flight({10, lat_deg}, {250, 150}, 40);
        const std::vector<SystemTrack> tracks = followed(measurements, TrackerOptions{});
        REQUIRE(tracks.size() == 1);
        const std::vector<Inverse> lines = relative_to_first(measurements, tracks[0]);
        for (const double turn_deg : {26.0, 169.99, 170.0, -190.0, 123.456, 350.0}) {
            CAPTURE(seed, lat_deg, turn_deg);
            std::vector<RadarMeasurement> elsewhere = measurements;
            for (RadarMeasurement& measurement : elsewhere)
                measurement.place.lon_deg = wrapped_lon(measurement.place.lon_deg + turn_deg);
            const std::vector<SystemTrack> turned_tracks = followed(elsewhere, TrackerOptions{});
            REQUIRE(turned_tracks.size() == 1);
            const std::vector<Inverse> turned_lines = relative_to_first(elsewhere, turned_tracks[0]);
            REQUIRE(turned_lines.size() == lines.size());
            double apart_m = 0;
            for (std::size_t i = 0; i < lines.size(); ++i) {
                apart_m = std::max(apart_m, std::abs(turned_lines[i].distance_m - lines[i].distance_m));
                const double sideways_rad = turned_lines[i].azimuth.rad() - lines[i].azimuth.rad();
                apart_m = std::max(apart_m, std::abs(std::sin(sideways_rad)) * lines[i].distance_m);
            }
            CHECK(apart_m < 1e-6);
        }
    }
}

TEST_CASE("a flight over the pole is followed as one over the equator is")
{
    // The same moves and errors, flown from 20 km before either; the surfaces' curvatures differ by 1 %, whose
    // effect over 40 km is d3 / (6 R2) of that: 3 mm.
    const auto errors_m = [](LonLat start) {
        RandomStream random{seed, "pole"};
        Truth truth{Time{}, start, {2, 250}};
        std::vector<Truth> truths;
        std::vector<RadarMeasurement> measurements;
        for (std::size_t i = 0; i < 40; ++i) {
            truths.push_back(truth);
            // Errors along and across the flight: east and north change places over the pole.
            const Eigen::Vector2d error{100 * random.normal(), 100 * random.normal()};
            const double course_rad = std::atan2(truth.velocity_m_s.x(), truth.velocity_m_s.y());
            measurements.push_back(
                {truth.time, moved(truth, carried(error, course_rad), 0).place, std::nullopt, round_noise_m2});
            truth = moved(truth, truth.velocity_m_s * 4, 4);
        }
        const std::vector<SystemTrack> tracks = followed(measurements, TrackerOptions{});
        std::vector<double> errors;
        for (std::size_t i = 0; i < tracks.at(0).states.size(); ++i)
            errors.push_back(position_error_m(tracks[0], i, truths[i + 1]));
        return errors;
    };
    CAPTURE(seed);
    const std::vector<double> equator = errors_m({36, -0.18}), pole = errors_m({36, 89.82});
    REQUIRE(pole.size() == equator.size());
    for (std::size_t i = 0; i < pole.size(); ++i)
        CHECK(pole[i] == Approx(equator[i]).margin(0.01));
}

TEST_CASE("altitudes are smoothed, kept up for as long as a track would be, and never made up")
{
    std::vector<RadarMeasurement> measurements = measured_flight({36, 36}, {200, 100}, 40);
    SECTION("a steady climb in steps of 100 ft comes out to less than a step")
    {
        for (std::size_t i = 0; i < measurements.size(); ++i) {
            const double climbed_m = 1000 + 12.0 * 4 * static_cast<double>(i);
            measurements[i].altitude_m = 30.48 * std::round(climbed_m / 30.48);
        }
        const std::vector<SystemTrack> tracks = followed(measurements, TrackerOptions{});
        REQUIRE(tracks.size() == 1);
        for (std::size_t i = 5; i < tracks[0].states.size(); ++i) {
            const double climbed_m = 1000 + 12.0 * 4 * static_cast<double>(i + 1);
            CHECK(*tracks[0].track.fixes()[i].altitude_m == Approx(climbed_m).margin(15.24));
            CHECK(*tracks[0].states[i].altitude_error_m < 8.8);
        }
    }
    SECTION("a lost transponder's altitude goes on for three scans, less surely, and is then unknown")
    {
        for (std::size_t i = 0; i < 20; ++i)
            measurements[i].altitude_m = 6000;
        const std::vector<SystemTrack> tracks = followed(measurements, TrackerOptions{});
        REQUIRE(tracks.size() == 1);
        const auto fixes = tracks[0].track.fixes();
        // Fix i is of measurement i + 1.
        CHECK(*fixes[18].altitude_m == Approx(6000));
        CHECK(*fixes[21].altitude_m == Approx(6000));
        CHECK(*tracks[0].states[21].altitude_error_m > *tracks[0].states[18].altitude_error_m);
        CHECK_FALSE(fixes[23].altitude_m);
        CHECK_FALSE(tracks[0].states[23].altitude_error_m);
    }
    SECTION("without altitudes there are none")
    {
        const std::vector<SystemTrack> tracks = followed(measurements, TrackerOptions{});
        REQUIRE(tracks.size() == 1);
        CHECK_FALSE(tracks[0].track.fixes()[10].altitude_m);
    }
}
