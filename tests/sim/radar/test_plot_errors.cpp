#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <Eigen/Core>

#include "sim/geo/geodesic.h"
#include "sim/radar/beam.h"
#include "sim/radar/observe.h"

using namespace incursion;

namespace {

constexpr LonLat site{35, 36};
const Time start = parse_time("2020-01-01T00:00:00Z").value();
const TimeSpan all{start, start + seconds(1e6)};

Radar radar()
{
    Radar r;
    r.id = "r";
    r.site = site;
    r.north_at = start;
    r.type.scan_period_s = 4;
    r.type.beam_width_rad = 0.025;
    r.type.max_range_m = 400'000;
    r.type.range_noise_m = 100;
    r.type.azimuth_noise_rad = 0.001;
    r.type.range_resolution_m = 150;
    r.type.is_secondary = true;
    return r;
}

/// As good as standing still for 100,000 s: 25,000 plots of one place.
Track hovering(double azimuth_deg, double distance_m, double altitude_m)
{
    const LonLat a = direct(site, Angle::degrees(azimuth_deg), distance_m);
    return Track::make("a", AltitudeDatum::msl,
                       {Fix{start, a, altitude_m, {}},
                        Fix{start + seconds(1e5), direct(a, Angle::degrees(azimuth_deg), 0.1), altitude_m, {}}})
        .value();
}

constexpr double turns = 25'000;

std::vector<Plot> seen(const Track& track, const Radar& r)
{
    return observe({&track, 1}, r, nullptr, all, {}, 7);
}

/// Mean and covariance of where plots lie, east and north of the truth.
struct Scatter {
    Eigen::Vector2d mean{0, 0};
    Eigen::Matrix2d covariance = Eigen::Matrix2d::Zero();
};

Scatter scatter_of(const std::vector<Plot>& plots, LonLat truth)
{
    std::vector<Eigen::Vector2d> errors;
    for (const Plot& plot : plots) {
        const Inverse line = inverse(truth, plot.place);
        errors.push_back(line.distance_m * Eigen::Vector2d{std::sin(line.azimuth.rad()), std::cos(line.azimuth.rad())});
    }
    Scatter s;
    for (const auto& e : errors)
        s.mean += e / static_cast<double>(errors.size());
    for (const auto& e : errors)
        s.covariance += (e - s.mean) * (e - s.mean).transpose() / static_cast<double>(errors.size());
    return s;
}

/// The sample agrees with what the plots state, element by element, to four standard deviations of a normal sample's:
/// sqrt((c_ii c_jj + c_ij^2) / n); and `allowed` of what curvature adds.
void check_stated(const std::vector<Plot>& plots, LonLat truth, double allowed = 0)
{
    const Scatter s = scatter_of(plots, truth);
    Eigen::Matrix2d stated = Eigen::Matrix2d::Zero();
    double variance = 0;
    const auto n = static_cast<double>(plots.size());
    for (const Plot& plot : plots) {
        stated += plot.covariance_m2 / n;
        variance += plot.accuracy_m * plot.accuracy_m / n;
    }
    CAPTURE(stated(0, 0), stated(0, 1), stated(1, 1));
    for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 2; ++j) {
            const double spread = std::sqrt((stated(i, i) * stated(j, j) + stated(i, j) * stated(i, j)) / n);
            CHECK(s.covariance(i, j) == Approx(stated(i, j)).margin(4 * spread + allowed * stated.norm()));
        }
    CHECK(variance == Approx(stated.trace() / 2).epsilon(1e-9));
}

}  // namespace

TEST_CASE("detection loss takes its share of the plots, on top of all else")
{
    Radar r = radar();
    const Track track = hovering(40, 80'000, 8'000);
    const double n = static_cast<double>(seen(track, r).size());
    REQUIRE(n == Approx(turns).margin(2));
    r.detection_loss = 0.3;
    CHECK(static_cast<double>(seen(track, r).size()) / n == Approx(0.7).margin(4 * std::sqrt(0.7 * 0.3 / n)));
    r.type.detection = 0.5;
    CHECK(static_cast<double>(seen(track, r).size()) / n == Approx(0.35).margin(4 * std::sqrt(0.35 * 0.65 / n)));
    r.detection_loss = 1;
    CHECK(seen(track, r).empty());
}

TEST_CASE("a lost plot changes none of the others")
{
    Radar r = radar();
    const Track track = hovering(40, 80'000, 8'000);
    const auto whole = seen(track, r);
    r.detection_loss = 0.3;
    const auto some = seen(track, r);
    std::size_t i = 0;
    for (const Plot& plot : some) {
        while (i < whole.size() && whole[i].time < plot.time)
            ++i;
        REQUIRE(i < whole.size());
        REQUIRE(whole[i].time == plot.time);
        REQUIRE(whole[i].place == plot.place);
    }
}

