#include <limits>

#include "flight_cases.h"

using namespace incursion;
using namespace incursion::cases;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

std::string problem_of(const FlightPlan& plan, const FlightOptions& options = options_for(10),
                       const AircraftType& type = {}, const Wind& wind = {})
{
    const auto flight = fly(plan, type, wind, options);
    return flight ? "" : flight.problem();
}

bool mentions(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

const FlightPlan good = plan_from({36, 36}, Angle::degrees(90), 200);

}  // namespace

TEST_CASE("a plan without a fault has none found")
{
    CHECK(problem_of(good).empty());
}

TEST_CASE("every fault of a plan is told at once, each with its place")
{
    FlightPlan plan = good;
    plan.start.altitude_m = 90000;
    plan.start.speed = tas(-5);
    add(plan, item_of(FlyTo{{0, 95}, false, {deg(95), {}}}));
    add(plan, item_of(Orbit{{0, 0}, -1, 0, {}, TurnSide::shorter, 1.0, 1.0}));
    PlanItem both;
    both.climb = ClimbTo{3000, 5.0, deg(3)};
    both.speed = SpeedChange{{SpeedKind::mach, nan_value}, 0.0};
    add(plan, both);
    const std::string problem = problem_of(plan);
    CAPTURE(problem);
    CHECK(mentions(problem, "start: the altitude in metres must lie between -2000 and 32000"));
    CHECK(mentions(problem, "start: the speed"));
    CHECK(mentions(problem, "plan[0]: the place"));
    CHECK(mentions(problem, "plan[0]: the bank"));
    CHECK(mentions(problem, "plan[1]: the radius"));
    CHECK(mentions(problem, "plan[1]: an orbit turns left or right"));
    CHECK(mentions(problem, "plan[1]: give a duration or a number of turns"));
    CHECK(mentions(problem, "plan[2]: give a rate or an angle"));
    CHECK(mentions(problem, "plan[2]: the Mach number"));
    CHECK(mentions(problem, "plan[2]: the acceleration"));
}

TEST_CASE("options, types and winds that make no sense are problems")
{
    FlightOptions options = options_for(10);
    options.record_interval = Duration::zero();
    CHECK(mentions(problem_of(good, options), "recording interval"));
    options = options_for(10);
    options.span.to = options.span.from - seconds(1);
    options.record_from = {};
    CHECK(mentions(problem_of(good, options), "ends before"));
    options = options_for(10);
    options.record_from = options.span.to + seconds(1);
    CHECK(mentions(problem_of(good, options), "recording begins"));
    options = options_for(10);
    options.tolerance_m = 0;
    CHECK(mentions(problem_of(good, options), "tolerance"));
    options = options_for(1e6, 1e-3);
    CHECK(mentions(problem_of(good, options), "20 million"));

    AircraftType type;
    type.id = "odd";
    type.max_bank_rad = nan_value;
    type.mass_kg = -1;
    const std::string problem = problem_of(good, options_for(10), type);
    CHECK(mentions(problem, "aircraft type odd: the mass"));
    CHECK(mentions(problem, "aircraft type odd: the maximum bank"));

    const Wind falling{{{3000, deg(0), 10}, {2000, deg(0), 10}}};
    CHECK(mentions(problem_of(good, options_for(10), {}, falling), "layer 1 is not above"));
}

TEST_CASE("whatever numbers a plan holds, flying it ends: with a flight or a problem")
{
    const double odd[] = {nan_value, std::numeric_limits<double>::infinity(), -1, 0, 1e-9, 1e-3, 1, 89, 1e4, 1e308};
    int flights = 0, problems = 0;
    for (const double value : odd)
        for (int what = 0; what < 8; ++what) {
            CAPTURE(value, what);
            FlightPlan plan = good;
            PlanItem item;
            switch (what) {
            case 0: plan.start.speed = tas(value); break;
            case 1: plan.start.altitude_m = value; break;
            case 2: plan.start.heading = deg(value); break;
            case 3: item.lateral = TurnTo{deg(value), TurnSide::right, {deg(value), {}}}; break;
            case 4: item.lateral = FlyTo{{value, value}, false, {{}, value}}; break;
            case 5: item.climb = ClimbTo{value, value, {}}; break;
            case 6: item.speed = SpeedChange{{SpeedKind::ground, value}, value}; break;
            default: item.lateral = Orbit{{36, 36}, value, value, deg(value), TurnSide::left, value, {}}; break;
            }
            add(plan, item);
            add(plan, item_of(FlyTo{{37, 36}, false, {}}));
            add(plan, item_of(FlyTo{{37, 37}, false, {}}));
            const auto flight = fly(plan, {}, even_wind(10, 20), options_for(300));
            flight ? ++flights : ++problems;
        }
    CHECK(flights > 10);
    CHECK(problems > 10);
}
