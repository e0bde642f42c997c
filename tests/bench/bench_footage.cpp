// Encoding a frame of 1280x720: a dark scope with grain, rings and a turning beam whose afterglow fades, a turn in 5 s
// at 30 frames per second. Wall time as a recording without drawing would take it, and CPU time of all its threads.
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <numbers>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "render/footage/footage_writer.h"

using namespace incursion;

namespace {

constexpr int width_px = 1280, height_px = 720, frames_in_turn = 150, frames_kept = 30;

std::vector<std::uint8_t> scope_frame(int frame)
{
    std::vector<std::uint8_t> rgba;
    rgba.reserve(4UL * width_px * height_px);
    std::uint32_t grain = 1;
    for (int y = 0; y < height_px; ++y)
        for (int x = 0; x < width_px; ++x) {
            grain = grain * 1664525U + 1013904223U;
            const double east = x - width_px / 2.0, north = height_px / 2.0 - y, away = std::hypot(east, north);
            const double turns = std::atan2(east, north) / (2.0 * std::numbers::pi);
            const double behind = static_cast<double>(frame) / frames_in_turn - turns;
            const double glow = away < 340.0 ? 70.0 * std::exp(-3.0 * (behind - std::floor(behind))) : 0.0;
            const double ring = std::fmod(away, 85.0) < 1.5 && away < 341.0 ? 60.0 : 0.0;
            const double light = glow * (0.6 + 0.4 * static_cast<double>(grain >> 24U) / 255.0) + ring;
            rgba.insert(rgba.end(),
                        {static_cast<std::uint8_t>(6.0 + 0.2 * light), static_cast<std::uint8_t>(12.0 + light),
                         static_cast<std::uint8_t>(10.0 + 0.5 * light), 255});
        }
    return rgba;
}

const std::vector<std::vector<std::uint8_t>>& scope_frames()
{
    static const std::vector<std::vector<std::uint8_t>> frames = [] {
        std::vector<std::vector<std::uint8_t>> made;
        for (int frame = 0; frame < frames_kept; ++frame)
            made.push_back(scope_frame(frame));
        return made;
    }();
    return frames;
}

void encode_720p(benchmark::State& state, FootageFormat format)
{
    const auto& frames = scope_frames();
    FootageOptions options;
    options.width_px = width_px;
    options.height_px = height_px;
    options.format = format;
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "incursion-bench-footage";
    constexpr int frame_count = 90;
    for (auto _ : state) {
        auto writer = FootageWriter::open(path.string(), options);
        if (!writer)
            return state.SkipWithError(writer.problem().c_str());
        for (std::size_t frame = 0; frame < frame_count; ++frame)
            (*writer)->add_frame(frames[frame % frames.size()], true);
        if (const auto problem = (*writer)->finish())
            return state.SkipWithError(problem->message.c_str());
    }
    state.counters["frame"] =
        benchmark::Counter(frame_count, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
    state.counters["bytes"] = static_cast<double>(std::filesystem::file_size(path));
    std::filesystem::remove(path);
}

BENCHMARK_CAPTURE(encode_720p, mp4, FootageFormat::mp4)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(encode_720p, webm, FootageFormat::webm)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(encode_720p, gif, FootageFormat::gif)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