TEST_CASE("heights of a 3-D radar have its noise and its bias, and those of a transponder its bias in steps")
{
    Radar r = radar();
    r.type.is_secondary = false;
    r.type.detection_range_m = 1e9;
    r.type.height_noise_m = 300;
    r.height_bias_m = 50;
    const auto plots = seen(hovering(40, 80'000, 8'000), r);
    REQUIRE(plots.size() > 20'000);
    const auto n = static_cast<double>(plots.size());
    double mean = 0, square = 0;
    for (const Plot& plot : plots) {
        REQUIRE(plot.altitude_m);
        mean += *plot.altitude_m / n;
        square += *plot.altitude_m * *plot.altitude_m / n;
    }
    CHECK(mean == Approx(8'050).margin(4 * 300 / std::sqrt(n)));
    CHECK(std::sqrt(square - mean * mean) == Approx(300).margin(4 * 300 / std::sqrt(2 * n)));

    r = radar();
    r.type.height_step_m = 30.48;
    r.height_bias_m = 60.96;
    CHECK(seen(hovering(40, 80'000, 5'791.2), r).front().altitude_m.value() == Approx(5'852.16));  // 19,200 ft
    CHECK_FALSE(seen(hovering(40, 80'000, 5'791.2), radar()).front().altitude_m);
}

TEST_CASE("plots scatter as they state")
{
    // 100 m of range and 0.001 of azimuth (200 m, 50 m, 20 m), at 30 degrees to the axes.
    Radar r = radar();
    SECTION("with the altitude reported to the foot")
    {
        const double distance_m = GENERATE(200'000.0, 50'000.0, 20'000.0);
        r.type.height_step_m = 0.3048;
        const Track track = hovering(30, distance_m, 8'000);
        check_stated(seen(track, r), track.fixes()[0].place, 0.01);
    }
    SECTION("without an altitude the slant range counts, which is a bias")
    {
        const Track track = hovering(300, 50'000, 8'000);
        const auto plots = seen(track, r);
        check_stated(plots, track.fixes()[0].place, 0.01);
        // On a sphere of radius R the slant range is the root of h^2 + s^2 (1 + h/R), s being short: 667 m too much.
        const Scatter s = scatter_of(plots, track.fixes()[0].place);
        CHECK(s.mean.norm() == Approx(std::sqrt(8e3 * 8e3 + 5e4 * 5e4 * (1 + 8e3 / 6.37e6)) - 5e4).margin(5));
    }
}

TEST_CASE("an error of height is an error of place, the more the higher the beam points")
{
    // 8 km up at 20 km, tan = 0.4: 900 m of height are 360 m over the ground, beside the 100 m of range.
    Radar r = radar();
    r.type.range_noise_m = 100;
    r.type.height_noise_m = 900;
    const double distance_m = GENERATE(20'000.0, 60'000.0);
    CAPTURE(distance_m);
    const Track track = hovering(60, distance_m, 8'000);
    const auto plots = seen(track, r);
    check_stated(plots, track.fixes()[0].place, 0.05);
    if (distance_m == 20'000) {
        const double along_m = std::hypot(900 * 0.4, 100 * std::hypot(1, 0.4));
        double mean_m = 0;
        for (const Plot& plot : plots)
            mean_m += plot.accuracy_m / static_cast<double>(plots.size());
        CHECK(mean_m == Approx(std::sqrt((along_m * along_m + 20.0 * 20.0) / 2)).epsilon(0.05));
    }
}

TEST_CASE("a height straight overhead leaves the place unsure, not boundless")
{
    Radar r = radar();
    r.type.height_noise_m = 900;
    for (const Plot& plot : seen(hovering(60, 10, 8'000), r)) {
        REQUIRE(std::isfinite(plot.accuracy_m));
        REQUIRE(plot.accuracy_m < 8'000);
    }
}

TEST_CASE("the same seed gives the same plots to the last bit")
{
    Radar r = radar();
    r.type.detection = 0.8;
    r.type.height_noise_m = 300;
    r.type.is_secondary = false;
    r.type.detection_range_m = 1e5;
    r.dropouts_per_s = 0.01;
    r.dropout_s = 10;
    r.detection_loss = 0.1;
    const Track near = hovering(30, 60'200, 8'000);
    const std::vector<Track> tracks{
        hovering(30, 60'000, 8'000),
        Track::make("b", near.datum(), {near.fixes().begin(), near.fixes().end()}).value()};
    const auto run = [&](std::uint64_t seed) { return observe(tracks, r, nullptr, all, {}, seed); };
    const auto same_bits = [](const Plot& a, const Plot& b) {
        const auto bits = [](const Plot& p) {
            return std::array{p.range_m, p.azimuth_rad, p.altitude_m.value_or(-1), p.place.lon_deg, p.place.lat_deg,
                              p.accuracy_m, p.covariance_m2(0, 0), p.covariance_m2(0, 1), p.covariance_m2(1, 1)};
        };
        const auto x = bits(a), y = bits(b);
        return a.radar == b.radar && a.track == b.track && a.scan == b.scan && a.time == b.time &&
               a.altitude_m.has_value() == b.altitude_m.has_value() && std::memcmp(&x, &y, sizeof x) == 0;
    };
    const auto one = run(5), two = run(5), other = run(6);
    REQUIRE(one.size() > 1'000);
    REQUIRE(one.size() == two.size());
    CHECK(std::equal(one.begin(), one.end(), two.begin(), same_bits));
    CHECK_FALSE((one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(), same_bits)));
}
