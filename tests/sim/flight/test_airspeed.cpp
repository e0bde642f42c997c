#include "sim/flight/airspeed.h"

#include <catch2/catch.hpp>

#include "sim/base/random.h"
#include "sim/base/units.h"

using namespace incursion;

namespace {
constexpr double kt = mps_per_knot;
constexpr double flight_level = 100 * metres_per_foot;
}  // namespace

TEST_CASE("true airspeeds of known indications come out")
{
    // By hand: (250/661.4786)^2 = 0.142839; qc/p0 = 0.103609; p/p0 = 0.687704; M = 0.452273; a = 638.335 kt.
    CHECK(tas_from_cas(250 * kt, 100 * flight_level) / kt == Approx(288.70).margin(0.01));
    // a = 576.42 kt at 218.81 K.
    CHECK(tas_from_mach(0.8, 350 * flight_level) / kt == Approx(461.1).margin(0.05));
    // 314 kt true is about 233 kt equivalent at 19,000 ft: the square root of 0.5511.
    CHECK(eas_from_tas(314 * kt, 190 * flight_level) / kt == Approx(233.1).margin(0.05));
}

TEST_CASE("above the speed of sound the impact pressure is that behind a shock")
{
    // NACA Report 1135, table II: total over static pressure behind a normal shock is 5.640 at M 2. At 11 km
    // (p/p0 = 0.223361) that is qc/p0 = 1.03647, which at sea level is M 1.06165 (by hand, 1.06: 2.03245).
    CHECK(cas_from_tas(tas_from_mach(2, 11000), 11000) == Approx(1.06165 * 340.294).margin(0.1));
    // Around Mach 1 nothing jumps.
    const double a = tas_from_mach(1, 5000);
    CHECK(cas_from_tas(a * (1 + 1e-9), 5000) == Approx(cas_from_tas(a * (1 - 1e-9), 5000)).epsilon(1e-8));
}

TEST_CASE("at sea level all airspeeds are one")
{
    for (const double v : {1.0, 100.0, 340.0, 341.0, 700.0}) {
        CAPTURE(v);
        CHECK(cas_from_tas(v, 0) == Approx(v).epsilon(1e-12));
        CHECK(eas_from_tas(v, 0) == Approx(v).epsilon(1e-6));
    }
}

TEST_CASE("conversions of airspeed undo each other")
{
    const std::uint64_t seed = 17;
    CAPTURE(seed);
    RandomStream random{seed, "airspeed"};
    for (int i = 0; i < 2000; ++i) {
        const double altitude_m = random.uniform(-2000, 32000);
        const double tas_mps = random.uniform(1, 1000);
        CAPTURE(altitude_m, tas_mps);
        CHECK(tas_from_cas(cas_from_tas(tas_mps, altitude_m), altitude_m) == Approx(tas_mps).epsilon(1e-12));
        CHECK(tas_from_eas(eas_from_tas(tas_mps, altitude_m), altitude_m) == Approx(tas_mps).epsilon(1e-14));
        CHECK(tas_from_mach(mach_from_tas(tas_mps, altitude_m), altitude_m) == Approx(tas_mps).epsilon(1e-14));
    }
}

TEST_CASE("below the speed of sound equivalent airspeed is below calibrated, and calibrated below true")
{
    for (const double altitude_m : {1000.0, 6000.0, 12000.0}) {
        CHECK(eas_from_tas(240, altitude_m) < cas_from_tas(240, altitude_m));
        CHECK(cas_from_tas(240, altitude_m) < 240);
    }
}
