#include "sim/geo/orientation.h"

#include <catch2/catch.hpp>

using namespace incursion;

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
