#include "sim/flight/atmosphere.h"

#include <catch2/catch.hpp>

#include "sim/base/units.h"

using namespace incursion;

TEST_CASE("the standard atmosphere agrees with the tables of ICAO Doc 7488")
{
    struct Row {
        double altitude_m, temperature_k, pressure_pa, density_kgpm3, sound_mps;
    };
    // Doc 7488/3 (1993), table for geopotential altitudes; the last figure of each may be rounded.
    const Row rows[] = {
        {0, 288.150, 101325.0, 1.22500, 340.294},     {5000, 255.650, 54019.9, 0.736116, 320.529},
        {11000, 216.650, 22632.0, 0.363918, 295.069}, {20000, 216.650, 5474.88, 0.0880345, 295.069},
        {32000, 228.650, 868.016, 0.0132249, 303.131},
    };
    for (const Row& row : rows) {
        CAPTURE(row.altitude_m);
        const Air air = isa_at(row.altitude_m);
        CHECK(air.temperature_k == Approx(row.temperature_k).epsilon(1e-12));
        CHECK(air.pressure_pa == Approx(row.pressure_pa).epsilon(1e-5));
        CHECK(air.density_kgpm3 == Approx(row.density_kgpm3).epsilon(1e-5));
        CHECK(air.speed_of_sound_mps == Approx(row.sound_mps).epsilon(3e-6));
    }
}

TEST_CASE("the air at 19,000 ft is the one that press figures of 2015 are judged with")
{
    const Air air = isa_at(19000 * metres_per_foot);
    CHECK(air.temperature_k - 273.15 == Approx(-22.6).margin(0.06));
    CHECK(air.pressure_pa == Approx(48550).margin(5));
    CHECK(air.density_kgpm3 / isa_sea_level_density_kgpm3 == Approx(0.5511).margin(5e-5));
    CHECK(air.speed_of_sound_mps == Approx(317.3).margin(0.05));
    CHECK(980 / 3.6 / air.speed_of_sound_mps == Approx(0.858).margin(5e-4));
}

TEST_CASE("pressure has no step where layers meet")
{
    for (const double edge_m : {11000.0, 20000.0}) {
        CHECK(isa_at(edge_m - 1e-6).pressure_pa == Approx(isa_at(edge_m).pressure_pa).epsilon(1e-9));
        CHECK(isa_at(edge_m - 1e-6).temperature_k == Approx(isa_at(edge_m).temperature_k).epsilon(1e-9));
    }
}

TEST_CASE("beyond its ends the atmosphere stays as it is there")
{
    CHECK(isa_at(-5000).pressure_pa == isa_at(-2000).pressure_pa);
    CHECK(isa_at(50000).density_kgpm3 == isa_at(32000).density_kgpm3);
    CHECK(isa_at(-2000).pressure_pa == Approx(127774).epsilon(1e-5));  // Doc 7488: 127.774 kPa
}
