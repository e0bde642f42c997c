// Borders and crossings with the whole world loaded. Make the data first: tools/fetch-borders --world.
// Dense tracks have a fix every 10 s, sparse ones every 5 minutes, those along a border every second.
#include <cstdlib>

#include <benchmark/benchmark.h>
#include <oneapi/tbb/global_control.h>

#include "sim/analysis/border_distances.h"
#include "sim/analysis/crossing_finder.h"
#include "sim/io/prepared_borders.h"
#include "tests/bench/world.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using namespace incursion::bench;

namespace {

void cross(benchmark::State& state, const std::vector<Track>& tracks, LegReading legs, EdgeReading edges)
{
    const BorderIndex& index = world_index(edges);
    CrossingFinder finder{world(edges), index, {legs, {}}};
    std::size_t count = 0, crossings = 0;
    for (auto _ : state) {
        count = crossings = 0;
        for (const Track& t : tracks) {
            const auto& found = finder.find(t);
            count += t.fixes().size() - 1;
            crossings += found.size();
        }
        benchmark::DoNotOptimize(crossings);
    }
    state.counters["legs/s"] =
        benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate);
    state.counters["crossings"] = static_cast<double>(crossings);
}

void fly(benchmark::State& state, double step_s, std::size_t fixes, LegReading legs, EdgeReading edges)
{
    if (world(edges).list.empty())
        state.SkipWithError(no_world);
    else
        cross(state, flights(step_s, fixes), legs, edges);
}

void dense_geodesic_legs(benchmark::State& state)
{
    fly(state, 10, 1'000'000, LegReading::geodesic, EdgeReading::straight);
}
void dense_straight_legs(benchmark::State& state)
{
    fly(state, 10, 1'000'000, LegReading::straight, EdgeReading::straight);
}
void dense_geodesic_legs_geodesic_edges(benchmark::State& state)
{
    fly(state, 10, 1'000'000, LegReading::geodesic, EdgeReading::geodesic);
}
void sparse_geodesic_legs(benchmark::State& state)
{
    fly(state, 300, 100'000, LegReading::geodesic, EdgeReading::straight);
}

void wandering_along_a_border(benchmark::State& state)
{
    const Airspaces& a = world(EdgeReading::straight);
    if (a.list.empty())
        state.SkipWithError(no_world);
    else
        cross(state, wanderings(a, world_index(EdgeReading::straight).edges(), 10'000), LegReading::geodesic,
              EdgeReading::straight);
}

void which_airspace(benchmark::State& state)
{
    const BorderIndex& index = world_index(EdgeReading::straight);
    RandomStream random{2016, "points"};
    std::vector<LonLat> points;
    for (int i = 0; i < 200'000; ++i)
        points.push_back({random.uniform(-180, 180), random.uniform(-90, 90)});
    std::size_t held = 0;
    for (auto _ : state)
        for (const LonLat p : points)
            held += index.airspaces_at(p).size();
    benchmark::DoNotOptimize(held);
    state.counters["points/s"] =
        benchmark::Counter(static_cast<double>(points.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void load_world(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(read_world(EdgeReading::straight));
}

/// The same borders as one file of GeoJSON, for those who come with that.
void load_world_geojson(benchmark::State& state)
{
    const char* path = std::getenv("INCURSION_WORLD_GEOJSON");
    if (path == nullptr) {
        state.SkipWithError("set INCURSION_WORLD_GEOJSON: ogr2ogr -f GeoJSON world.geojson data/borders/world.fgb");
        return;
    }
    AirspaceSource source;
    source.path = path;
    source.key = "A3";
    for (auto _ : state) {
        Diagnostics diagnostics;
        const auto airspaces = read_airspaces(source, diagnostics);
        if (!airspaces)
            state.SkipWithError("INCURSION_WORLD_GEOJSON cannot be read");
        benchmark::DoNotOptimize(airspaces);
    }
}

/// From the name of a prepared file to an index that answers; with rings where the second argument says so.
void open_prepared_world(benchmark::State& state)
{
    const Airspaces& a = world(EdgeReading::straight);
    const test::TemporaryFolder folder;
    const std::string path = folder / "world.borders";
    if (a.list.empty() || write_prepared_borders(path, Overwrite::no, a, world_index(EdgeReading::straight), {})) {
        state.SkipWithError(no_world);
        return;
    }
    std::size_t bytes = 0, held = 0;
    for (auto _ : state) {
        const auto borders = open_prepared_borders(path, state.range(0) == 0 ? ReadRings::no : ReadRings::yes);
        held += borders->index->airspaces_at({36, 36}).size();
        bytes = borders->bytes;
    }
    benchmark::DoNotOptimize(held);
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}

/// What depth needs, for each of the 250 airspaces once.
void distances_world(benchmark::State& state)
{
    const BorderEdges& edges = world_index(EdgeReading::straight).edges();
    const auto count = static_cast<std::uint32_t>(world(EdgeReading::straight).list.size());
    for (auto _ : state) {
        const BorderDistances distances{edges};
        for (std::uint32_t i = 0; i < count; ++i)
            benchmark::DoNotOptimize(distances.of({{i}}).empty());
    }
}

/// First argument: 0 for straight edges, 1 for geodesic; second: threads.
void index_world(benchmark::State& state)
{
    const EdgeReading edges = state.range(0) == 0 ? EdgeReading::straight : EdgeReading::geodesic;
    using oneapi::tbb::global_control;
    const global_control limit{global_control::max_allowed_parallelism, static_cast<std::size_t>(state.range(1))};
    const Airspaces& a = world(edges);
    BorderIndex::Size size;
    for (auto _ : state) {
        const BorderIndex index{a};
        size = index.size();
    }
    state.counters["edges"] = static_cast<double>(size.edges);
    state.counters["leaf_edges"] = static_cast<double>(size.leaf_edges);
    state.counters["MB"] = static_cast<double>(size.bytes) / 1e6;
}

}  // namespace

BENCHMARK(load_world)->Unit(benchmark::kMillisecond);
BENCHMARK(load_world_geojson)->Unit(benchmark::kMillisecond);
BENCHMARK(open_prepared_world)->Arg(0)->Arg(1)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(distances_world)->Unit(benchmark::kMillisecond);
BENCHMARK(index_world)->Args({0, 1})->Args({0, 2})->Args({1, 2})->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(which_airspace);
BENCHMARK(dense_geodesic_legs)->Unit(benchmark::kMillisecond);
BENCHMARK(dense_straight_legs)->Unit(benchmark::kMillisecond);
BENCHMARK(dense_geodesic_legs_geodesic_edges)->Unit(benchmark::kMillisecond);
BENCHMARK(sparse_geodesic_legs)->Unit(benchmark::kMillisecond);
BENCHMARK(wandering_along_a_border)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
