// What the scope asks of 500 aircraft in a frame, against the borders of the world; no aircraft has a state, so every
// border is foreign. Make the data first: tools/fetch-borders --world.
#include <algorithm>

#include <benchmark/benchmark.h>

#include "sim/analysis/track_outlook.h"
#include "tests/bench/world.h"

using namespace incursion;
using namespace incursion::bench;

namespace {

struct Traffic {
    BorderDistances distances{world_index(EdgeReading::straight).edges()};
    AnalysisGround ground{world(EdgeReading::straight), world_index(EdgeReading::straight), distances, {}};
    std::vector<Track> tracks = flights(10, 3'000'000);  // more than 500 of them
    std::vector<TrackOutlook> outlooks;
    Traffic()
    {
        tracks.resize(std::min(tracks.size(), std::size_t{500}));
        for (const Track& t : tracks)
            outlooks.emplace_back(t, Belonging{}, ground);
        for (std::uint32_t i = 0; i < ground.airspaces.list.size(); ++i)
            distances.of({{i}});  // as after an analysis
    }
};

const Traffic& traffic()
{
    static const Traffic made;
    return made;
}

/// One call for an aircraft after the other, each at another instant of its track.
template <class Ask>
void ask_each(benchmark::State& state, const Ask& ask)
{
    if (world(EdgeReading::straight).list.empty()) {
        state.SkipWithError(no_world);
        return;
    }
    const Traffic& t = traffic();
    RandomStream random{2017, "instants"};
    std::size_t i = 0;
    for (auto _ : state) {
        const TrackOutlook& outlook = t.outlooks[i++ % t.outlooks.size()];
        const TimeSpan span = outlook.track().span();
        benchmark::DoNotOptimize(ask(outlook, span.from + seconds(to_seconds(span.length()) * random.uniform())));
    }
}

void motion_at(benchmark::State& state)
{
    ask_each(state, [](const TrackOutlook& o, Time t) { return o.motion_at(t); });
}
void border_at(benchmark::State& state)
{
    ask_each(state, [](const TrackOutlook& o, Time t) { return o.border_at(t); });
}
void time_to_border(benchmark::State& state)
{
    ask_each(state, [](const TrackOutlook& o, Time t) { return o.time_to_border_s(t); });
}

/// Loading: every track analysed against every border, one closest approach each.
void analyse_500_tracks(benchmark::State& state)
{
    if (world(EdgeReading::straight).list.empty()) {
        state.SkipWithError(no_world);
        return;
    }
    const Traffic& t = traffic();
    std::size_t visits = 0;
    for (auto _ : state) {
        const BorderDistances distances{t.ground.index.edges()};
        const AnalysisGround ground{t.ground.airspaces, t.ground.index, distances, {}, ClosestTo::nearest};
        visits = 0;
        for (const Track& track : t.tracks)
            visits += analyse_track(track, {}, ground).visits.size();
    }
    state.counters["tracks"] = static_cast<double>(t.tracks.size());
    state.counters["visits"] = static_cast<double>(visits);
}

}  // namespace

BENCHMARK(analyse_500_tracks)->Unit(benchmark::kMillisecond);
BENCHMARK(motion_at)->Unit(benchmark::kMicrosecond);
BENCHMARK(border_at)->Unit(benchmark::kMicrosecond);
BENCHMARK(time_to_border)->Unit(benchmark::kMicrosecond);
BENCHMARK_MAIN();
