#include "flight_cases.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

double worst_miss_m(LonLat from, double azimuth_deg, double tas_mps, double altitude_m)
{
    const double duration_s = 1e6 / tas_mps;
    const Flight flight = flown(plan_from(from, deg(azimuth_deg), tas_mps, altitude_m), duration_s, {}, {}, 60);
    double worst = 0;
    for (const Fix& fix : flight.track.fixes()) {
        const double flown_m = tas_mps * to_seconds(fix.time - start_time);
        worst = std::max(worst, distance_m(fix.place, direct(from, deg(azimuth_deg), flown_m)));
    }
    return worst;
}

}  // namespace

TEST_CASE("without bank and wind the flight follows the geodesic within 1 mm over 1,000 km")
{
    const double altitude_m = GENERATE(0.0, 5791.2, 20000.0);
    const double azimuth_deg = GENERATE(0.0, 37.0, 90.0, 133.0, 180.0, 270.0, 359.0);
    CAPTURE(altitude_m, azimuth_deg);
    CHECK(worst_miss_m({36.15, 35.81}, azimuth_deg, 250, altitude_m) < 1e-3);
}

TEST_CASE("the geodesic is kept across 180 degrees and past the poles")
{
    CHECK(worst_miss_m({178, 10}, 80, 250, 10000) < 1e-3);
    CHECK(worst_miss_m({-179, -60}, 275, 250, 10000) < 1e-3);
    CHECK(worst_miss_m({40, 86}, 3, 250, 10000) < 1e-3);
    CHECK(worst_miss_m({40, 86}, 0, 250, 10000) < 1e-3);
    CHECK(worst_miss_m({-100, -89.9}, 200, 250, 10000) < 1e-3);
    CHECK(worst_miss_m({0, 90}, 180, 250, 10000) < 1e-3);
}
