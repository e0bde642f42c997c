#include <cmath>
#include <numbers>

#include "flight_cases.h"
#include "sim/geo/local_frame.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

constexpr double g = 9.80665;

FlightPlan turning(double heading_deg, TurnTo turn, double tas_mps = 200, LonLat place = {36, 36})
{
    FlightPlan plan = plan_from(place, deg(heading_deg), tas_mps);
    add(plan, item_of(turn));
    return plan;
}

/// True azimuth that a geodesic flown straight on has at its end, from its first fix and azimuth.
double end_track_deg(const Flight& flight)
{
    const auto fixes = flight.track.fixes();
    return wrapped_to_circle(inverse(fixes[fixes.size() - 2].place, fixes.back().place).azimuth_end).deg();
}

}  // namespace

TEST_CASE("a level turn has radius V^2/(g tan bank)")
{
    const double bank_deg = GENERATE(10.0, 30.0, 60.0, 80.0);
    const double tas_mps = GENERATE(60.0, 150.0, 300.0);
    CAPTURE(bank_deg, tas_mps);
    AircraftType type;
    type.roll_rate_radps = 10;  // so that nearly all of the turn is steady
    const double radius = tas_mps * tas_mps / (g * std::tan(deg(bank_deg).rad()));
    const double rate = tas_mps / radius;
    const double quarter_s = std::numbers::pi / 2 / rate;
    TurnTo turn{deg(270), TurnSide::right, {deg(bank_deg), {}}};
    // A quarter turn apart, well after the roll-in: the chord of a quarter circle is radius*sqrt(2).
    const Flight flight = flown(turning(0, turn, tas_mps, {10, 0}), 2.2 * quarter_s, type, {}, quarter_s);
    const double chord = (ecef_from(at(flight, 1).place, 0) - ecef_from(at(flight, 2).place, 0)).norm();
    CHECK(chord == Approx(radius * std::numbers::sqrt2).epsilon(1e-5));
}

TEST_CASE("a turn ends on its heading, whichever side and bank it is flown with")
{
    const double heading_deg = GENERATE(0.5, 90.0, 179.0, 203.0, 359.5);
    const TurnSide side = GENERATE(TurnSide::shorter, TurnSide::left, TurnSide::right);
    const double bank_deg = GENERATE(15.0, 45.0);
    CAPTURE(heading_deg, side, bank_deg);
    // On the equator, going nowhere much: 30 m/s, so that meridians hardly converge on the way.
    const TurnTo turn{deg(heading_deg), side, {deg(bank_deg), {}}};
    Flight flight = flown(turning(0, turn, 30, {0, 0}), 400);
    // Flown back along the geodesic: from the end of the turn on, track minus heading is convergence alone.
    const auto fixes = flight.track.fixes();
    const Inverse late = inverse(fixes[200].place, fixes[400].place);
    const double convergence = (late.azimuth_end - late.azimuth).deg();
    CHECK(std::abs(convergence) < 1e-3);
    const double ends_deg = wrapped_to_circle(late.azimuth).deg();
    // Between the roll-out and fix 200 the azimuth has changed by the convergence over at most 200 s.
    CHECK(std::abs(wrapped_to_half_turn(deg(ends_deg - heading_deg)).deg()) < 1e-4);
}

TEST_CASE("the shorter side is taken unless a side is named")
{
    const auto side_flown = [](double to_deg, TurnSide side) {
        const Flight flight = flown(turning(0, {deg(to_deg), side, {}}), 20);
        return last(flight).place.lon_deg > 36 ? TurnSide::right : TurnSide::left;
    };
    CHECK(side_flown(90, TurnSide::shorter) == TurnSide::right);
    CHECK(side_flown(270, TurnSide::shorter) == TurnSide::left);
    CHECK(side_flown(90, TurnSide::left) == TurnSide::left);
    CHECK(side_flown(270, TurnSide::right) == TurnSide::right);
}

TEST_CASE("a turn onto the heading already flown is no turn, also on a named side")
{
    for (const TurnSide side : {TurnSide::shorter, TurnSide::left, TurnSide::right}) {
        const Flight flight = flown(turning(90, {deg(90), side, {}}, 200, {0, 0}), 60);
        CHECK(distance_m({0, 0}, last(flight).place) == Approx(12000).epsilon(1e-9));
    }
}

TEST_CASE("rolling in and out takes the time that the roll rate says")
{
    // 30 degrees at 10 degrees a second: 3 s in, 3 s out. A heading change of 90 degrees at 200 m/s takes
    // 90/(g tan 30/200 in degrees per second) = 55.484 s of steady turn; each roll turns as much as
    // -g/(V p) ln cos 30 = 2.3158 degrees, so the turn lasts 55.484 - 2*2.3158/1.62205 + 6 = 58.629 s.
    const TurnTo turn{deg(90), TurnSide::right, {deg(30), {}}};
    FlightPlan plan = turning(0, turn, 200, {0, 0});
    PlanItem climb;
    climb.climb = ClimbTo{5100, 1.0, {}};
    add(plan, climb);  // begins when the turn has ended
    const Flight flight = flown(plan, 80, {}, {}, 0.01);
    std::size_t index = 0;
    while (*at(flight, index).altitude_m <= 5000)
        ++index;
    CHECK(static_cast<double>(index) * 0.01 == Approx(58.629).margin(0.03));
}

TEST_CASE("a load factor turns as its bank does")
{
    const Flight by_bank = flown(turning(0, {deg(90), TurnSide::right, {deg(60), {}}}), 60);
    const Flight by_load = flown(turning(0, {deg(90), TurnSide::right, {{}, 2.0}}), 60);
    CHECK(distance_m(last(by_bank).place, last(by_load).place) < 1e-3);
}

TEST_CASE("a turn that climbs and accelerates still ends on its heading")
{
    FlightPlan plan = plan_from({0, 0}, deg(0), 100);
    PlanItem item = item_of(TurnTo{deg(90), TurnSide::right, {deg(30), {}}});
    item.climb = ClimbTo{5300, 10.0, {}};
    item.speed = SpeedChange{tas(130), 1.5};
    add(plan, item);
    const Flight flight = flown(plan, 120);
    CHECK(*last(flight).altitude_m == 5300);
    CHECK(last_course(flight).speed_mps == Approx(130).epsilon(1e-7));
    CHECK(end_track_deg(flight) == Approx(90).margin(2e-5));  // with 0.1 degrees of convergence at most 1e-5
}
