#include "sim/base/angle.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include <catch2/catch.hpp>

using namespace incursion;

namespace {

double circle(double deg)
{
    return wrapped_to_circle(Angle::degrees(deg)).deg();
}

double half_turn(double deg)
{
    return wrapped_to_half_turn(Angle::degrees(deg)).deg();
}

}  // namespace

TEST_CASE("an angle reads the same in degrees and in radians")
{
    CHECK(Angle::degrees(180).rad() == std::numbers::pi);
    CHECK(Angle::radians(std::numbers::pi / 2).deg() == 90);
    CHECK(Angle::degrees(-30).rad() == Approx(-std::numbers::pi / 6).epsilon(1e-15));
    CHECK((Angle::degrees(350) + Angle::degrees(20)).deg() == Approx(370).epsilon(1e-15));
    CHECK((-(Angle::degrees(10) - Angle::degrees(30)) * 2).deg() == Approx(40).epsilon(1e-15));
}

TEST_CASE("headings lie in the circle from 0 up to 360 degrees")
{
    CHECK(circle(0) == 0);
    CHECK(circle(360) == 0);
    CHECK(circle(-360) == 0);
    CHECK(circle(-90) == Approx(270).epsilon(1e-15));
    CHECK(circle(450) == Approx(90).epsilon(1e-14));
    CHECK(circle(-1e-30) == 0);
}

TEST_CASE("turns lie in the half turns from -180 to 180 degrees, 180 itself included")
{
    CHECK(half_turn(0) == 0);
    CHECK(half_turn(180) == 180);
    CHECK(half_turn(-180) == 180);
    CHECK(half_turn(190) == Approx(-170).epsilon(1e-14));
    CHECK(half_turn(-190) == Approx(170).epsilon(1e-14));
    CHECK(half_turn(359) == Approx(-1).epsilon(1e-12));
}

TEST_CASE("wrapping stays in its range for the numbers next to its ends and keeps the direction")
{
    const unsigned seed = 360;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 20000; ++i) {
        // Multiples of a half turn, moved by up to four of the smallest steps; and any angle.
        double rad = (static_cast<double>(random() % 21) - 10) * std::numbers::pi;
        if (i % 2 == 0)
            rad += (static_cast<double>(random() >> 11) * 0x1.0p-53 - 0.5) * 10;
        else
            for (unsigned k = 0; k < static_cast<unsigned>(i) % 5; ++k)
                rad = std::nextafter(rad, i % 4 == 1 ? -100.0 : 100.0);
        const Angle angle = Angle::radians(rad);
        CAPTURE(rad);
        const Angle c = wrapped_to_circle(angle), h = wrapped_to_half_turn(angle);
        CHECK((c.deg() >= 0 && c.deg() < 360));
        CHECK((h.deg() > -180 && h.deg() <= 180));
        CHECK(std::sin(c.rad()) == Approx(std::sin(rad)).margin(1e-14));
        CHECK(std::cos(h.rad()) == Approx(std::cos(rad)).margin(1e-14));
    }
}
