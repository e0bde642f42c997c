#include <cmath>
#include <numbers>

#include "flight_cases.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

const LonLat centre{36, 36};

/// Largest distance from the circle of the fixes from `from` to `to`.
double worst_off_m(const Flight& flight, std::size_t from, std::size_t to, double radius_m)
{
    double worst = 0;
    for (std::size_t i = from; i < to; ++i)
        worst = std::max(worst, std::abs(distance_m(at(flight, i).place, centre) - radius_m));
    return worst;
}

FlightPlan orbiting(Orbit orbit, LonLat start, double heading_deg, double tas_mps = 180)
{
    FlightPlan plan = plan_from(start, deg(heading_deg), tas_mps);
    add(plan, item_of(orbit));
    return plan;
}

Orbit circle(double radius_m, TurnSide side = TurnSide::right)
{
    Orbit orbit;
    orbit.centre = centre;
    orbit.radius_m = radius_m;
    orbit.side = side;
    return orbit;
}

}  // namespace

TEST_CASE("an orbit joined from anywhere stays on its circle within a centimetre, with and without wind")
{
    const double from_deg = GENERATE(10.0, 130.0, 250.0);
    const double away_m = GENERATE(0.0, 7000.0, 12000.0, 60000.0);
    const double wind_mps = GENERATE(0.0, 45.0);
    const TurnSide side = GENERATE(TurnSide::left, TurnSide::right);
    CAPTURE(from_deg, away_m, wind_mps, side);
    const LonLat start = direct(centre, deg(from_deg), away_m);
    const Flight flight = flown(orbiting(circle(8000, side), start, 77), 3000, {}, even_wind(300, wind_mps));
    CHECK(worst_off_m(flight, 1000, 3000, 8000) < 0.01);
}

TEST_CASE("an orbit turns to its side")
{
    for (const TurnSide side : {TurnSide::left, TurnSide::right}) {
        const Flight flight = flown(orbiting(circle(8000, side), direct(centre, deg(180), 40000), 0), 1000);
        const Angle before = inverse(centre, at(flight, 900).place).azimuth;
        const Angle after = inverse(centre, at(flight, 901).place).azimuth;
        CHECK((wrapped_to_half_turn(after - before).rad() > 0) == (side == TurnSide::right));
    }
}

TEST_CASE("a patrol of many hours does not drift off its circle")
{
    const Flight flight = flown(orbiting(circle(15000), direct(centre, deg(180), 40000), 0), 6 * 3600, {},
                                even_wind(200, 30), 10);
    CHECK(worst_off_m(flight, 60, 2160, 15000) < 0.01);
}

TEST_CASE("an aircraft that starts on the circle is in the orbit at once")
{
    const LonLat start = direct(centre, deg(0), 8000);
    const Flight flight = flown(orbiting(circle(8000), start, 90), 300);
    CHECK(worst_off_m(flight, 0, 300, 8000) < 1);  // 90 degrees is the tangent but for the meridians' convergence
    CHECK(worst_off_m(flight, 150, 300, 8000) < 0.01);
}

TEST_CASE("an orbit lasts its number of turns, then the aircraft flies straight on")
{
    Orbit orbit = circle(8000);
    orbit.turns = 1.5;
    const LonLat start = direct(centre, deg(0), 8000);
    const Flight flight = flown(orbiting(orbit, start, 90, 200), 600);
    // One and a half turns of 2 pi 8 km at 200 m/s: 376.99 s, ending south of the centre heading west.
    const Fix& end = at(flight, 377);
    CHECK(wrapped_to_circle(inverse(centre, end.place).azimuth).deg() == Approx(180).margin(0.1));
    const double leaves_deg = course_after(flight, 390).track_deg;
    CHECK(course_after(flight, 590).track_deg == Approx(leaves_deg).margin(0.5));
    // West, and what the roll-out from 27 degrees of bank at 10 degrees a second still turns.
    CHECK(leaves_deg == Approx(270).margin(3));
}

