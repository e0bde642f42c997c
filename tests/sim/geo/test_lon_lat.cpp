#include "sim/geo/lon_lat.h"

#include <cmath>
#include <limits>
#include <random>

#include <catch2/catch.hpp>

#include <boost/multiprecision/cpp_int.hpp>

using namespace incursion;
using Rational = boost::multiprecision::cpp_rational;

TEST_CASE("a place is valid with a latitude up to the poles and a finite longitude within a turn and a half")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    CHECK(is_valid({0, 0}));
    CHECK(is_valid({-540, -90}));
    CHECK(is_valid({540, 90}));
    CHECK_FALSE(is_valid({std::nextafter(540, 541), 0}));
    CHECK_FALSE(is_valid({0, std::nextafter(90, 91)}));
    CHECK_FALSE(is_valid({0, std::nextafter(-90, -91)}));
    for (const double bad : {nan, inf, -inf}) {
        CHECK_FALSE(is_valid({bad, 0}));
        CHECK_FALSE(is_valid({0, bad}));
    }
}

TEST_CASE("wrapped longitudes lie in [-180, 180)")
{
    CHECK(wrapped_lon(0) == 0);
    CHECK(wrapped_lon(179.5) == 179.5);
    CHECK(wrapped_lon(180) == -180);
    CHECK(wrapped_lon(-180) == -180);
    CHECK(wrapped_lon(540) == -180);
    CHECK(wrapped_lon(-540) == -180);
    CHECK(wrapped_lon(360) == 0);
    CHECK(wrapped_lon(190.25) == -169.75);
    CHECK(wrapped_lon(-190.25) == 169.75);
    CHECK(wrapped_lon(std::nextafter(180, 0)) == std::nextafter(180, 0));
}

TEST_CASE("wrapping a longitude is exact for any finite number")
{
    const unsigned seed = 540;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 20000; ++i) {
        const double unit = static_cast<double>(random() >> 11) * 0x1.0p-53;
        const double lon = i % 4 == 3 ? std::ldexp(unit - 0.5, static_cast<int>(random() % 1000)) : (unit - 0.5) * 1080;
        CAPTURE(lon);
        const double wrapped = wrapped_lon(lon);
        REQUIRE((wrapped >= -180 && wrapped < 180));
        const Rational turns = (Rational{lon} - Rational{wrapped}) / 360;
        REQUIRE(denominator(turns) == 1);
    }
}

TEST_CASE("a longitude near another is within half a turn of it, and stays where it is on a tie")
{
    CHECK(lon_near(-179.5, 179.5) == 180.5);
    CHECK(lon_near(179.5, -179.5) == -180.5);
    CHECK(lon_near(180, 0) == 180);
    CHECK(lon_near(-180, 0) == -180);
    CHECK(lon_near(0, 180) == 0);
    CHECK(lon_near(0, 540) == 360);
    CHECK(lon_near(-540, 540) == 540);
    CHECK(lon_near(10, 10) == 10);
    CHECK(lon_near(30, 380) == 390);
    CHECK(std::abs(lon_near(1e17, 10) - 10) <= 180);
}
