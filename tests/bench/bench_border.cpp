// Borders and crossings with the whole world loaded. Make the data first: tools/fetch-borders --world.
// Tracks are made here: great circles between places spread over the globe, 240 m/s, a fix every 10 s (dense) or
// every 5 minutes (sparse), displaced by about 20 m; seeded, so every run flies the same.
#include <cstdlib>
#include <string>

#include <benchmark/benchmark.h>

#include "sim/analysis/crossings.h"
#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "sim/io/read_airspaces.h"

using namespace incursion;

namespace {

std::string world_path()
{
    const char* given = std::getenv("INCURSION_WORLD");
    return given != nullptr ? given : INCURSION_SOURCE_DIR "/data/borders/world.fgb";
}

Airspaces read_world(EdgeReading edges)
{
    AirspaceSource source;
    source.path = world_path();
    source.key = "A3";
    source.edges = edges;
    Diagnostics diagnostics;
    auto world = read_airspaces(source, diagnostics);
    return world ? *world : Airspaces{};
}

const Airspaces& world(EdgeReading edges)
{
    static const Airspaces straight = read_world(EdgeReading::straight);
    static const Airspaces geodesic = [] {
        Airspaces a = straight;
        a.edges = EdgeReading::geodesic;
        return a;
    }();
    return edges == EdgeReading::straight ? straight : geodesic;
}

const BorderIndex& world_index(EdgeReading edges)
{
    static const BorderIndex straight{world(EdgeReading::straight)};
    static const BorderIndex geodesic{world(EdgeReading::geodesic)};
    return edges == EdgeReading::straight ? straight : geodesic;
}

LonLat any_airport(RandomStream& random)
{
    return {random.uniform(-180, 180), random.uniform(-45, 65)};
}

std::vector<Track> flights(double step_s, std::size_t fixes_wanted)
{
    RandomStream random{2015, "flights"};
    std::vector<Track> tracks;
    std::size_t count = 0;
    while (count < fixes_wanted) {
        const GeodesicLine line{any_airport(random), any_airport(random)};
        std::vector<Fix> fixes;
        for (double s = 0; s < line.length_m(); s += 240 * step_s) {
            LonLat p = line.at(s);
            p.lon_deg = wrapped_lon(p.lon_deg + random.normal() * 2e-4);
            p.lat_deg += random.normal() * 2e-4;
            fixes.push_back({Time{} + seconds(s / 240), p, {}, {}});
        }
        count += fixes.size();
        if (fixes.size() > 1)
            tracks.push_back(*Track::make("t", AltitudeDatum::msl, std::move(fixes)));
    }
    return tracks;
}

void fly(benchmark::State& state, double step_s, std::size_t fixes, LegReading legs, EdgeReading edges)
{
    if (world(edges).list.empty()) {
        state.SkipWithError("no world file: run tools/fetch-borders --world, or set INCURSION_WORLD");
        return;
    }
    const std::vector<Track> tracks = flights(step_s, fixes);
    const BorderIndex& index = world_index(edges);
    std::size_t count = 0, crossings = 0;
    for (auto _ : state) {
        count = crossings = 0;
        for (const Track& t : tracks) {
            const auto found = find_crossings(t, world(edges), index, {legs, {}});
            count += t.fixes().size() - 1;
            crossings += found.size();
        }
        benchmark::DoNotOptimize(crossings);
    }
    state.counters["legs/s"] =
        benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate);
    state.counters["crossings"] = static_cast<double>(crossings);
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

void index_world(benchmark::State& state)
{
    const EdgeReading edges = state.range(0) == 0 ? EdgeReading::straight : EdgeReading::geodesic;
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
BENCHMARK(index_world)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(which_airspace);
BENCHMARK(dense_geodesic_legs)->Unit(benchmark::kMillisecond);
BENCHMARK(dense_straight_legs)->Unit(benchmark::kMillisecond);
BENCHMARK(dense_geodesic_legs_geodesic_edges)->Unit(benchmark::kMillisecond);
BENCHMARK(sparse_geodesic_legs)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
