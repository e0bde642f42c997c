#include "sim/geo/ring.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

/// A ring along a parallel, eastward, with a point every 30 degrees, stored between -180 and 180.
Ring round_the_pole(double lat)
{
    Ring ring;
    for (int lon = -180; lon < 180; lon += 30)
        ring.points.push_back({static_cast<double>(lon), lat});
    return ring;
}

Ring reversed(Ring ring)
{
    std::reverse(ring.points.begin(), ring.points.end());
    return ring;
}

Ring turned(Ring ring, double by)
{
    for (LonLat& p : ring.points)
        p.lon_deg = wrapped_lon(p.lon_deg + by);
    return ring;
}

/// Checks the ring, the same backwards, and begun at every point.
void check_ring(const Ring& ring, int winding, Pole pole)
{
    Ring begun_elsewhere = ring;
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
        CAPTURE(i);
        CHECK(winding_of(begun_elsewhere) == winding);
        CHECK(winding_of(reversed(begun_elsewhere)) == -winding);
        CHECK(pole_held_by(begun_elsewhere) == pole);
        CHECK(pole_held_by(reversed(begun_elsewhere)) == pole);
        std::rotate(begun_elsewhere.points.begin(), begun_elsewhere.points.begin() + 1, begun_elsewhere.points.end());
    }
}

const Ring square{{{35, 36}, {36, 36}, {36, 37}, {35, 37}}};

}  // namespace

TEST_CASE("a side runs the short way, and a whole turn is kept")
{
    CHECK(side_end_lon(179, -179) == 181);
    CHECK(side_end_lon(-179, 179) == -181);
    CHECK(side_end_lon(10, 20) == 20);
    CHECK(side_end_lon(-180, 180) == 180);
    CHECK(side_end_lon(180, -180) == -180);
    CHECK(side_end_lon(0, 180) == 180);
    CHECK(side_end_lon(0, -180) == -180);
    CHECK(side_end_lon(-170, 150) == -210);
}

TEST_CASE("an ordinary ring does not wind and holds no pole")
{
    check_ring(square, 0, Pole::none);
    check_ring(Ring{}, 0, Pole::none);
    check_ring(Ring{{{35, 36}}}, 0, Pole::none);
}

TEST_CASE("a ring across the 180th meridian does not wind, stored with or without a jump")
{
    check_ring(Ring{{{179, 10}, {-179, 10}, {-179, 12}, {179, 12}}}, 0, Pole::none);
    check_ring(Ring{{{179, 10}, {181, 10}, {181, 12}, {179, 12}}}, 0, Pole::none);
    check_ring(turned(square, 144.5), 0, Pole::none);
}

TEST_CASE("a ring round the Earth holds the pole on its smaller side")
{
    check_ring(round_the_pole(70), 1, Pole::north);
    check_ring(round_the_pole(0.001), 1, Pole::north);
    check_ring(round_the_pole(-60), 1, Pole::south);
    check_ring(round_the_pole(-0.001), 1, Pole::south);
    check_ring(turned(round_the_pole(70), 17), 1, Pole::north);
    check_ring(Ring{{{0, 80}, {120, 85}, {-120, 89}}}, 1, Pole::north);
}

TEST_CASE("the smaller side is told by area, not by where most points lie")
{
    // Five of nine points lie at 10 N, yet within 4 degrees of longitude; 354 degrees run at 5 S. By hand, in
    // degrees of longitude times sine: 4 * 0.174 - 354 * 0.087 + 2 * 0.044 < 0, so the ring lies south.
    check_ring(Ring{{{0, 10}, {1, 10}, {2, 10}, {3, 10}, {4, 10}, {5, -5}, {120, -5}, {-120, -5}, {-1, -5}}}, 1,
               Pole::south);
}

TEST_CASE("a ring along the equator halves the Earth, and which half it holds does not hang on its direction")
{
    const Pole held = pole_held_by(round_the_pole(0));
    CHECK(held != Pole::none);
    CHECK(pole_held_by(reversed(round_the_pole(0))) == held);
}

TEST_CASE("Antarctica closed along the frame of the map does not wind")
{
    // RFC 7946, section 3.1.9: a shape that holds a pole is cut at 180 degrees and closed along the pole.
    check_ring(Ring{{{-180, -90}, {-180, -70}, {-90, -75}, {0, -70}, {90, -66}, {180, -70}, {180, -90}}}, 0,
               Pole::none);
    check_ring(Ring{{{-180, -90}, {-180, -70}, {-90, -75}, {0, -70}, {90, -66}, {180, -70}, {180, -90}, {0, -90}}}, 0,
               Pole::none);
}

TEST_CASE("the frame of the map does not wind, nor does a band between two parallels")
{
    check_ring(Ring{{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}}}, 0, Pole::none);
    check_ring(Ring{{{-180, -60}, {180, -60}, {180, 60}, {-180, 60}}}, 0, Pole::none);
    check_ring(Ring{{{0, -60}, {360, -60}, {360, 60}, {0, 60}}}, 0, Pole::none);
}

TEST_CASE("a ring that winds twice holds no pole, because even-odd sees it twice")
{
    Ring twice = round_the_pole(70);
    const Ring second = round_the_pole(60);
    twice.points.insert(twice.points.end(), second.points.begin(), second.points.end());
    check_ring(twice, 2, Pole::none);
}
