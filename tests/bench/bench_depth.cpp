// Visits with their depth, the whole world loaded. Make the data first: tools/fetch-borders --world.
#include <benchmark/benchmark.h>

#include "sim/analysis/crossing_finder.h"
#include "sim/analysis/visits.h"
#include "tests/bench/world.h"

using namespace incursion;
using namespace incursion::bench;

namespace {

/// Visits of tracks whose crossings are known, every border looked at once before.
void measure_visits(benchmark::State& state, const std::vector<Track>& tracks)
{
    const Airspaces& a = world(EdgeReading::straight);
    const BorderIndex& index = world_index(EdgeReading::straight);
    const BorderDistances distances{index.edges()};
    CrossingFinder finder{a, index, {LegReading::geodesic, {}}};
    std::vector<std::vector<Crossing>> crossings;
    for (const Track& t : tracks) {
        crossings.push_back(finder.find(t));
        for (const Crossing& c : crossings.back())
            distances.of({c.airspace});
    }
    std::size_t visits = 0;
    double depths_m = 0;
    for (auto _ : state) {
        visits = 0;
        depths_m = 0;
        for (std::size_t i = 0; i < tracks.size(); ++i)
            for (const auto& [airspace, v] :
                 visits_of(crossings[i], {tracks[i], LegReading::geodesic}, a, Belonging{}, &distances)) {
                ++visits;
                depths_m += v.max_depth_m;
            }
    }
    state.counters["visits/s"] =
        benchmark::Counter(static_cast<double>(visits), benchmark::Counter::kIsIterationInvariantRate);
    state.counters["visits"] = static_cast<double>(visits);
    state.counters["mean_km"] = depths_m / 1000 / static_cast<double>(visits);
}

void visits_with_depth(benchmark::State& state)
{
    if (world(EdgeReading::straight).list.empty())
        state.SkipWithError(no_world);
    else
        measure_visits(state, flights(10, 100'000));
}

void wandering_visits_with_depth(benchmark::State& state)
{
    const Airspaces& a = world(EdgeReading::straight);
    if (a.list.empty())
        state.SkipWithError(no_world);
    else
        measure_visits(state, wanderings(a, world_index(EdgeReading::straight).edges(), 200));
}

}  // namespace

BENCHMARK(visits_with_depth)->Unit(benchmark::kMillisecond);
BENCHMARK(wandering_visits_with_depth)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
