#include "sim/flight/performance.h"

#include "flight_cases.h"
#include "sim/flight/airspeed.h"

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

TEST_CASE("the stall mass undoes the stall speed, at any load factor")
{
    AircraftType type = su24();
    for (const double load_factor : {1.0, 2.5}) {
        const double stall = *stall_tas_mps(type, at_19000_ft, load_factor);
        CHECK(*stall_mass_kg(type, at_19000_ft, stall, load_factor) == Approx(*type.mass_kg));
    }
    type.wing_area_m2.reset();
    CHECK(!stall_mass_kg(type, at_19000_ft, 100));
}

TEST_CASE("at the ends of a turn's speeds the stall and the greatest bank are just reached")
{
    AircraftType type = su24();
    type.max_bank_rad.reset();
    type.max_load_factor = 4;
    type.max_mach = 1.35;
    for (const double radius_m : {2'500.0, 5'000.0, 20'000.0}) {
        const auto range = turning_speed_range(type, at_19000_ft, radius_m);
        REQUIRE(range);
        // n = (1 + (V^2 / (g r))^2)^(1/2)
        const auto load_factor = [&](double v) { return std::hypot(1, v * v / (standard_gravity_mps2 * radius_m)); };
        CHECK(*stall_tas_mps(type, at_19000_ft, load_factor(*range->least_tas_mps)) == Approx(*range->least_tas_mps));
        const double by_structure = std::sqrt(standard_gravity_mps2 * radius_m * std::sqrt(15));  // tan of acos(1/4)
        CHECK(*range->greatest_tas_mps ==
              Approx(std::min(by_structure, tas_from_mach(1.35, at_19000_ft))));
    }
    // 126 m/s on a circle of 1 km would take n = 1.9 and 174 m/s, on one of 1.5 km n = 1.46.
    CHECK(!turning_speed_range(type, at_19000_ft, 1'500));
}

TEST_CASE("what a type does not state does not limit its turns")
{
    const AircraftType unknown;
    const auto range = turning_speed_range(unknown, 5'000, 3'000);
    REQUIRE(range);
    CHECK(!range->least_tas_mps);
    CHECK(!range->greatest_tas_mps);
}
