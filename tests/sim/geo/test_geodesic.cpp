#include "sim/geo/geodesic.h"

#include <cmath>
#include <numbers>
#include <random>

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

LonLat random_place(std::mt19937_64& random)
{
    const auto unit = [&] { return static_cast<double>(random() >> 11) * 0x1.0p-53; };
    return {unit() * 360 - 180, std::asin(unit() * 2 - 1) * 180 / std::numbers::pi};
}

/// Radians of arc on the sphere between two places (haversine formula).
double arc(LonLat a, LonLat b)
{
    const double k = std::numbers::pi / 180;
    const double u = std::sin((b.lat_deg - a.lat_deg) * k / 2), v = std::sin((b.lon_deg - a.lon_deg) * k / 2);
    return 2 * std::asin(std::min(1.0, std::sqrt(u * u + std::cos(a.lat_deg * k) * std::cos(b.lat_deg * k) * v * v)));
}

}  // namespace

// The worked examples of Karney, J. Geodesy 87 (2013), 43-55, tables 2 to 4, on WGS-84.

TEST_CASE("ten thousand kilometres from 40 N, north-east by north, end where Karney's table 2 says")
{
    const GeodesicLine line{{0, 40}, Angle::degrees(30), 10'000'000};
    Angle azimuth;
    const LonLat end = line.at(10'000'000, azimuth);
    CHECK(end.lat_deg == Approx(41.79331020506).margin(6e-12).epsilon(0));
    CHECK(end.lon_deg == Approx(137.84490004377).margin(6e-12).epsilon(0));
    CHECK(azimuth.deg() == Approx(149.09016931807).margin(6e-12).epsilon(0));
    CHECK(direct({0, 40}, Angle::degrees(30), 10'000'000) == end);
    CHECK(line.length_m() == 10'000'000);
    const Inverse back = inverse({0, 40}, end);
    CHECK(back.distance_m == Approx(10'000'000).margin(1e-7).epsilon(0));
    CHECK(back.azimuth.deg() == Approx(30).margin(1e-12).epsilon(0));
}

TEST_CASE("five metres are solved as Karney's table 3 says")
{
    const Inverse found = inverse({0, -30.12345}, {0.00005, -30.12344});
    CHECK(found.distance_m == Approx(4.944208).margin(6e-7).epsilon(0));
    CHECK(found.azimuth.deg() == Approx(77.04353354237).margin(1e-8).epsilon(0));
    CHECK(found.azimuth_end.deg() == Approx(77.04350844913).margin(1e-8).epsilon(0));
}

TEST_CASE("nearly antipodal places are as far apart as Karney's table 4 says")
{
    const Inverse found = inverse({0, -30}, {179.8, 29.9});
    CHECK(found.distance_m == Approx(19989832.827610).margin(1e-6).epsilon(0));
    CHECK(found.azimuth.deg() == Approx(161.89052473633).margin(6e-12).epsilon(0));
    CHECK(found.azimuth_end.deg() == Approx(18.09073724574).margin(6e-12).epsilon(0));
}

TEST_CASE("the equator is a circle of the semi-major axis, across 180 degrees too")
{
    const double two_degrees = 6378137.0 * std::numbers::pi / 90;  // 222,638.982 m
    CHECK(distance_m({179, 0}, {-179, 0}) == Approx(two_degrees).margin(1e-8).epsilon(0));
    CHECK(distance_m({-1, 0}, {1, 0}) == Approx(222638.982).margin(5e-4).epsilon(0));
    CHECK(inverse({179, 0}, {-179, 0}).azimuth.deg() == 90);
    CHECK(GeodesicLine{{179, 0}, {-179, 0}}.at(two_degrees * 0.75).lon_deg == Approx(180.5).epsilon(1e-15));
    CHECK(GeodesicLine{{-179, 0}, {179, 0}}.at(two_degrees * 0.75).lon_deg == Approx(-180.5).epsilon(1e-15));
}

TEST_CASE("from pole to pole it is two meridian quadrants")
{
    // Quadrant of WGS-84: 10,001,965.729 m (NGA.STND.0036, WGS 84, 2014, table 3.5 rounded likewise).
    CHECK(distance_m({0, -90}, {77, 90}) == Approx(2 * 10001965.7293).margin(2e-4).epsilon(0));
    CHECK(distance_m({0, 90}, {120, 90}) == Approx(0).margin(1e-8));
}

TEST_CASE("azimuths lie in (-180, 180] degrees")
{
    CHECK(inverse({0, 30}, {-0.0, 10}).azimuth.deg() == 180);
    CHECK(inverse({5, 30}, {5, 10}).azimuth_end.deg() == 180);
    CHECK(inverse({180, 30}, {-180, 10}).azimuth.deg() == 180);
    CHECK(inverse({-180, 30}, {180, 10}).azimuth.deg() == 180);
    CHECK(inverse({0, 10}, {-180, -10}).azimuth.deg() > -180);
    CHECK(inverse({0, 90}, {-180, 10}).azimuth_end.deg() > -180);
    CHECK(inverse({0, 10}, {-90, -90}).azimuth.deg() == 180);
    CHECK(inverse({0, 0}, {0, 0}).distance_m == 0);
    Angle azimuth;
    GeodesicLine{{-0.0, 30}, {0, 10}}.at(1000, azimuth);
    CHECK(azimuth.deg() == 180);
    GeodesicLine{{0, 30}, {-0.0, 10}}.at(1000, azimuth);
    CHECK(azimuth.deg() == 180);
}

TEST_CASE("a geodesic line begins and ends at its places and runs at the stated distance")
{
    const unsigned seed = 20131;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 2000; ++i) {
        const LonLat a = random_place(random), b = random_place(random);
        CAPTURE(a.lon_deg, a.lat_deg, b.lon_deg, b.lat_deg);
        const GeodesicLine line{a, b};
        const double length = line.length_m();
        CHECK(line.from() == a);
        CHECK(distance_m(a, line.at(0)) < 2e-8);
        CHECK(distance_m(b, line.at(length)) < 5e-8);
        const LonLat middle = line.at(length / 2);
        CHECK(distance_m(a, middle) == Approx(length / 2).margin(5e-8).epsilon(0));
        CHECK(distance_m(middle, b) == Approx(length / 2).margin(5e-8).epsilon(0));
        CHECK(distance_m(b, a) == Approx(length).margin(3e-8).epsilon(0));
        CHECK(std::abs(middle.lon_deg - a.lon_deg) <= 180);
    }
}

TEST_CASE("arcs on spheres of the least and the largest radius enclose every geodesic")
{
    const unsigned seed = 20132;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 5000; ++i) {
        const LonLat a = random_place(random);
        const double near = std::pow(10.0, -static_cast<double>(i % 7));
        const LonLat c = random_place(random);
        const LonLat b{a.lon_deg + (c.lon_deg - a.lon_deg) * near, a.lat_deg + (c.lat_deg - a.lat_deg) * near};
        CAPTURE(a.lon_deg, a.lat_deg, b.lon_deg, b.lat_deg);
        const double d = distance_m(a, b);
        CHECK(arc(a, b) * wgs84_least_radius_m <= d * (1 + 1e-9) + 1e-6);
        CHECK(arc(a, b) * wgs84_largest_radius_m >= d * (1 - 1e-9) - 1e-6);
    }
    CHECK(wgs84_largest_radius_m >= 6378137.0 / std::sqrt(1 - wgs84_e2));
    CHECK(wgs84_largest_radius_m == Approx(6399593.6258).epsilon(1e-11));  // NGA.STND.0036, table 3.5: c
}
