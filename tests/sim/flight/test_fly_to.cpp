#include <cmath>

#include "flight_cases.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

double nearest_m(const Flight& flight, LonLat place)
{
    double nearest = 1e12;
    for (const Fix& fix : flight.track.fixes())
        nearest = std::min(nearest, distance_m(fix.place, place));
    return nearest;
}

/// Metres off the geodesic from a to b, from the azimuths at b.
double off_line_m(LonLat a, LonLat b, LonLat place)
{
    const Inverse line = inverse(a, b);
    const Inverse way = inverse(place, b);
    return way.distance_m * std::sin((line.azimuth_end - way.azimuth_end).rad());
}

const LonLat here{36, 36};

}  // namespace

TEST_CASE("a place straight ahead is reached along the geodesic")
{
    const LonLat place = direct(here, deg(40), 300000);
    FlightPlan plan = plan_from(here, deg(40), 250);
    add(plan, item_of(FlyTo{place, true, {}}));
    const Flight flight = flown(plan, 1300);
    CHECK(distance_m(at(flight, 1200).place, place) < 1e-3);
    CHECK(distance_m(last(flight).place, place) == Approx(25000).epsilon(1e-7));
}

TEST_CASE("from any heading the aircraft turns towards the place and crosses it")
{
    const double heading_deg = GENERATE(0.0, 95.0, 180.0, 220.0, 300.0);
    const double wind_mps = GENERATE(0.0, 40.0);
    CAPTURE(heading_deg, wind_mps);
    const LonLat place = direct(here, deg(40), 60000);
    FlightPlan plan = plan_from(here, deg(heading_deg), 200);
    add(plan, item_of(FlyTo{place, true, {deg(30), {}}}));
    const Flight flight = flown(plan, 600, {}, even_wind(310, wind_mps), 0.01);
    CHECK(nearest_m(flight, place) < 1.2);  // a fix every 2 m or so
}

TEST_CASE("a fly-by turn is tangent to the next leg")
{
    const double change_deg = GENERATE(-150.0, -120.0, -60.0, -3.0, 0.05, 20.0, 90.0, 135.0);
    const double wind_mps = GENERATE(0.0, 35.0);
    CAPTURE(change_deg, wind_mps);
    const LonLat corner = direct(here, deg(40), 80000);
    const double in_deg = inverse(here, corner).azimuth_end.deg();
    const LonLat end = direct(corner, deg(in_deg + change_deg), 120000);
    FlightPlan plan = plan_from(here, deg(40), 200);
    add(plan, item_of(FlyTo{corner, false, {}}));
    add(plan, item_of(FlyTo{end, true, {deg(30), {}}}));
    const Flight flight = flown(plan, 1100, {}, even_wind(250, wind_mps));
    // Once turned into the wind, everything before the turn lies on the first leg, everything after it on the
    // second: within 1 cm.
    const LonLat settled = at(flight, 30).place;
    std::size_t off_both = 0;
    for (const Fix& fix : flight.track.fixes().subspan(30)) {
        if (distance_m(fix.place, end) < 1000)
            break;
        const bool on_first = std::abs(off_line_m(settled, corner, fix.place)) < 0.01;
        const bool on_second = std::abs(off_line_m(corner, end, fix.place)) < 0.01;
        off_both += !on_first && !on_second;
    }
    // Steady part of the turn at g tan 30/V, with the rolls, and a wide margin for the wind.
    const double turn_s = std::abs(deg(change_deg).rad()) / (9.80665 * std::tan(deg(30).rad()) / 200) + 7;
    CHECK(static_cast<double>(off_both) <= 1.35 * turn_s);
    CHECK(static_cast<double>(off_both) >= (std::abs(change_deg) < 1 ? 0 : 0.7 * (turn_s - 7)));
}

TEST_CASE("a fly-by that changes speed and climbs on the way round is tangent too")
{
    const LonLat corner = direct(here, deg(0), 60000);
    const LonLat end = direct(corner, deg(70), 120000);
    FlightPlan plan = plan_from(here, deg(0), 180);
    add(plan, item_of(FlyTo{corner, false, {}}));
    PlanItem next = item_of(FlyTo{end, true, {deg(35), {}}});
    next.speed = SpeedChange{tas(230), 2.0};
    next.climb = ClimbTo{6500, 20.0, {}};
    add(plan, next);
    const Flight flight = flown(plan, 500, {}, even_wind(200, 20));
    CHECK(std::abs(off_line_m(corner, end, last(flight).place)) < 0.01);
}

