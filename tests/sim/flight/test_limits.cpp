#include "flight_cases.h"
#include "sim/flight/airspeed.h"
#include "sim/flight/performance.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

constexpr double at_19000_ft = 19000 * metres_per_foot;
const LonLat here{36, 36};

FlightPlan with_item(FlightPlan plan, PlanItem item)
{
    add(plan, std::move(item));
    return plan;
}

FlightPlan level(double tas_mps, double altitude_m = 5000)
{
    return plan_from(here, deg(270), tas_mps, altitude_m);
}

PlanItem speeding(SpeedTarget target, std::optional<double> acceleration = {})
{
    PlanItem item;
    item.speed = SpeedChange{target, acceleration};
    return item;
}

PlanItem climbing(double altitude_m, std::optional<double> rate = {})
{
    PlanItem item;
    item.climb = ClimbTo{altitude_m, rate, {}};
    return item;
}

const LimitReached& only(const Flight& flight)
{
    REQUIRE(flight.limits.size() == 1);
    return flight.limits[0];
}

}  // namespace

TEST_CASE("a start below the stall speed is flown at the stall speed and reported")
{
    const Flight flight = flown(level(108.9, at_19000_ft), 60, su24());
    const double stall = *stall_tas_mps(su24(), at_19000_ft);
    CHECK(last_course(flight).speed_mps == Approx(stall).epsilon(1e-7));
    CHECK(only(flight).limit == "stall speed");
    CHECK(only(flight).path == "start");
    CHECK(only(flight).asked == "108.9 m/s TAS");
    CHECK(only(flight).possible == "126.3 m/s TAS");
    CHECK(only(flight).span == TimeSpan{start_time, start_time + seconds(60)});
}

TEST_CASE("slowing down stops at the stall speed, and the report says from when")
{
    // From 136.2 to 126.2 m/s at 1 m/s2: the limit is met after some ten seconds.
    const double stall = *stall_tas_mps(su24(), at_19000_ft);
    const Flight flight = flown(with_item(level(stall + 10, at_19000_ft), speeding(tas(100), 1.0)), 60, su24());
    CHECK(last_course(flight).speed_mps == Approx(stall).epsilon(1e-7));
    CHECK(only(flight).path == "plan[0]");
    CHECK(to_seconds(only(flight).span.from - start_time) == Approx(10).margin(1e-6));
}

TEST_CASE("a new speed within the limits ends the report")
{
    FlightPlan plan = with_item(level(100, at_19000_ft), item_of(Hold{20}));
    add(plan, speeding(tas(150), 2.0));
    const Flight flight = flown(plan, 60, su24());
    CHECK(to_seconds(only(flight).span.length()) == Approx(20));
    CHECK(last_course(flight).speed_mps == Approx(150).epsilon(1e-7));
}

TEST_CASE("a speed that is enough below becomes too slow in a climb, and is flown at the stall speed from there")
{
    const double stall_above = *stall_tas_mps(su24(), 8000);
    const double target = *stall_tas_mps(su24(), 6500);
    const Flight flight = flown(with_item(level(target, 5000), climbing(8000, 10.0)), 400, su24());
    CHECK(last_course(flight).speed_mps == Approx(stall_above).epsilon(1e-7));
    CHECK(only(flight).path == "start");
    // 1500 m at 10 m/s, and half of the 51 s that the gentlest pull, 0.02 g so near the stall, takes into it.
    CHECK(to_seconds(only(flight).span.from - start_time) == Approx(150 + 10 / (0.02 * 9.80665) / 2));
}

