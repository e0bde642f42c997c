#include <benchmark/benchmark.h>

#include "sim/flight/flight.h"

// Simulated seconds per second of flight: the counter `simulated` of each benchmark.

using namespace incursion;

namespace {

FlightOptions options_for(double duration_s)
{
    FlightOptions options;
    options.id = "A";
    options.span = {Time{}, Time{} + seconds(duration_s)};
    return options;  // a fix every 100 ms
}

FlightPlan start()
{
    FlightPlan plan;
    plan.start = {{36, 36}, 5791.2, Angle::degrees(270), {SpeedKind::tas, 200}};
    return plan;
}

template <class Action>
void add(FlightPlan& plan, Action action)
{
    PlanItem item;
    item.lateral = action;
    plan.items.push_back(item);
}

AircraftType with_limits()
{
    AircraftType type;
    type.mass_kg = 33300;
    type.wing_area_m2 = 55.17;
    type.max_lift_coefficient = 1.1;
    type.max_mach = 1.35;
    type.max_cas_mps = 390;
    return type;
}

void run(benchmark::State& state, const FlightPlan& plan, const Wind& wind, double duration_s)
{
    const AircraftType type = with_limits();
    const FlightOptions options = options_for(duration_s);
    for (auto _ : state) {
        const auto flight = fly(plan, type, wind, options);
        if (!flight) {
            state.SkipWithError(flight.problem().c_str());
            break;
        }
        benchmark::DoNotOptimize(flight->track.fixes().data());
    }
    state.counters["simulated"] =
        benchmark::Counter(duration_s * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

const Wind windy{{{0, Angle::degrees(250), 10}, {12000, Angle::degrees(290), 50}}};

void straight(benchmark::State& state)
{
    run(state, start(), {}, 3600);
}
BENCHMARK(straight);

void turning(benchmark::State& state)
{
    FlightPlan plan = start();
    for (int i = 0; i < 60; ++i)  // half turns of 110 s, one after the other
        add(plan, TurnTo{Angle::degrees(i % 2 == 0 ? 90 : 270), TurnSide::right, {Angle::degrees(30), {}}});
    run(state, plan, {}, 3600);
}
BENCHMARK(turning);

void fly_by_points_in_wind(benchmark::State& state)
{
    FlightPlan plan = start();
    for (int i = 0; i < 30; ++i)
        add(plan, FlyTo{{35.5 - 0.25 * (i / 2), i % 4 == 0 || i % 4 == 3 ? 36.0 : 36.3}, false, {}});
    run(state, plan, windy, 3600);
}
BENCHMARK(fly_by_points_in_wind);

void patrol_in_wind(benchmark::State& state)
{
    FlightPlan plan = start();
    Orbit orbit;
    orbit.centre = {35.5, 36};
    orbit.radius_m = 9000;
    orbit.leg_m = 40000;
    add(plan, orbit);
    run(state, plan, windy, 3600);
}
BENCHMARK(patrol_in_wind);

}  // namespace

BENCHMARK_MAIN();
