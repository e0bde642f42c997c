#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

#include "sim/geo/geodesic.h"
#include "sim/radar/beam.h"
#include "sim/radar/detection.h"
#include "sim/radar/observe.h"

using namespace incursion;

namespace {

constexpr LonLat site{35, 36};
const Time start = parse_time("2020-01-01T00:00:00Z").value();

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

/// Flies a geodesic from `distance_m` at an azimuth of the site, at right angles to it.
Track crossing(std::string id, double azimuth_deg, double distance_m, double altitude_m, double length_m, double time_s)
{
    const LonLat a = direct(site, Angle::degrees(azimuth_deg), distance_m);
    const LonLat b = direct(a, Angle::degrees(azimuth_deg + 90), length_m);
    return Track::make(std::move(id), AltitudeDatum::msl,
                       {Fix{start, a, altitude_m, {}}, Fix{start + seconds(time_s), b, altitude_m, {}}})
        .value();
}

std::vector<Plot> seen(const std::vector<Track>& tracks, const Radar& r, const Terrain* terrain = nullptr)
{
    return observe(tracks, r, terrain, {start, start + seconds(1e6)}, {}, 7);
}

}  // namespace

TEST_CASE("plots show the noise and the bias that the radar states")
{
    Radar r = radar();
    r.range_bias_m = 40;
    r.azimuth_bias_rad = 0.0005;
    // Over north, so that azimuths wrap.
    const std::vector tracks{crossing("a", 359, 100'000, 8'000, 5'000, 20'000)};
    const auto passes = beam_passes(tracks[0], LegReading::geodesic, r, {start, start + seconds(1e6)}, 0);
    const auto plots = seen(tracks, r);
    REQUIRE(plots.size() == passes.size());
    REQUIRE(plots.size() >= 4'999);
    const auto n = static_cast<double>(plots.size());
    double range = 0, range2 = 0, azimuth = 0, azimuth2 = 0;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const double dr = plots[i].range_m - passes[i].range_m, da = plots[i].azimuth_rad - passes[i].azimuth_rad;
        range += dr;
        range2 += dr * dr;
        azimuth += da;
        azimuth2 += da * da;
    }
    range /= n;
    azimuth /= n;
    // Four standard deviations of a mean, sigma / sqrt(n), and of a standard deviation, sigma / sqrt(2n).
    CHECK(range == Approx(40).margin(4 * 100 / std::sqrt(n)));
    CHECK(azimuth == Approx(0.0005).margin(4 * 0.001 / std::sqrt(n)));
    CHECK(std::sqrt(range2 / n - range * range) == Approx(100).margin(4 * 100 / std::sqrt(2 * n)));
    CHECK(std::sqrt(azimuth2 / n - azimuth * azimuth) == Approx(0.001).margin(4 * 0.001 / std::sqrt(2 * n)));
}