TEST_CASE("Mach, CAS and least CAS hold the speed back")
{
    AircraftType fast;
    fast.max_mach = 0.9;
    Flight flight = flown(with_item(level(250, 11000), speeding({SpeedKind::mach, 1.2}, 5.0)), 60, fast);
    CHECK(last_course(flight).speed_mps == Approx(0.9 * 295.0695).epsilon(1e-6));
    CHECK(only(flight).limit == "mach");
    CHECK(only(flight).asked == "M 1.2");
    CHECK(only(flight).possible == "M 0.9");

    AircraftType low;
    low.max_cas_mps = 200;
    flight = flown(with_item(level(200, 3000), speeding({SpeedKind::cas, 260}, 5.0)), 60, low);
    CHECK(cas_from_tas(last_course(flight).speed_mps, 3000) == Approx(200).epsilon(1e-7));
    CHECK(only(flight).limit == "cas");
    CHECK(only(flight).possible == "200 m/s CAS");

    AircraftType slow;
    slow.min_cas_mps = 70;
    flight = flown(level(60, 0), 60, slow);
    CHECK(last_course(flight).speed_mps == Approx(70).epsilon(1e-7));
    CHECK(only(flight).limit == "cas");
}

TEST_CASE("bank, load factor and stall hold a turn back")
{
    const auto turn = [](TurnLimit limit) { return item_of(TurnTo{deg(90), TurnSide::right, limit}); };
    const auto radius_m = [](const Flight& flight) {  // a half turn ends two radii to the right
        return distance_m(here, last(flight).place) / 2;
    };
    AircraftType type;
    type.roll_rate_radps = 50;
    type.max_bank_rad = deg(40).rad();
    // Half turns of pi V/(g tan bank) seconds at 200 m/s.
    Flight flight = flown(with_item(level(200), turn({deg(60), {}})), 76.358, type);
    CHECK(radius_m(flight) == Approx(200 * 200 / (9.80665 * std::tan(deg(40).rad()))).epsilon(1e-3));
    CHECK(only(flight).limit == "bank");
    CHECK(only(flight).asked == "60 deg of bank");
    CHECK(only(flight).possible == "40 deg of bank");

    type.max_bank_rad.reset();
    type.max_load_factor = 2;
    flight = flown(with_item(level(200), turn({{}, 5.0})), 37, type);
    CHECK(only(flight).limit == "load factor");
    CHECK(only(flight).asked == "5 g");
    CHECK(only(flight).possible == "2 g");

    // At 1.2 times the stall speed the wing carries 1.44 g: 46.02 degrees.
    const double stall = *stall_tas_mps(su24(), 5000);
    flight = flown(with_item(level(1.2 * stall), turn({deg(60), {}})), 100, su24());
    CHECK(only(flight).limit == "stall speed");
    CHECK(only(flight).possible == "46.02 deg of bank");
    CHECK(last_course(flight).speed_mps == Approx(1.2 * stall).epsilon(1e-7));
    CHECK(last_course(flight).track_deg == Approx(90).margin(0.3));
}

TEST_CASE("at the stall speed an aircraft still comes round, slowly")
{
    const Flight flight = flown(with_item(level(100, at_19000_ft), item_of(TurnTo{deg(90), TurnSide::right, {}})), 900,
                                su24());
    CHECK(last_course(flight).track_deg == Approx(90).margin(1));
}

TEST_CASE("climb, descent, ceiling and acceleration hold a climb and a speed change back")
{
    AircraftType type;
    type.max_climb_mps = 10;
    type.max_descent_mps = 20;
    type.ceiling_m = 6000;
    type.max_acceleration_mps2 = 0.5;
    type.max_deceleration_mps2 = 2;

    Flight flight = flown(with_item(level(200), climbing(5500, 30.0)), 80, type);
    CHECK(only(flight).limit == "climb");
    CHECK(only(flight).asked == "30 m/s");
    CHECK(only(flight).possible == "10 m/s");
    CHECK(*last(flight).altitude_m == 5500);
    CHECK(*at(flight, 31).altitude_m - *at(flight, 30).altitude_m == Approx(10));

    flight = flown(with_item(level(200), climbing(4000, 30.0)), 80, type);
    CHECK(only(flight).limit == "descent");
    CHECK(*at(flight, 30).altitude_m - *at(flight, 31).altitude_m == Approx(20));

    flight = flown(with_item(level(200), climbing(9000, 9.0)), 200, type);
    CHECK(only(flight).limit == "ceiling");
    CHECK(only(flight).asked == "9000 m");
    CHECK(only(flight).possible == "6000 m");
    CHECK(*last(flight).altitude_m == 6000);

    flight = flown(with_item(level(200), speeding(tas(210), 4.0)), 60, type);
    CHECK(only(flight).limit == "acceleration");
    CHECK(only(flight).asked == "4 m/s2");
    CHECK(to_seconds(only(flight).span.length()) == Approx(20));

    flight = flown(with_item(level(200), speeding(tas(190), 4.0)), 60, type);
    CHECK(to_seconds(only(flight).span.length()) == Approx(5));
}

