#include "sim/geo/arc_points.h"

#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>
#include <geodesic.h>

#include "sim/base/random.h"

using namespace incursion;

namespace {

// PROJ's geodesics, called directly: the twin of what the code under test uses through its own functions.
const geod_geodesic& ellipsoid()
{
    static const geod_geodesic g = [] {
        geod_geodesic e{};
        geod_init(&e, 6378137.0, 1 / 298.257223563);
        return e;
    }();
    return g;
}

double apart(LonLat a, LonLat b, double* azimuth = nullptr)
{
    double s = 0;
    geod_inverse(&ellipsoid(), a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, &s, azimuth, nullptr);
    return s;
}

LonLat straight_at(LonLat a, LonLat b, double u)
{
    return {a.lon_deg + (side_end_lon(a.lon_deg, b.lon_deg) - a.lon_deg) * u, a.lat_deg + (b.lat_deg - a.lat_deg) * u};
}

LonLat geodesic_at(LonLat a, LonLat b, double u)
{
    geod_geodesicline line{};
    geod_inverseline(&line, &ellipsoid(), a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, 0);
    LonLat place;
    geod_position(&line, line.s13 * u, &place.lat_deg, &place.lon_deg, nullptr);
    return place;
}

/// Square metres on the ellipsoid, of geodesic sides, positive anticlockwise.
double area_m2(const std::vector<LonLat>& points)
{
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : points)
        geod_polygon_addpoint(&ellipsoid(), &polygon, p.lat_deg, p.lon_deg);
    double area = 0;
    geod_polygon_compute(&ellipsoid(), &polygon, 0, 1, &area, nullptr);
    return area;
}

}  // namespace

TEST_CASE("points of a circle are at its radius to a millimetre, and sides between them within half a metre")
{
    RandomStream random{7, "circles"};
    for (int i = 0; i < 60; ++i) {
        const LonLat centre{random.uniform(-180, 180), random.uniform(-88, 88)};
        const double radius = std::exp(random.uniform(std::log(50.0), std::log(300e3)));
        CAPTURE(i, centre.lon_deg, centre.lat_deg, radius);
        const Ring ring = circle_ring(centre, radius);
        REQUIRE(ring.points.size() >= 8);
        double off = 0, side_off = 0;
        for (std::size_t k = 0; k < ring.points.size(); ++k) {
            const LonLat a = ring.points[k], b = ring.points[(k + 1) % ring.points.size()];
            REQUIRE((a.lon_deg >= -180 && a.lon_deg < 180));
            off = std::max(off, std::abs(apart(centre, a) - radius));
            if (std::abs(a.lat_deg) > 89 && radius > 10e3)
                continue;  // a straight side near a pole is bound by the next test
            for (const double u : {0.25, 0.5, 0.75}) {
                side_off = std::max(side_off, std::abs(apart(centre, straight_at(a, b, u)) - radius));
                side_off = std::max(side_off, std::abs(apart(centre, geodesic_at(a, b, u)) - radius));
            }
        }
        CHECK(off < 1e-3);
        CHECK(side_off < arc_tolerance_m);
    }
}

TEST_CASE("a circle round a pole and one across the 180th meridian are ordinary")
{
    const Ring polar = circle_ring({20, 89.9}, 100e3);
    CHECK(std::abs(winding_of(polar)) == 1);
    for (std::size_t k = 0; k < polar.points.size(); ++k) {
        const LonLat a = polar.points[k], b = polar.points[(k + 1) % polar.points.size()];
        CHECK(std::abs(apart({20, 89.9}, straight_at(a, b, 0.5)) - 100e3) < arc_tolerance_m);
    }
    CHECK(winding_of(circle_ring({179.99, -17}, 20e3)) == 0);
    // Through the pole itself: no end of splitting.
    CHECK(circle_ring({0, 89}, apart({0, 89}, {0, 90})).points.size() < 100000);
}

TEST_CASE("both ways round a circle have the same area, that of a circle on the ellipsoid")
{
    for (const double lat : {0.0, 47.0, -71.0}) {
        std::vector<LonLat> clockwise, anticlockwise;
        append_arc({{10, lat}, 20e3, 20e3, 30, 360}, clockwise);
        append_arc({{10, lat}, 20e3, 20e3, 30, -360}, anticlockwise);
        const double right = area_m2(clockwise), left = area_m2(anticlockwise);
        CHECK(right < 0);
        CHECK(left == Approx(-right).epsilon(1e-9));
        // pi r^2 (1 - K r^2 / 12) with the curvature K of 1/R^2: a part in 10^6 here.
        CHECK(left == Approx(std::numbers::pi * 20e3 * 20e3).epsilon(2e-5));
    }
}

TEST_CASE("an arc runs from its first azimuth through its sweep, its radius evenly from one to the other")
{
    const CentredArc arc{{8, 50}, 10000, 10040, 350, 45};
    std::vector<LonLat> points;
    append_arc(arc, points);
    double azimuth = 0;
    CHECK(apart(arc.centre, points.front(), &azimuth) == Approx(10000).margin(1e-6));
    CHECK(azimuth == Approx(-10).margin(1e-9));
    CHECK(apart(arc.centre, points.back(), &azimuth) == Approx(10040).margin(1e-6));
    CHECK(azimuth == Approx(35).margin(1e-9));
    double before = -11;
    for (const LonLat p : points) {
        const double radius = apart(arc.centre, p, &azimuth);
        CHECK(radius == Approx(10000 + 40 * (azimuth + 10) / 45).margin(1e-3));
        CHECK(azimuth > before);
        before = azimuth;
    }
}

TEST_CASE("a geodesic is followed where sides are read straight, and left alone where they are geodesics")
{
    const LonLat from{-75, 39}, to{-9, 38.7};  // across the Atlantic
    std::vector<LonLat> points{from};
    append_geodesic(to, EdgeReading::geodesic, points);
    CHECK(points == std::vector{from, to});
    points = {from};
    append_geodesic(to, EdgeReading::straight, points);
    CHECK(points.back() == to);
    CHECK(points.size() > 1000);
    double length = 0;
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        length += apart(points[k], points[k + 1]);
        for (const double u : {0.3, 0.5, 0.7})
            CHECK(apart(straight_at(points[k], points[k + 1], u), geodesic_at(points[k], points[k + 1], u)) <
                  arc_tolerance_m);
    }
    CHECK(length == Approx(apart(from, to)).margin(1e-5));
    // Across the equator a geodesic bends one way and then the other.
    points = {{-20, -20}};
    append_geodesic({20, 20}, EdgeReading::straight, points);
    CHECK(points.size() > 50);
}
