// The round scope with 500 tracks over eight hours and the borders of the world. Make the data first:
// tools/fetch-borders --world. Tracks are great circles through a square of 12 degrees, a fix every 10 s, seeded.
#include <chrono>
#include <memory>

#include <benchmark/benchmark.h>

#include "render/view/build_scene.h"
#include "render/view/look.h"
#include "tests/bench/world.h"

using namespace incursion;

namespace {

constexpr int track_count = 500;
constexpr double span_s = 8 * 3600;

Aircraft flight(RandomStream& random, int number)
{
    const LonLat via{random.uniform(30, 42), random.uniform(31, 43)};
    const GeodesicLine line{via, Angle::degrees(random.uniform(0, 360)), 240 * span_s};
    // Each is in the middle of the region at an instant of its own.
    const double middle_s = random.uniform(0, span_s);
    const GeodesicLine before{via, Angle::degrees(random.uniform(0, 360)), 240 * span_s};
    std::vector<Fix> fixes;
    for (double s = 0; s <= span_s; s += 10) {
        LonLat place = s < middle_s ? before.at(240 * (middle_s - s)) : line.at(240 * (s - middle_s));
        place.lon_deg = wrapped_lon(place.lon_deg);
        fixes.push_back({Time{} + seconds(s), place, random.uniform(9000, 9100), {}});
    }
    Aircraft aircraft;
    aircraft.id = "T" + std::to_string(number);
    aircraft.state = number % 2 == 0 ? "TUR" : "SYR";
    aircraft.motion = *Track::make(aircraft.id, AltitudeDatum::msl, std::move(fixes));
    return aircraft;
}

std::unique_ptr<Replay> make_replay()
{
    Airspaces world = bench::read_world(EdgeReading::straight);
    if (world.list.empty())
        return nullptr;
    RandomStream random{2015, "scope"};
    Scenario scenario;
    scenario.span = {Time{}, Time{} + seconds(span_s)};
    scenario.scope = ScopeView{LonLat{36, 37}, 400'000.0};
    for (int i = 0; i < track_count; ++i)
        scenario.aircraft.push_back(flight(random, i));
    Diagnostics diagnostics;
    return Replay::make_from_tracks(std::move(scenario), std::move(world), diagnostics);
}

const Replay* replay(benchmark::State& state)
{
    static const std::unique_ptr<Replay> made = make_replay();
    if (!made)
        state.SkipWithError(bench::no_world);
    return made.get();
}

TextSizes text_sizes()
{
    TextSizes sizes;
    for (std::size_t i = 0; i < sizes.fonts.size(); ++i) {
        const float size_px = look_of(PaletteId::phosphor).font_px[i];
        sizes.fonts[i] = {size_px * 0.6F, size_px * 1.2F};
    }
    return sizes;
}

const FrameSize frame{1280, 720, 1};

ViewState view_of(const Replay& shown, double range_m)
{
    ViewState view = first_view(shown);
    view.range_m = range_m;
    return view;
}

/// Frame after frame, 30 in a second of incident.
void play(benchmark::State& state)
{
    const Replay* shown = replay(state);
    if (!shown)
        return;
    SweepMemory memory{*shown};
    ViewState view = view_of(*shown, static_cast<double>(state.range(0)) * 1e3);
    view.time = shown->span().from + std::chrono::hours{3};
    Scene scene = build_scene(*shown, view, frame, text_sizes(), memory);
    for (auto _ : state) {
        view.time += std::chrono::nanoseconds{33'333'333};
        scene = build_scene(*shown, view, frame, text_sizes(), memory);
    }
    state.counters["labels"] = static_cast<double>(scene.labels.size());
    state.counters["strokes"] = static_cast<double>(scene.strokes.size());
}

/// The first scene at instants far from each other: all turns whose light is seen are worked out anew.
void seek(benchmark::State& state)
{
    const Replay* shown = replay(state);
    if (!shown)
        return;
    SweepMemory memory{*shown};
    ViewState view = view_of(*shown, static_cast<double>(state.range(0)) * 1e3);
    RandomStream random{7, "seek"};
    for (auto _ : state) {
        view.time = shown->span().from + seconds(random.uniform(100, span_s - 100));
        benchmark::DoNotOptimize(build_scene(*shown, view, frame, text_sizes(), memory));
    }
}

void one_turn(benchmark::State& state)
{
    const Replay* shown = replay(state);
    if (!shown)
        return;
    std::int64_t turn = 100;
    std::size_t paints = 0;
    for (auto _ : state)
        paints = paints_of_turn(*shown, turn += 37).size();
    state.counters["paints"] = static_cast<double>(paints);
}

void map(benchmark::State& state)
{
    const Replay* shown = replay(state);
    if (!shown)
        return;
    const ViewState view = view_of(*shown, static_cast<double>(state.range(0)) * 1e3);
    MapScene made;
    for (auto _ : state)
        made = build_map(*shown, view, frame, text_sizes());
    std::size_t points = 0;
    for (const Stroke& stroke : made.strokes)
        points += stroke.points.size();
    state.counters["points"] = static_cast<double>(points);
}

}  // namespace

BENCHMARK(one_turn)->Unit(benchmark::kMillisecond);
BENCHMARK(play)->Arg(100)->Arg(400)->Arg(1500)->Unit(benchmark::kMillisecond);
BENCHMARK(seek)->Arg(100)->Arg(400)->Arg(1500)->Unit(benchmark::kMillisecond);
BENCHMARK(map)->Arg(50)->Arg(400)->Arg(1500)->Arg(5000)->Unit(benchmark::kMillisecond);
