#include <cstring>

#include "flight_cases.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

/// Everything at once: turns, winds, climbs, a patrol.
FlightPlan busy_plan()
{
    FlightPlan plan = plan_from({36, 36}, deg(350), 200);
    PlanItem first = item_of(FlyTo{{36.4, 36.2}, false, {}});
    first.climb = ClimbTo{6500, 9.0, {}};
    add(plan, first);
    PlanItem second = item_of(FlyTo{{36.5, 35.9}, true, {deg(40), {}}});
    second.speed = SpeedChange{{SpeedKind::mach, 0.7}, 1.5};
    add(plan, second);
    add(plan, item_of(TurnTo{deg(203), TurnSide::left, {deg(30), {}}}));
    add(plan, item_of(Hold{17}));
    Orbit orbit;
    orbit.centre = {36, 36};
    orbit.radius_m = 9000;
    add(plan, item_of(orbit));
    return plan;
}

const Wind wind{{{3000, Angle::degrees(240), 15}, {8000, Angle::degrees(280), 40}}};

bool same_bytes(const Fix& a, const Fix& b)
{
    return a.time == b.time && std::memcmp(&a.place, &b.place, sizeof a.place) == 0 &&
           std::memcmp(&*a.altitude_m, &*b.altitude_m, sizeof(double)) == 0;
}

}  // namespace

TEST_CASE("a fix does not depend on the recording interval, to the last bit")
{
    const Flight fine = flown(busy_plan(), 900, {}, wind, 0.1);
    for (const double interval_s : {0.7, 10.0, 300.0}) {
        const Flight coarse = flown(busy_plan(), 900, {}, wind, interval_s);
        std::size_t compared = 0;
        for (const Fix& fix : coarse.track.fixes()) {
            const auto index = static_cast<std::size_t>(std::llround(to_seconds(fix.time - start_time) * 10));
            REQUIRE(same_bytes(fix, at(fine, index)));
            ++compared;
        }
        CHECK(compared == static_cast<std::size_t>(std::ceil(900 / interval_s)) + 1);
    }
}

TEST_CASE("the same flight has the same bytes every time")
{
    const Flight a = flown(busy_plan(), 900, su24(), wind, 0.5);
    const Flight b = flown(busy_plan(), 900, su24(), wind, 0.5);
    REQUIRE(a.track.fixes().size() == b.track.fixes().size());
    for (std::size_t i = 0; i < a.track.fixes().size(); ++i)
        REQUIRE(same_bytes(at(a, i), at(b, i)));
    CHECK(a.limits.size() == b.limits.size());
}

TEST_CASE("fixes fall on the grid of record_from and on both ends")
{
    FlightOptions options = options_for(10.25, 1);
    options.span.from = start_time + seconds(0.4);
    options.span.to = start_time + seconds(5.25);
    options.record_from = start_time - seconds(100);
    const auto flight = fly(plan_from({36, 36}, deg(0), 200), {}, {}, options);
    REQUIRE(flight);
    std::vector<double> times;
    for (const Fix& fix : flight->track.fixes())
        times.push_back(to_seconds(fix.time - start_time));
    CHECK(times == std::vector<double>{0.4, 1, 2, 3, 4, 5, 5.25});
    CHECK(flight->track.id() == "A");
    CHECK(flight->track.datum() == AltitudeDatum::msl);
}

TEST_CASE("recording that begins later gives the same fixes from there on")
{
    const Flight whole = flown(busy_plan(), 300, {}, wind, 1);
    FlightOptions options = options_for(300, 1);
    options.record_from = start_time + seconds(120);
    const auto part = fly(busy_plan(), {}, wind, options);
    REQUIRE(part);
    REQUIRE(part->track.fixes().size() == 181);
    for (std::size_t i = 0; i <= 180; ++i)
        REQUIRE(same_bytes(part->track.fixes()[i], at(whole, i + 120)));
}

TEST_CASE("a flight of no length is its start")
{
    const Flight flight = flown(busy_plan(), 0);
    REQUIRE(flight.track.fixes().size() == 1);
    CHECK(distance_m(at(flight, 0).place, {36, 36}) < 1e-6);
}

TEST_CASE("whether the flight ends sooner or later changes nothing before")
{
    const Flight whole = flown(busy_plan(), 300, {}, wind, 1);
    const Flight part = flown(busy_plan(), 140, {}, wind, 1);
    for (std::size_t i = 0; i <= 140; ++i)
        CHECK(distance_m(at(whole, i).place, at(part, i).place) < 1e-4);
}
