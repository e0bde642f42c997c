// Ten thousand replicas of five minutes at 10 Hz, 3,000 fixes, against one straight border of a thousand edges.
#include <cmath>

#include <benchmark/benchmark.h>

#include "sim/evidence/monte_carlo.h"

using namespace incursion;

namespace {

/// North of 36 degrees, its southern side in a thousand edges that zigzag by some 100 m.
Airspaces zigzag()
{
    Airspace a;
    a.key = a.owner = "N";
    Ring ring;
    for (int i = 0; i <= 1000; ++i)
        ring.points.push_back({36 + i * 1e-3, i % 2 == 0 ? 36 : 36.001});
    ring.points.push_back({37, 37});
    ring.points.push_back({36, 37});
    a.rings.push_back(ring);
    return {{a}, EdgeReading::straight};
}

/// 240 m/s along the border, or square to it.
Track flight(bool along)
{
    std::vector<Fix> fixes;
    for (int i = 0; i < 3000; ++i) {
        const double flown_deg = (i - 1500) * 24.0 / 111000;
        const LonLat place = along ? LonLat{36.5 + flown_deg, 35.9995} : LonLat{36.5005, 36 + flown_deg};
        fixes.push_back({Time{} + std::chrono::milliseconds{100 * i}, place, {}, {}});
    }
    return *Track::make("bench", AltitudeDatum::msl, std::move(fixes));
}

/// `along`: along the border; `white`: with noise of each fix by itself too.
void ten_thousand_replicas(benchmark::State& state, bool along, bool white)
{
    const Airspaces airspaces = zigzag();
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    const AnalysisGround ground{airspaces, index, distances, {LegReading::geodesic, {}}, ClosestTo::each_key};
    const Track track = flight(along);
    TrackAccuracy accuracy;
    accuracy.white_m = white ? 30 : 0;
    accuracy.drift_m = 60;
    accuracy.bias_m = 40;
    double inside = 0;
    for (auto _ : state)
        inside = assess(track, "N", accuracy, 50, 10'000, {}, ground, 1).inside.value;
    state.counters["inside"] = inside;
}

}  // namespace

BENCHMARK_CAPTURE(ten_thousand_replicas, crossing, false, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(ten_thousand_replicas, along, true, true)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(ten_thousand_replicas, along_without_noise, true, false)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_MAIN();