TEST_CASE("a start above the ceiling is flown at the ceiling")
{
    AircraftType type;
    type.ceiling_m = 4000;
    const Flight flight = flown(level(200, 5000), 60, type);
    CHECK(*at(flight, 0).altitude_m == 4000);
    CHECK(only(flight).path == "start");
}

TEST_CASE("defaults that a type cannot fly are flown at its limit without a report: nobody asked for them")
{
    AircraftType type;
    type.max_bank_rad = deg(10).rad();
    type.max_climb_mps = 3;
    type.max_acceleration_mps2 = 0.2;
    FlightPlan plan = with_item(level(200), item_of(TurnTo{deg(280), TurnSide::shorter, {}}));
    add(plan, climbing(5100));
    add(plan, speeding(tas(210)));
    CHECK(flown(plan, 300, type).limits.empty());
}

TEST_CASE("reports are in order of time")
{
    AircraftType type = su24();
    type.max_climb_mps = 10;
    type.max_bank_rad = deg(20).rad();
    FlightPlan plan = with_item(level(90), climbing(5600, 50.0));
    add(plan, item_of(TurnTo{deg(0), TurnSide::shorter, {deg(40), {}}}));
    const Flight flight = flown(plan, 400, type);
    REQUIRE(flight.limits.size() >= 3);
    for (std::size_t i = 1; i < flight.limits.size(); ++i)
        CHECK(flight.limits[i - 1].span.from <= flight.limits[i].span.from);
}

TEST_CASE("a type without numbers flies anything, without a report")
{
    FlightPlan plan = with_item(level(250), item_of(TurnTo{deg(90), TurnSide::right, {deg(85), {}}}));
    add(plan, climbing(20000, 200.0));
    add(plan, speeding({SpeedKind::mach, 3}, 50.0));
    const Flight flight = flown(plan, 3000);
    CHECK(flight.limits.empty());
    CHECK(*last(flight).altitude_m == 20000);
    CHECK(last_course(flight).speed_mps == Approx(3 * 295.0695).epsilon(1e-6));
}

TEST_CASE("under refuse a limit makes the flight a problem that names item, limit and numbers")
{
    FlightPlan plan = level(100, at_19000_ft);
    plan.limits = LimitPolicy::refuse;
    auto flight = fly(plan, su24(), {}, options_for(60));
    REQUIRE_FALSE(flight);
    CHECK(flight.problem().find("start: 100 m/s TAS asked") == 0);
    CHECK(flight.problem().find("stall speed") != std::string::npos);
    CHECK(flight.problem().find("126.3 m/s TAS") != std::string::npos);

    plan = with_item(level(250), item_of(TurnTo{deg(90), TurnSide::right, {deg(80), {}}}));
    plan.limits = LimitPolicy::refuse;
    AircraftType type;
    type.max_bank_rad = deg(60).rad();
    flight = fly(plan, type, {}, options_for(60));
    REQUIRE_FALSE(flight);
    CHECK(flight.problem().find("plan[0]") == 0);
    type.max_bank_rad = deg(80.5).rad();
    CHECK(fly(plan, type, {}, options_for(60)));
}
