#include "sim/geo/orientation.h"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include <boost/multiprecision/cpp_int.hpp>

using namespace incursion;
using Rational = boost::multiprecision::cpp_rational;

namespace {

struct Triple {
    LonLat a, b, p;
};

/// The slow twin: rational numbers, no rounding.
Rational determinant(const Triple& t)
{
    const Rational ax{t.a.lon_deg}, ay{t.a.lat_deg};
    return (Rational{t.b.lon_deg} - ax) * (Rational{t.p.lat_deg} - ay) -
           (Rational{t.b.lat_deg} - ay) * (Rational{t.p.lon_deg} - ax);
}

void check_against_twin(const Triple& t)
{
    CAPTURE(t.a.lon_deg, t.a.lat_deg, t.b.lon_deg, t.b.lat_deg, t.p.lon_deg, t.p.lat_deg);
    const Rational exact = determinant(t);
    const int sign = exact.sign();
    REQUIRE(orientation(t.a, t.b, t.p) == sign);
    // Round the triangle it stays, backwards it turns over.
    REQUIRE(orientation(t.b, t.p, t.a) == sign);
    REQUIRE(orientation(t.p, t.a, t.b) == sign);
    REQUIRE(orientation(t.b, t.a, t.p) == -sign);
    REQUIRE(orientation(t.a, t.p, t.b) == -sign);
    REQUIRE(orientation(t.p, t.b, t.a) == -sign);

    const double value = orientation_value(t.a, t.b, t.p);
    if (sign == 0) {
        REQUIRE(value == 0);
    } else {
        const Rational error = abs((Rational{value} - exact) / exact);
        REQUIRE(error < Rational{1e-15});
    }
}

struct Draw {
    std::mt19937_64 random;
    double unit() { return static_cast<double>(random() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    LonLat place() { return {between(-540, 540), between(-90, 90)}; }
    double nudged(double x)
    {
        for (auto k = random() % 4; k > 0; --k)
            x = std::nextafter(x, random() % 2 == 0 ? -1e300 : 1e300);
        return x;
    }
    /// A point as near to the line through two others as rounding lets it be, or a few steps off.
    LonLat near_line(LonLat a, LonLat b, double t)
    {
        return {nudged(a.lon_deg + t * (b.lon_deg - a.lon_deg)), nudged(a.lat_deg + t * (b.lat_deg - a.lat_deg))};
    }
};

}  // namespace

TEST_CASE("a point left of a line, right of it and on it are told apart to the last bit")
{
    // Kettner et al., "Classroom examples of robustness problems in geometric computations" (2008),
    // figure 2: near (0.5, 0.5) against the line through (12,12) and (24,24) plain doubles answer at random.
    const double u = 0x1.0p-53;
    CHECK(orientation({12, 12}, {24, 24}, {0.5, 0.5}) == 0);
    CHECK(orientation({12, 12}, {24, 24}, {0.5, 0.5 + u * 2}) == +1);
    CHECK(orientation({12, 12}, {24, 24}, {0.5 + u * 2, 0.5}) == -1);
    CHECK(orientation({12, 12}, {24, 24}, {0.5 + 7 * 2 * u, 0.5 + 7 * 2 * u}) == 0);
}

TEST_CASE("orientation agrees with rational arithmetic on places anywhere")
{
    const unsigned seed = 1997;
    CAPTURE(seed);
    Draw draw{std::mt19937_64{seed}};
    for (int i = 0; i < 3000; ++i)
        check_against_twin({draw.place(), draw.place(), draw.place()});
}

TEST_CASE("orientation agrees with rational arithmetic on points as near a line as doubles can be")
{
    const unsigned seed = 1998;
    CAPTURE(seed);
    Draw draw{std::mt19937_64{seed}};
    for (int i = 0; i < 6000; ++i) {
        const LonLat a = draw.place();
        const double size = std::pow(10.0, -static_cast<double>(i % 15));
        const LonLat b{a.lon_deg + size * draw.between(-1, 1), a.lat_deg + size * draw.between(-1, 1)};
        check_against_twin({a, b, draw.near_line(a, b, draw.between(-2, 3))});
    }
}

TEST_CASE("orientation agrees with rational arithmetic where points coincide or share a coordinate")
{
    const unsigned seed = 1999;
    CAPTURE(seed);
    Draw draw{std::mt19937_64{seed}};
    for (int i = 0; i < 500; ++i) {
        const LonLat a = draw.place(), b = draw.place();
        check_against_twin({a, b, a});
        check_against_twin({a, a, b});
        check_against_twin({a, b, {a.lon_deg, b.lat_deg}});
        check_against_twin({a, {a.lon_deg, b.lat_deg}, {a.lon_deg, draw.between(-90, 90)}});
        check_against_twin({a, {draw.nudged(a.lon_deg), draw.nudged(a.lat_deg)}, {draw.nudged(a.lon_deg), a.lat_deg}});
        check_against_twin({{0, 0}, b, {b.lon_deg * 2, b.lat_deg * 2}});
        check_against_twin({{-b.lon_deg, -b.lat_deg}, b, {0, 0}});
    }
}

TEST_CASE("orientation agrees with rational arithmetic over the whole range of magnitudes it states")
{
    const unsigned seed = 2000;
    CAPTURE(seed);
    Draw draw{std::mt19937_64{seed}};
    const auto magnitude = [&](double low, double high) {
        const double sign = draw.random() % 2 == 0 ? 1.0 : -1.0;
        return sign * std::pow(10.0, draw.between(low, high));
    };
    for (int i = 0; i < 2000; ++i) {
        check_against_twin({{magnitude(-140, 140), magnitude(-140, 140)},
                            {magnitude(-140, 140), magnitude(-140, 140)},
                            {magnitude(-140, 140), magnitude(-140, 140)}});
        // All tiny and nearly on a line: products of differences leave the range of normal doubles.
        const LonLat a{magnitude(-139.9, -139), magnitude(-139.9, -139)};
        const LonLat b{a.lon_deg * (1 + draw.unit() * 0x1.0p-40), a.lat_deg * (1 + draw.unit() * 0x1.0p-40)};
        check_against_twin({a, b, draw.near_line(a, b, draw.between(-1, 2))});
        const LonLat c{magnitude(139, 139.9), magnitude(139, 139.9)}, d{magnitude(139, 139.9), magnitude(139, 139.9)};
        check_against_twin({c, d, draw.near_line(c, d, draw.between(0, 1))});
    }
}
