// Whole frames of a shipped scenario, without a display: scene, panels, drawing, and reading the pixels.
// Mesa's software renderer is asked for, so that figures can be compared:
//   build/release/tests/bench/bench_picture --benchmark_min_time=2

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include <benchmark/benchmark.h>

#include "render/picture/presenter.h"
#include "render/window/offscreen.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_scenario.h"

namespace {

using namespace incursion;

const Replay* replay_of_scenario()
{
    static const std::unique_ptr<Replay> replay = []() -> std::unique_ptr<Replay> {
        Diagnostics diagnostics;
        const std::string path = std::string{INCURSION_SOURCE_DIR "/scenarios/hatay-2015/scenario.toml"};
        std::optional<Scenario> scenario = read_scenario(path, diagnostics);
        if (!scenario)
            return nullptr;
        std::optional<Airspaces> airspaces = read_airspaces(scenario->airspace, diagnostics);
        return airspaces ? Replay::make(std::move(*scenario), std::move(*airspaces), diagnostics) : nullptr;
    }();
    return replay.get();
}

/// Plays at 30 frames a second from a minute before the first visit on, or jumps to and fro.
void draw_frames(benchmark::State& state, bool jumps)
{
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("GALLIUM_DRIVER", "llvmpipe", 1);
    const auto context = OffscreenContext::make();
    const Replay* replay = replay_of_scenario();
    const int width_px = static_cast<int>(state.range(0)), height_px = static_cast<int>(state.range(1));
    const FrameSize frame{width_px, height_px, natural_scale(LayoutId::full, width_px, height_px)};
    if (!context || replay == nullptr) {
        state.SkipWithError("no context to draw in, or no scenario");
        return;
    }
    auto presenter = Presenter::make(*replay, frame);
    if (!presenter) {
        state.SkipWithError(presenter.problem().c_str());
        return;
    }
    ViewState view = first_view(*replay);
    std::int64_t number = 0;
    for ([[maybe_unused]] auto _ : state) {
        const std::int64_t at_ms = jumps ? (number * 61'000) % 400'000 : 240'000 + number * 1000 / 30 % 150'000;
        view.time = replay->span().from + std::chrono::milliseconds{at_ms};
        (*presenter)->present(view, frame, 1.0 / 30);
        benchmark::DoNotOptimize((*presenter)->picture().read());
        ++number;
    }
}

void play(benchmark::State& state)
{
    draw_frames(state, false);
}
void seek(benchmark::State& state)
{
    draw_frames(state, true);
}

// Real time, since the renderer draws with threads of its own.
BENCHMARK(play)
    ->Args({1280, 720})
    ->Args({1920, 1080})
    ->Args({3840, 2160})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(seek)->Args({1280, 720})->Args({1920, 1080})->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
