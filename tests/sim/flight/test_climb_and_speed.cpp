#include <cmath>

#include "flight_cases.h"
#include "sim/flight/airspeed.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

const LonLat here{0, 0};

FlightPlan climbing(ClimbTo climb, double tas_mps = 200, double altitude_m = 3000)
{
    FlightPlan plan = plan_from(here, deg(90), tas_mps, altitude_m);
    PlanItem item;
    item.climb = climb;
    add(plan, item);
    return plan;
}

double climb_rate(const Flight& flight, std::size_t index)
{
    return (*at(flight, index + 1).altitude_m - *at(flight, index).altitude_m) /
           to_seconds(at(flight, index + 1).time - at(flight, index).time);
}

}  // namespace

TEST_CASE("a climb reaches its altitude at its rate and levels off smoothly")
{
    // Pull 0.25 g = 2.4517 m/s2 into 12 m/s takes 4.895 s, and again out of it; 1000 m at 12 m/s in between.
    const Flight flight = flown(climbing({4000, 12.0, {}}), 120, {}, {}, 0.1);
    CHECK(climb_rate(flight, 500) == Approx(12).epsilon(1e-6));
    CHECK(*at(flight, 0).altitude_m == 3000);
    CHECK(*last(flight).altitude_m == 4000);
    const double lasts_s = 1000 / 12.0 + 12 / (0.25 * 9.80665);
    CHECK(*at(flight, static_cast<std::size_t>(std::ceil(lasts_s * 10))).altitude_m == Approx(4000).margin(1e-6));
    CHECK(*at(flight, static_cast<std::size_t>(lasts_s * 10) - 1).altitude_m < 4000);
    double steepest = 0, highest = 0;
    for (std::size_t i = 0; i + 2 < flight.track.fixes().size(); ++i) {
        steepest = std::max(steepest, std::abs(climb_rate(flight, i + 1) - climb_rate(flight, i)) / 0.1);
        highest = std::max(highest, *at(flight, i).altitude_m);
    }
    CHECK(steepest < 0.2501 * 9.80665);
    CHECK(highest <= 4000);
}

TEST_CASE("a descent on an angle keeps its angle")
{
    const Flight flight = flown(climbing({2000, {}, deg(3)}), 200);
    CHECK(climb_rate(flight, 40) == Approx(-200 * std::sin(deg(3).rad())).epsilon(1e-6));
    // Over the ground the aircraft moves by the cosine of it.
    CHECK(course_after(flight, 40).speed_mps == Approx(200 * std::cos(deg(3).rad())).epsilon(1e-7));
    CHECK(*last(flight).altitude_m == 2000);
}

TEST_CASE("a climb of a few metres never reaches its rate and is level at its target")
{
    const Flight flight = flown(climbing({3002, 20.0, {}}), 20, {}, {}, 0.1);
    CHECK(*last(flight).altitude_m == 3002);
    for (const Fix& fix : flight.track.fixes())
        CHECK(*fix.altitude_m <= 3002);
}

TEST_CASE("a new climb takes over from one under way, also back down")
{
    FlightPlan plan = plan_from(here, deg(90), 200, 3000);
    PlanItem up = item_of(Hold{30});
    up.climb = ClimbTo{6000, 30.0, {}};
    add(plan, up);
    PlanItem near = item_of(Hold{40});
    near.climb = ClimbTo{3750, 10.0, {}};  // nearer than it takes to stop at 30 m/s: overshoots and comes back
    add(plan, near);
    const Flight flight = flown(plan, 120, {}, {}, 0.5);
    CHECK(*last(flight).altitude_m == 3750);
}

TEST_CASE("an airspeed is reached at its acceleration and then held")
{
    FlightPlan plan = plan_from(here, deg(90), 200);
    PlanItem item;
    item.speed = SpeedChange{tas(250), 2.0};
    add(plan, item);
    const Flight flight = flown(plan, 60);
    // 25 s at 2 m/s2: 225 m/s on average, then 250.
    CHECK(distance_m(here, at(flight, 25).place) == Approx(25 * 225).epsilon(1e-9));
    CHECK(distance_m(here, at(flight, 60).place) == Approx(25 * 225 + 35 * 250).epsilon(1e-9));
}