TEST_CASE("the beam points at the aircraft when it makes a plot, and plots ascend")
{
    Radar r = radar();
    r.type.range_noise_m = r.type.azimuth_noise_rad = 0;
    r.type.height_noise_m = 0;
    const double azimuth_deg = GENERATE(0.0, 90.0, 200.0, 359.9);
    const std::vector tracks{crossing("a", azimuth_deg, 20'000, 6'000, 60'000, 240)};
    const auto plots = seen(tracks, r);
    CHECK(plots.size() >= 59);
    CHECK(plots.size() <= 61);
    const LonLat a = tracks[0].fixes()[0].place;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        const double apart = plots[i].azimuth_rad - beam_azimuth_rad(r, plots[i].time);
        CHECK(std::abs(std::remainder(apart, 2 * std::numbers::pi)) < 1e-6 * 2 * std::numbers::pi);
        if (i > 0)
            CHECK(plots[i - 1].time < plots[i].time);
        // Without errors the place is the true one: 250 m/s along the geodesic.
        const LonLat flown = direct(a, Angle::degrees(azimuth_deg + 90), 250 * to_seconds(plots[i].time - start));
        CHECK(distance_m(flown, plots[i].place) < 0.01);
    }
}

TEST_CASE("what lies below the horizon of a 4/3 Earth is not seen")
{
    // 200 ft are seen from the sea's level out to 32 km: 4.12 km for each root of a metre (FS-1037C).
    const Radar r = radar();
    CHECK_FALSE(seen({crossing("a", 270, 30'000, 60.96, 100, 60)}, r).empty());
    CHECK(seen({crossing("a", 270, 34'000, 60.96, 100, 60)}, r).empty());
    // 19,000 ft: 314 km; 444 km from 1,000 m up, beyond this radar's 400 km.
    CHECK_FALSE(seen({crossing("a", 270, 310'000, 5'791.2, 100, 60)}, r).empty());
    CHECK(seen({crossing("a", 270, 318'000, 5'791.2, 100, 60)}, r).empty());
    CHECK(line_of_sight(site, 1'000, direct(site, Angle::degrees(10), 440'000), 5'791.2, nullptr));
    CHECK_FALSE(line_of_sight(site, 1'000, direct(site, Angle::degrees(10), 448'000), 5'791.2, nullptr));
}

TEST_CASE("range limits and the cone of silence hide")
{
    Radar r = radar();
    CHECK(seen({crossing("a", 0, 401'000, 20'000, 100, 60)}, r).empty());
    r.type.max_elevation_rad = Angle::degrees(45).rad();
    CHECK_FALSE(seen({crossing("a", 0, 6'100, 6'000, 10, 60)}, r).empty());
    CHECK(seen({crossing("a", 0, 5'900, 6'000, 10, 60)}, r).empty());
    r.type.min_range_m = 9'000;
    CHECK(seen({crossing("a", 0, 6'100, 6'000, 10, 60)}, r).empty());
}

TEST_CASE("a ridge hides what is behind and below it")
{
    Terrain ridge{34, 35, 0.01, 201, 201, std::vector<float>(201 * 201, 0)};
    for (std::size_t row = 0; row < ridge.rows; ++row)
        ridge.heights_m[row * ridge.columns + 120] = 2'200;  // on 35.2 degrees east, 18 km from the site
    CHECK(ridge.height_m({35.205, 36.003}).value() == Approx(1'100));
    CHECK_FALSE(ridge.height_m({33.9, 36}));
    // 36 km off, a ray over the ridge's top is at some 4,400 m.
    CHECK(seen({crossing("a", 90, 36'000, 3'000, 10, 60)}, radar(), &ridge).empty());
    CHECK_FALSE(seen({crossing("a", 90, 36'000, 5'000, 10, 60)}, radar(), &ridge).empty());
    CHECK_FALSE(seen({crossing("a", 270, 36'000, 3'000, 10, 60)}, radar(), &ridge).empty());
}

TEST_CASE("a primary radar detects as a Swerling 1 target is detected")
{
    RadarType type;
    type.detection = 0.5;
    type.false_alarm = 1e-6;
    type.detection_range_m = 100'000;
    CHECK(detection_probability(type, 100'000, 1) == Approx(0.5));
    // ln(1e-6)/ln(0.5) - 1 = 18.9316; at half the range 16 times as much: 1e-6^(1/303.905) = 0.95556.
    CHECK(detection_probability(type, 50'000, 1) == Approx(0.95556).epsilon(1e-4));
    CHECK(detection_probability(type, 50'000, 1.0 / 16) == Approx(0.5));
    CHECK(detection_probability(type, 1e9, 1) == Approx(1e-6).epsilon(0.01));
    type.is_secondary = true;
    CHECK(detection_probability(type, 1e9, 1) == 0.5);
}

TEST_CASE("the same seed gives the same plots, and an aircraft far away changes none of them")
{
    Radar r = radar();
    r.type.detection = 0.7;
    r.dropouts_per_s = 0.02;
    r.dropout_s = 10;
    const Track a = crossing("a", 40, 80'000, 8'000, 50'000, 400), b = crossing("b", 200, 80'000, 8'000, 50'000, 400);
    const auto alone = seen({a}, r), both = seen({a, b}, r);
    std::vector<Plot> of_a;
    for (const Plot& plot : both)
        if (plot.track == 0)
            of_a.push_back(plot);
    REQUIRE(of_a.size() == alone.size());
    CHECK(both.size() > of_a.size());
    for (std::size_t i = 0; i < alone.size(); ++i)
        CHECK((of_a[i].time == alone[i].time && of_a[i].place == alone[i].place));
}

TEST_CASE("a transponder reports its height in steps")
{
    Radar r = radar();
    r.type.height_step_m = 30.48;
    const std::vector tracks{crossing("a", 40, 80'000, 5'790, 500, 60)};
    const auto plots = seen(tracks, r);
    REQUIRE_FALSE(plots.empty());
    for (const Plot& plot : plots)
        CHECK(plot.altitude_m.value() == Approx(5'791.2));  // 19,000 ft, the nearest of 30.48 m
    const auto track = plots_as_track(plots, 0, "a", AltitudeDatum::msl);
    REQUIRE(track.has_value());
    CHECK(track.value().fixes().size() == plots.size());
}

TEST_CASE("dropouts take their share of the plots")
{
    Radar r = radar();
    r.dropouts_per_s = 0.1;
    r.dropout_s = 10;
    // Seen for 10 s, out for 10 s: half. 100,000 s hold 5,000 such pairs; the share's deviation is below 0.01.
    const auto plots = seen({crossing("a", 40, 80'000, 8'000, 500, 100'000)}, r);
    CHECK(static_cast<double>(plots.size()) / 25'000 == Approx(0.5).margin(0.03));
}

TEST_CASE("two aircraft that a radar cannot tell apart give one primary plot, or secondary ones without heights")
{
    Radar r = radar();
    r.type.range_noise_m = r.type.azimuth_noise_rad = 0;
    r.type.height_step_m = 30.48;
    const Track a = crossing("a", 40, 80'000, 8'000, 500, 60), near = crossing("b", 40, 80'100, 8'000, 500, 60),
                clear = crossing("c", 40, 80'200, 8'000, 500, 60);
    const auto replies = seen({a, near}, r);
    CHECK(replies.size() == 2 * seen({a}, r).size());
    for (const Plot& plot : replies)
        CHECK_FALSE(plot.altitude_m);
    r.type.is_secondary = false;
    const auto merged = seen({a, near}, r), one = seen({a}, r), other = seen({near}, r);
    REQUIRE(merged.size() == one.size());
    for (std::size_t i = 0; i < merged.size(); ++i)
        CHECK(merged[i].range_m == Approx((one[i].range_m + other[i].range_m) / 2).epsilon(1e-9));
    CHECK(seen({a, clear}, r).size() == 2 * one.size());
}
