#include "sim/geo/altimetry.h"

#include <array>

#include <catch2/catch.hpp>

using namespace incursion;

TEST_CASE("pressures of the standard atmosphere stand at the altitudes of its table")
{
    // ICAO Doc 7488/3, table 5 (pressure levels), geopotential metres.
    CHECK(pressure_altitude_m(1013.25) == 0);
    CHECK(pressure_altitude_m(850) == Approx(1457).margin(0.5));
    CHECK(pressure_altitude_m(700) == Approx(3012).margin(0.5));
    CHECK(pressure_altitude_m(500) == Approx(5574).margin(0.5));
    CHECK(pressure_over_msl_m(1030) == Approx(-138.5).margin(0.1));  // 44330.8 (1 - (1030/1013.25)^0.190263)
}

TEST_CASE("the geoid lies where NGA's own program for EGM96 says")
{
    struct Known {
        LonLat place;
        double height_m;
    };
    // The example output of the interpolation program for the 15' grid (OUTINTPT.DAT), which interpolates by splines.
    constexpr std::array known{Known{{269.7791550, 38.6281550}, -31.628}, Known{{305.0211140, -14.6212170}, -2.969},
                               Known{{102.4487290, 46.8743190}, -43.575}, Known{{133.8747120, -23.6174460}, 15.871},
                               Known{{359.9995000, 38.6254730}, 50.066},  Known{{0.0023000, -0.4667440}, 17.329}};
    if (!geoid_height_m({0, 0})) {
        WARN("PROJ's grid egm96_15.gtx is not installed");
        return;
    }
    for (const Known& one : known)
        CHECK(geoid_height_m(one.place).value() == Approx(one.height_m).margin(0.2));
    CHECK(geoid_height_m({180, 10}).value() == Approx(geoid_height_m({-180, 10}).value()).margin(1e-9));
}