TEST_CASE("a held CAS or Mach number stays held through a climb")
{
    const SpeedKind kind = GENERATE(SpeedKind::cas, SpeedKind::mach);
    FlightPlan plan = climbing({13000, 15.0, {}}, 200, 9000);  // through the tropopause
    plan.start.speed = {kind, kind == SpeedKind::cas ? 140.0 : 0.75};
    const Flight flight = flown(plan, 300, {}, {}, 0.1);
    for (std::size_t i = 0; i < 3000; i += 100) {
        const double middle_m = (*at(flight, i).altitude_m + *at(flight, i + 1).altitude_m) / 2;
        const double over_ground = course_after(flight, i).speed_mps;
        const double tas_mps = std::hypot(over_ground, climb_rate(flight, i));
        const double held = kind == SpeedKind::cas ? cas_from_tas(tas_mps, middle_m) : mach_from_tas(tas_mps, middle_m);
        CAPTURE(i, middle_m);
        CHECK(held == Approx(plan.start.speed.value).epsilon(2e-6));
    }
}

TEST_CASE("a change to a CAS while climbing ends on it")
{
    FlightPlan plan = climbing({9000, 10.0, {}}, 150, 3000);
    plan.items[0].speed = SpeedChange{{SpeedKind::cas, 150}, 0.5};
    const Flight flight = flown(plan, 800);
    CHECK(cas_from_tas(last_course(flight).speed_mps, 9000) == Approx(150).epsilon(1e-7));
}

TEST_CASE("a held ground speed closes the wind triangle, turning and climbing too")
{
    FlightPlan plan = plan_from({36, 36}, deg(0), 200, 3000);
    plan.start.speed = {SpeedKind::ground, 180};
    PlanItem item = item_of(TurnTo{deg(170), TurnSide::right, {deg(30), {}}});
    item.climb = ClimbTo{5000, 15.0, {}};
    add(plan, item);
    const Wind wind{{{3000, deg(270), 20}, {5000, deg(320), 50}}};
    const Flight flight = flown(plan, 300, {}, wind, 0.1);
    for (std::size_t i = 0; i < 3000; i += 50) {
        CAPTURE(i);
        CHECK(course_after(flight, i).speed_mps == Approx(180).epsilon(2e-6));
    }
}

TEST_CASE("a ground speed below the wind across the heading is a problem")
{
    FlightPlan plan = plan_from({36, 36}, deg(0), 200, 3000);
    plan.start.speed = {SpeedKind::ground, 25};
    CHECK(fly(plan, {}, even_wind(0, 30), options_for(60)));
    CHECK_FALSE(fly(plan, {}, even_wind(90, 30), options_for(60)));
    CHECK_FALSE(fly(plan, {}, even_wind(180, 30), options_for(60)));
}

TEST_CASE("on a heading the ground velocity is air velocity plus wind")
{
    const Flight flight = flown(plan_from({36, 36}, deg(0), 40), 10, {}, even_wind(270, 30));
    CHECK(course_after(flight, 0).speed_mps == Approx(50).epsilon(1e-6));
    CHECK(course_after(flight, 0).track_deg == Approx(36.869898).epsilon(1e-5));
}

TEST_CASE("turn, climb and acceleration of one item begin together")
{
    FlightPlan plan = plan_from(here, deg(0), 150, 3000);
    PlanItem item = item_of(TurnTo{deg(180), TurnSide::right, {deg(30), {}}});
    item.climb = ClimbTo{3600, 10.0, {}};
    item.speed = SpeedChange{tas(200), 1.0};
    add(plan, item);
    const Flight flight = flown(plan, 150);
    CHECK(*at(flight, 20).altitude_m > 3100);
    CHECK(course_after(flight, 20).speed_mps > 165);
    CHECK(course_after(flight, 20).track_deg > 20);
    CHECK(*last(flight).altitude_m == 3600);
    CHECK(last_course(flight).speed_mps == Approx(200).epsilon(1e-9));
    CHECK(last_course(flight).track_deg == Approx(180).margin(1e-3));
}

TEST_CASE("an item without a lateral action waits for its climb, a hold does not")
{
    FlightPlan waits = climbing({4000, 10.0, {}});
    add(waits, item_of(TurnTo{deg(180), TurnSide::right, {}}));
    CHECK(course_after(flown(waits, 90), 80).track_deg == Approx(90).margin(1e-3));

    FlightPlan holds = plan_from(here, deg(90), 200, 3000);
    PlanItem item = item_of(Hold{10});
    item.climb = ClimbTo{4000, 10.0, {}};
    add(holds, item);
    add(holds, item_of(TurnTo{deg(180), TurnSide::right, {}}));
    const Flight flight = flown(holds, 90);
    CHECK(course_after(flight, 9).track_deg == Approx(90).margin(1e-3));
    CHECK(course_after(flight, 20).track_deg > 100);
    CHECK(*last(flight).altitude_m < 4000);  // the climb goes on meanwhile
    CHECK(climb_rate(flight, 80) == Approx(10).epsilon(1e-6));
}
