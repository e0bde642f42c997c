#include "sim/flight/performance.h"

#include "flight_cases.h"

using namespace incursion;
using namespace incursion::cases;

namespace {
constexpr double at_19000_ft = 19000 * metres_per_foot;
}

TEST_CASE("the stall speeds of the Su-24M at 19,000 ft are the published reckoning")
{
    AircraftType type = su24();
    const std::pair<double, double> rows[] = {{26000, 112}, {30000, 120}, {33300, 126}, {36000, 131}};
    for (const auto& [mass_kg, tas_mps] : rows) {
        type.mass_kg = mass_kg;
        CHECK(*stall_tas_mps(type, at_19000_ft) == Approx(tas_mps).margin(0.6));
    }
}

TEST_CASE("the stall speed grows with the square root of the load factor")
{
    const double level = *stall_tas_mps(su24(), at_19000_ft);
    CHECK(*stall_tas_mps(su24(), at_19000_ft, 4) == Approx(2 * level));
    CHECK(load_factor_from_bank(Angle::degrees(60).rad()) == Approx(2));
    CHECK(Angle::radians(bank_from_load_factor(2)).deg() == Approx(60));
}

TEST_CASE("a type's speed range is given where its limits are known")
{
    AircraftType type = su24();
    CHECK(*speed_range(type, at_19000_ft).least_tas_mps == Approx(126).margin(0.6));
    CHECK_FALSE(speed_range(type, at_19000_ft).greatest_tas_mps);
    type.max_mach = 1.35;
    CHECK(*speed_range(type, 11000).greatest_tas_mps == Approx(1.35 * 295.069).margin(0.01));
    type.max_cas_mps = 340;
    CHECK(*speed_range(type, 0).greatest_tas_mps == Approx(340));  // CAS is the lower of the two down there
    CHECK_FALSE(speed_range({}, 0).least_tas_mps);
    CHECK_FALSE(speed_range({}, 0).greatest_tas_mps);

    AircraftType by_cas;
    by_cas.min_cas_mps = 70;
    CHECK(*speed_range(by_cas, 0).least_tas_mps == Approx(70));
}

TEST_CASE("the greatest bank is the least of what bank limit, structure and stall allow")
{
    AircraftType type;
    CHECK_FALSE(greatest_bank_rad(type, 0, 200));
    type.max_load_factor = 2;
    CHECK(Angle::radians(greatest_bank_rad(type, 0, 200)->value).deg() == Approx(60));
    CHECK(greatest_bank_rad(type, 0, 200)->limit == "load factor");
    type.max_bank_rad = deg(45).rad();
    CHECK(greatest_bank_rad(type, 0, 200)->limit == "bank");
    // Ten per cent above the stall the wing carries 1.21 times the weight: 34.26 degrees of bank.
    const double stall = *stall_tas_mps(su24(), 0);
    const auto most = greatest_bank_rad(su24(), 0, 1.1 * stall);
    CHECK(Angle::radians(most->value).deg() == Approx(34.264).margin(0.001));
    CHECK(most->limit == "stall speed");
}

TEST_CASE("at the stall itself five degrees of bank are left, so that no aircraft is stuck on its heading")
{
    const double stall = *stall_tas_mps(su24(), 3000);
    CHECK(Angle::radians(greatest_bank_rad(su24(), 3000, stall)->value).deg() == Approx(5));
}

TEST_CASE("a level turn at 100 m/s and 45 degrees of bank has a radius of 1020 m")
{
    CHECK(turn_radius_m(100, Angle::degrees(45).rad()) == Approx(10000 / 9.80665));
}
