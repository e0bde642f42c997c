#include "sim/flight/motion.h"

#include <cmath>

#include <Eigen/Geometry>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>

#include "flight_cases.h"
#include "sim/flight/compass.h"
#include "sim/flight/flyer.h"
#include "sim/flight/turn.h"
#include "sim/geo/local_frame.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

State state_at(LonLat place, Angle heading, double altitude_m)
{
    const Eigen::Vector3d position = ecef_from(place, 0);
    const Eigen::Vector3d direction = direction_from(heading, compass_at(position));
    return {position.x(), position.y(), position.z(), direction.x(), direction.y(), direction.z(), altitude_m, 0, 0};
}

/// The place after a minute of a banked, climbing, windy flight in equal steps.
Eigen::Vector3d after_a_minute(int steps)
{
    const AircraftType type;
    const Wind wind{{{0, deg(250), 10}, {20000, deg(300), 60}}};
    Commands commands;
    commands.lateral = AlongHeading{{deg(40).rad(), 0, 0}};
    commands.speed.target = {SpeedKind::cas, 150};
    commands.vertical = Climb{1, 20.0};
    boost::numeric::odeint::runge_kutta_dopri5<State> method;
    State state = state_at({36, 36}, deg(10), 4000);
    for (int i = 0; i < steps; ++i)
        method.do_step(
            [&](const State& y, State& derivative, double t) {
                derivative = derivative_of(t, y, commands, {&type, &wind});
            },
            state, 60.0 * i / steps, 60.0 / steps);
    return position_of(state);
}

Eigen::Vector3d end_with_tolerance(double tolerance_m)
{
    FlightPlan plan = plan_from({36, 36}, deg(10), 200);
    add(plan, item_of(TurnTo{deg(0), TurnSide::right, {deg(25), {}}}));
    FlightOptions options = options_for(200, 200);
    options.tolerance_m = tolerance_m;
    const auto flight = fly(plan, {}, {}, options);
    REQUIRE(flight);
    return ecef_from(flight->track.fixes().back().place, 0);
}

}  // namespace

TEST_CASE("halving the step divides the error by two to the fifth or more: the method has order five")
{
    // In an even turn the leading error of the method lengthens the direction, which is made a unit vector
    // again; what remains is of order six, so the factor lies between 2^5 and 2^7.
    const Eigen::Vector3d exact = after_a_minute(960);
    double error = (after_a_minute(6) - exact).norm();
    for (const int steps : {12, 24}) {
        const double halved = (after_a_minute(steps) - exact).norm();
        CAPTURE(steps, error, halved);
        CHECK(halved > 1e-6);  // far above rounding
        CHECK(error / halved > 32);
        CHECK(error / halved < 128);
        error = halved;
    }
}

TEST_CASE("the error of a flight falls with its tolerance")
{
    const Eigen::Vector3d exact = end_with_tolerance(1e-9);
    double before = 1e9;
    for (const double tolerance_m : {1e-3, 1e-5, 1e-7}) {
        const double error = (end_with_tolerance(tolerance_m) - exact).norm();
        CAPTURE(tolerance_m, error);
        CHECK(error < 20 * tolerance_m);
        CHECK(error < before / 10);
        before = error;
    }
}

TEST_CASE("a turn in wind, climbing and accelerating, ends on its heading within a millionth of a degree")
{
    const double heading_deg = GENERATE(1.0, 89.0, 203.0, 350.0);
    const TurnSide side = GENERATE(TurnSide::left, TurnSide::right);
    const double bank_deg = GENERATE(12.0, 45.0, 75.0);
    CAPTURE(heading_deg, side, bank_deg);
    const AircraftType type;
    const Wind wind{{{0, deg(250), 10}, {20000, deg(300), 60}}};
    Flyer::Start start;
    start.state = state_at({36, 80}, deg(10), 4000);
    start.speed = tas(180);
    start.end_s = 3600;
    Flyer flyer{{&type, &wind}, start, {}};
    flyer.begin_climb({4300, 10.0, {}}, "climb");
    flyer.begin_speed(tas(230), 0.7, "speed");
    REQUIRE(fly_turn(flyer, {deg(bank_deg), {}}, side, aim_at_heading(deg(heading_deg)), "turn") == TurnEnd::done);
    const FlightMotion motion = flyer.motion();
    const Angle heading = azimuth_of(motion.heading, compass_at(position_of(flyer.state())));
    CHECK(motion.bank_rad == 0);
    CHECK(std::abs(wrapped_to_half_turn(heading - deg(heading_deg)).deg()) < 1e-6);
}

TEST_CASE("north of 80 degrees and at the pole the compass is right-handed")
{
    for (const LonLat place : {LonLat{0, 90}, LonLat{0, -90}, LonLat{123, 89.999}, LonLat{180, 0}}) {
        const Compass compass = compass_at(ecef_from(place, 0));
        CHECK((compass.east.cross(compass.north) - compass.up).norm() < 1e-15);
    }
}

TEST_CASE("places survive the way to Earth-centred coordinates and back")
{
    for (const LonLat place : {LonLat{36.15394, 35.80768}, LonLat{-179.999, -77}, LonLat{5, 89.99999}}) {
        const LonLat back = place_of(ecef_from(place, 0));
        CHECK(distance_m(place, back) < 1e-8);
    }
}