TEST_CASE("an orbit lasts its duration")
{
    Orbit orbit = circle(8000);
    orbit.duration_s = 100;
    const Flight flight = flown(orbiting(orbit, direct(centre, deg(0), 8000), 90, 200), 400);
    CHECK(worst_off_m(flight, 0, 100, 8000) < 1);
    CHECK(course_after(flight, 110).track_deg == Approx(course_after(flight, 398).track_deg).margin(0.5));
}

TEST_CASE("a racetrack flies its legs and half turns, with wind too")
{
    const double wind_mps = GENERATE(0.0, 40.0);
    const TurnSide side = GENERATE(TurnSide::left, TurnSide::right);
    CAPTURE(wind_mps, side);
    Orbit orbit = circle(7000, side);
    orbit.leg_m = 40000;
    orbit.leg_bearing = deg(30);
    const Flight flight =
        flown(orbiting(orbit, direct(centre, deg(200), 90000), 10, 200), 4000, {}, even_wind(90, wind_mps));
    // Distance to the axis segment between the centres of the half turns is 7 km everywhere on the pattern:
    // along the legs the distance to the axis, in the half turns the distance to the nearer centre.
    const LonLat ahead = direct(centre, deg(30), 20000);
    const LonLat behind = direct(centre, deg(210), 20000);
    const Inverse axis = inverse(behind, ahead);
    double worst = 0;
    bool near_behind = false, near_ahead = false;
    for (std::size_t i = 1000; i < 4000; ++i) {
        const Inverse way = inverse(behind, at(flight, i).place);
        const double angle = wrapped_to_half_turn(way.azimuth - axis.azimuth).rad();
        const double along = way.distance_m * std::cos(angle);
        double off = std::abs(way.distance_m * std::sin(angle));
        if (along < 0)
            off = way.distance_m;
        if (along > axis.distance_m)
            off = distance_m(ahead, at(flight, i).place);
        near_behind = near_behind || along < -6900;
        near_ahead = near_ahead || along > axis.distance_m + 6900;
        worst = std::max(worst, std::abs(off - 7000));
    }
    CHECK(near_behind);
    CHECK(near_ahead);
    CHECK(worst < 1);  // the plane formula for the legs is good to half a metre over 40 km
}

TEST_CASE("a racetrack begins with the leg in the direction asked for, its centre on the named side")
{
    Orbit orbit = circle(7000);
    orbit.leg_m = 30000;
    orbit.leg_bearing = deg(0);
    const Flight flight = flown(orbiting(orbit, direct(centre, deg(270), 80000), 90, 200), 3000);
    bool flies_north_in_the_west = false;
    for (std::size_t i = 600; i < 2999; ++i)
        if (distance_m(at(flight, i).place, direct(centre, deg(270), 7000)) < 300)
            flies_north_in_the_west = std::cos(deg(course_after(flight, i).track_deg).rad()) > 0.9999;
    CHECK(flies_north_in_the_west);
}

TEST_CASE("a radius too small for the bank limit is flown wider and reported")
{
    AircraftType type;
    type.max_bank_rad = deg(30).rad();
    const FlightPlan plan = orbiting(circle(3000), direct(centre, deg(180), 60000), 0, 250);
    const Flight flight = flown(plan, 2000, type);
    const double widest = 250 * 250 / (9.80665 * std::tan(deg(30).rad()));
    CHECK(worst_off_m(flight, 1000, 2000, widest) < 0.01);
    REQUIRE(flight.limits.size() == 1);
    CHECK(flight.limits[0].limit == "bank");
    CHECK(flight.limits[0].asked == "3000 m radius");
    CHECK(flight.limits[0].path == "plan[0]");
    CHECK(flight.limits[0].span.from < start_time + seconds(500));
    CHECK(flight.limits[0].span.to == start_time + seconds(2000));
}
