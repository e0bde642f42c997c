#include "sim/analysis/clear_box.h"

#include <catch2/catch.hpp>

#include "sim/border/leg_path.h"
#include "tests/support/shapes.h"

using namespace incursion;
using namespace incursion::test;

namespace {

bool inside(const LonLatBox& b, LonLat p)
{
    return p.lon_deg >= b.west && p.lon_deg <= b.east && p.lat_deg >= b.south && p.lat_deg <= b.north;
}

/// Many points of the leg, most of them near its middle, where it bulges most.
template <class Holds>
bool stays_where(LegReading legs, LonLat from, LonLat to, const Holds& holds)
{
    const LegPath path{legs, {at_second(0), from, {}, {}}, {at_second(100), to, {}, {}}};
    for (int k = 0; k <= 50; ++k)
        if (!holds(path.at(k / 50.0)))
            return false;
    return true;
}

LonLat any_in(RandomStream& random, const LonLatBox& b)
{
    // Half of the places lie on the box's northern or southern side or a hair off it.
    LonLat p{random.uniform(b.west, b.east), random.uniform(b.south, b.north)};
    const double hair = random.uniform(0, 2e-3);
    if (random.bits() % 2 == 0)
        p.lat_deg = random.bits() % 2 == 0 ? b.south + hair : b.north - hair;
    return p;
}

}  // namespace

TEST_CASE("a leg between two places that a clear box holds stays within the box")
{
    RandomStream random{51, "clear box"};
    const auto legs = GENERATE(LegReading::geodesic, LegReading::straight);
    const auto south_west = GENERATE(LonLat{10, 45}, LonLat{-180, 0}, LonLat{179, -46}, LonLat{0, 89}, LonLat{7, -90});
    CAPTURE(static_cast<int>(legs), south_west.lon_deg, south_west.lat_deg);
    const LonLatBox box{south_west.lon_deg, south_west.lat_deg, south_west.lon_deg + 1, south_west.lat_deg + 1};
    const ClearBox clear{box, legs};
    int held = 0;
    for (int k = 0; k < 2000; ++k) {
        const LonLat from = any_in(random, box), to = any_in(random, box);
        if (!clear.holds(from) || !clear.holds(to))
            continue;
        ++held;
        CAPTURE(k, from.lon_deg, from.lat_deg, to.lon_deg, to.lat_deg);
        REQUIRE(stays_where(legs, from, to, [&](LonLat p) { return inside(box, p); }));
    }
    CHECK(held > 500);
}

TEST_CASE("a leg that leads from one clear box into another stays within the two")
{
    RandomStream random{52, "two boxes"};
    const auto legs = GENERATE(LegReading::geodesic, LegReading::straight);
    const auto next = GENERATE(LonLatBox{11, 45, 12, 46}, LonLatBox{10, 46, 11, 47}, LonLatBox{11, 45.5, 11.25, 45.75},
                               LonLatBox{10.25, 46, 10.5, 46.25}, LonLatBox{10.9, 45.3, 11.4, 45.6},
                               LonLatBox{9.5, 44.5, 10, 45}, LonLatBox{11, 46, 12, 47}, LonLatBox{11.1, 45, 12, 46});
    CAPTURE(static_cast<int>(legs), next.west, next.south);
    const LonLatBox box{10, 45, 11, 46};
    const ClearBox clear{box, legs}, clear_next{next, legs};
    int led = 0;
    for (int k = 0; k < 2000; ++k) {
        const LonLat from = any_in(random, box), to = any_in(random, next);
        if (!clear.leads_into(clear_next, from, to))
            continue;
        ++led;
        CAPTURE(k, from.lon_deg, from.lat_deg, to.lon_deg, to.lat_deg);
        REQUIRE(stays_where(legs, from, to, [&](LonLat p) { return inside(box, p) || inside(next, p); }));
    }
    // Boxes that touch at a corner only, or not at all, never lead into each other.
    const bool apart = next.south == 44.5 || (next.south == 46 && next.west == 11) || next.west == 11.1;
    CHECK((led > 0) == !apart);
}