TEST_CASE("flown over, a point is crossed before the aircraft turns")
{
    const LonLat corner = direct(here, deg(40), 80000);
    const LonLat end = direct(corner, deg(160), 90000);
    FlightPlan plan = plan_from(here, deg(40), 200);
    add(plan, item_of(FlyTo{corner, true, {}}));
    add(plan, item_of(FlyTo{end, true, {}}));
    const Flight flight = flown(plan, 1000, {}, {}, 0.01);
    CHECK(nearest_m(flight, corner) < 1);
    CHECK(nearest_m(flight, end) < 1.01);
}

TEST_CASE("legs cross 180 degrees and pass the pole like any other")
{
    FlightPlan plan = plan_from({179.5, 60}, deg(90), 200);
    add(plan, item_of(FlyTo{{-179.5, 60}, true, {}}));
    CHECK(nearest_m(flown(plan, 400, {}, {}, 0.01), {-179.5, 60}) < 1.01);

    FlightPlan polar = plan_from({20, 89.5}, deg(10), 250);
    add(polar, item_of(FlyTo{{200, 89.5}, true, {}}));
    CHECK(nearest_m(flown(polar, 600, {}, {}, 0.01), {200, 89.5}) < 1.3);
}

TEST_CASE("the wind is corrected for: the track made good stays on the geodesic through changing winds")
{
    const Wind wind{{{4000, deg(300), 10}, {7000, deg(20), 60}}};
    const LonLat place = direct(here, deg(90), 200000);
    FlightPlan plan = plan_from(here, deg(90), 200, 4000);
    PlanItem item = item_of(FlyTo{place, true, {}});
    item.climb = ClimbTo{7000, 8.0, {}};
    add(plan, item);
    const Flight flight = flown(plan, 700, {}, wind);
    // After the first turn into the wind, the rest is one geodesic to the place.
    for (std::size_t i = 60; i < 700; i += 40)
        CHECK(std::abs(off_line_m(at(flight, 60).place, place, at(flight, i).place)) < 1e-3);
}

TEST_CASE("a place inside the turn towards it is a problem that names the item")
{
    FlightPlan plan = plan_from(here, deg(0), 200);
    add(plan, item_of(FlyTo{direct(here, deg(90), 3000), true, {deg(20), {}}}));
    const auto flight = fly(plan, {}, {}, options_for(2000));
    REQUIRE_FALSE(flight);
    CHECK(flight.problem().find("plan[0]") == 0);
    CHECK(flight.problem().find("inside the turn") != std::string::npos);
}

TEST_CASE("a fly-by whose leg is shorter than its turn is a problem, and flown over it is none")
{
    FlightPlan plan = plan_from(here, deg(0), 250);
    const LonLat corner = direct(here, deg(0), 3000);
    add(plan, item_of(FlyTo{corner, false, {}}));
    add(plan, item_of(FlyTo{direct(corner, deg(110), 90000), true, {}}));
    const auto flight = fly(plan, {}, {}, options_for(300));
    REQUIRE_FALSE(flight);
    CHECK(flight.problem().find("plan[0]") == 0);
    std::get<FlyTo>(*plan.items[0].lateral).over = true;
    CHECK(fly(plan, {}, {}, options_for(300)));
}

TEST_CASE("a fly-by that turns back on itself is a problem")
{
    FlightPlan plan = plan_from(here, deg(0), 250);
    const LonLat corner = direct(here, deg(0), 90000);
    add(plan, item_of(FlyTo{corner, false, {}}));
    add(plan, item_of(FlyTo{here, true, {}}));
    CHECK_FALSE(fly(plan, {}, {}, options_for(900)));
}

TEST_CASE("a wind faster than the aircraft ends in a problem, not in a hang")
{
    for (const double from_deg : {0.0, 90.0, 45.0}) {
        FlightPlan plan = plan_from(here, deg(0), 30);
        add(plan, item_of(FlyTo{direct(here, deg(0), 50000), true, {}}));
        CHECK_FALSE(fly(plan, {}, even_wind(from_deg, 40), options_for(5000)));
    }
}
