// The claims search: paths flown a second, straight and turning, across a border of a thousand zigzag edges, and what
// the search among the crossings costs.
#include <benchmark/benchmark.h>

#include "sim/evidence/crossing_search.h"

using namespace incursion;

namespace {

/// A tongue of land 3 km wide that reaches south, its sides in edges of 100 m.
Airspaces tongue()
{
    Airspace a;
    a.key = a.owner = "T";
    Ring ring;
    for (int i = 0; i <= 500; ++i)
        ring.points.push_back({36 - (i % 2) * 1e-3, 36.5 - i * 1e-3});
    for (int i = 500; i >= 0; --i)
        ring.points.push_back({36.033 + (i % 2) * 1e-3, 36.5 - i * 1e-3});
    a.rings.push_back(ring);
    return {{a}, EdgeReading::straight};
}

struct Ground {
    Airspaces airspaces = tongue();
    BorderIndex index{airspaces};
    BorderDistances distances{index.edges()};
    AnalysisGround ground() const { return {airspaces, index, distances, {}}; }
};

CrossingGrid grid_of(bool turns)
{
    CrossingGrid grid{{36.0165, 36.01}, 10'000, 50, 100, 36, {}, {}, {}};
    if (turns)
        grid.turns = {{2'500, {}}, {10'000, {}}};
    return grid;
}

void try_paths(benchmark::State& state, bool turns)
{
    const Ground ground;
    std::size_t paths = 0, crossings = 0;
    for (auto _ : state) {
        const TrialCrossings tried = try_crossings("T", grid_of(turns), ground.ground());
        paths += tried.paths;
        crossings = tried.list.size();
    }
    state.counters["paths/s"] = benchmark::Counter(static_cast<double>(paths), benchmark::Counter::kIsRate);
    state.counters["crossings"] = static_cast<double>(crossings);
}

void search(benchmark::State& state)
{
    const Ground ground;
    const TrialCrossings tried = try_crossings("T", grid_of(true), ground.ground());
    const auto figure = [](CrossingFigure what, double low, double high) {
        return StatedFigure{what, "", (low + high) / 2, {low, high}, {}};
    };
    const std::vector<StatedFigure> figures{
        figure(CrossingFigure::dwell, 16.5, 17.5),    figure(CrossingFigure::depth, 1400, 1420),
        figure(CrossingFigure::length, 3200, 3220),   figure(CrossingFigure::length, 3000, 3400),
        figure(CrossingFigure::speed, 150, 250),      figure(CrossingFigure::limits, 0, 1000)};
    for (auto _ : state)
        benchmark::DoNotOptimize(search_crossings(tried.list, figures).feasible.size());
    state.counters["crossings/s"] =
        benchmark::Counter(static_cast<double>(tried.list.size()) * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(try_paths, straight, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(try_paths, turns, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(search)->Unit(benchmark::kMillisecond);

}  // namespace

