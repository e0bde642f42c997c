#include "sim/geo/short_distance.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/geo/geodesic.h"

using namespace incursion;

TEST_CASE("a short distance agrees with PROJ's to a billionth at every latitude and across 180 degrees")
{
    const double lat_deg = GENERATE(0.0, 20.0, -45.0, 60.0, -80.0, 88.0, 89.9, -90.0);
    const double greatest_m = GENERATE(1.0, 240.0, 20e3, 300e3);
    const std::uint64_t seed = 62;
    CAPTURE(seed, lat_deg, greatest_m);
    RandomStream random{seed, "short distance"};
    double worst = 0;
    for (int k = 0; k < 3000; ++k) {
        const LonLat from{k % 3 == 0 ? 180 - 1e-3 * random.uniform() : random.uniform(-180, 180),
                          std::clamp(lat_deg + random.uniform(-0.3, 0.3), -90.0, 90.0)};
        LonLat to = direct(from, Angle::degrees(random.uniform(-180, 180)), greatest_m * random.uniform());
        to.lon_deg = wrapped_lon(to.lon_deg);
        const double exact = distance_m(from, to);
        // PROJ's own error is up to 15 nm, which is more than a billionth of a few metres.
        worst = std::max(worst, std::abs(short_distance_m(from, to) - exact) / (exact * 1e-9 + 1e-8));
    }
    CHECK(worst <= 1);
}

TEST_CASE("a short distance along the equator and along a meridian is that of the ellipsoid")
{
    CHECK(short_distance_m({179.5, 0}, {-179.5, 0}) == Approx(111319.49079327357).epsilon(1e-12));
    // Meridian arc from the equator to 1 degree on WGS-84: 110574.389 m (Snyder, Map Projections, eq. 3-21).
    CHECK(short_distance_m({7, 0}, {7, 1}) == Approx(110574.389).margin(0.001));
    CHECK(short_distance_m({7, 51}, {7, 51}) == 0);
    CHECK(short_distance_m({0, 89.9}, {180, 89.9}) == Approx(distance_m({0, 89.9}, {180, 89.9})));
}
