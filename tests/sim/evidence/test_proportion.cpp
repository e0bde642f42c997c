#include <catch2/catch.hpp>

#include "sim/evidence/proportion.h"

using namespace incursion;

TEST_CASE("a proportion has Wilson's interval")
{
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263 and 15 of 148, 0 of 20, 1 of 29.
    const Probability p = proportion(81, 263);
    CHECK(p.low == Approx(0.2553).margin(5e-5));
    CHECK(p.high == Approx(0.3662).margin(5e-5));
    CHECK(proportion(15, 148).low == Approx(0.0624).margin(5e-5));
    CHECK(proportion(15, 148).high == Approx(0.1605).margin(5e-5));
    CHECK(proportion(0, 20).low == 0);
    CHECK(proportion(0, 20).high == Approx(0.1611).margin(5e-5));
    CHECK(proportion(1, 29).low == Approx(0.0061).margin(5e-5));
    CHECK(proportion(1, 29).high == Approx(0.1718).margin(5e-5));
}

TEST_CASE("without trials nothing is known")
{
    CHECK(proportion(0, 0).low == 0);
    CHECK(proportion(0, 0).high == 1);
}
