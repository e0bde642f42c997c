#include "sim/geo/geodesic_arc.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"

using namespace incursion;

namespace {

struct Worst {
    double place_m = 0, length_m = 0;
    int made = 0;
};

/// Arcs of random directions and lengths up to a greatest one, against PROJ.
Worst worst_of(RandomStream& random, double lat_deg, double greatest_m)
{
    Worst worst;
    for (int k = 0; k < 2000; ++k) {
        const LonLat from{random.uniform(-180, 180), std::clamp(lat_deg + random.uniform(-0.5, 0.5), -90.0, 90.0)};
        const double length_m = greatest_m * std::pow(10, -random.uniform(0, 4));
        const LonLat to = direct(from, Angle::degrees(random.uniform(-180, 180)), length_m);
        const auto arc = GeodesicArc::between(from, to);
        if (!arc)
            continue;
        ++worst.made;
        const GeodesicLine line{from, to};
        worst.length_m = std::max(worst.length_m, std::abs(arc->length_m() - line.length_m()));
        for (const double u : {0.01, 0.2, 0.5, 0.77, 0.999})
            worst.place_m = std::max(worst.place_m, distance_m(arc->at(u), line.at(u * line.length_m())));
    }
    return worst;
}

}  // namespace

TEST_CASE("a geodesic arc agrees with PROJ's geodesic to 20 nm, places and length, at every latitude")
{
    const double lat_deg = GENERATE(0.0, 10.0, -30.0, 45.0, 60.0, -75.0, 85.0, 89.4, -89.9);
    const double greatest_m = GENERATE(100.0, 2400.0, 20e3, 120e3);
    const std::uint64_t seed = 61;
    CAPTURE(seed, lat_deg, greatest_m);
    RandomStream random{seed, "arc"};
    const Worst worst = worst_of(random, lat_deg, greatest_m);
    CAPTURE(worst.made, worst.place_m, worst.length_m);
    CHECK(worst.place_m < 2e-8);
    CHECK(worst.length_m < 2e-8);
    if (std::abs(lat_deg) <= 85 && greatest_m <= 2400)
        CHECK(worst.made == 2000);
    CHECK(worst.made > 200);
}

TEST_CASE("an arc along the equator and one along a meridian are straight")
{
    const auto east = GeodesicArc::between({179.9, 0}, {180.3, 0});
    REQUIRE(east);
    CHECK(east->at(0.25).lon_deg == Approx(180).margin(1e-13));
    CHECK(east->at(0.25).lat_deg == 0);
    CHECK(east->length_m() == Approx(0.4 * 111319.49079327357).margin(1e-8));
    const auto north = GeodesicArc::between({20, -0.2}, {20, 0.2});
    REQUIRE(north);
    CHECK(north->at(0.5).lon_deg == 20);
    CHECK(north->at(0.5).lat_deg == Approx(0).margin(1e-14));
}

TEST_CASE("an arc begins and ends at the very places it is made of, and none is made over or next to a pole")
{
    const LonLat from{12.345678901234567, 51.23456789012345}, to{12.445678901234567, 51.33456789012345};
    const auto arc = GeodesicArc::between(from, to);
    REQUIRE(arc);
    CHECK(arc->at(0) == from);
    CHECK(arc->at(1) == to);
    CHECK_FALSE(GeodesicArc::between({0, 89.99}, {180, 89.99}));
    CHECK_FALSE(GeodesicArc::between({0, 90}, {10, 89.9}));
    CHECK_FALSE(GeodesicArc::between({0, 40}, {3, 40}));
    const auto none = GeodesicArc::between(from, from);
    REQUIRE(none);
    CHECK(none->length_m() == 0);
}
