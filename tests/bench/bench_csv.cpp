// Rows of CSV into fixes, and the cleaning of tracks, on one core. The text lies in memory and is read in blocks of 4
// MiB.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "sim/base/random.h"
#include "sim/io/clean_track.h"
#include "sim/io/csv_tracks.h"

using namespace incursion;

namespace {

constexpr std::size_t rows = 1'000'000;
constexpr std::size_t rows_of_a_track = 2'500;
constexpr std::size_t block_bytes = std::size_t{1} << 20U;

/// Flights at some 240 m/s with a fix every 10 s, one behind the other: the values of `fmt::format(row, track, time,
/// lat, lon, altitude)`.
template <class WriteRow>
std::string flights(std::string_view header, WriteRow write_row)
{
    RandomStream random{2015, "csv"};
    std::string text{header};
    double lat = 0, lon = 0, north = 0, east = 0, altitude_m = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        if (i % rows_of_a_track == 0) {
            lat = random.uniform(-50, 50);
            lon = random.uniform(-120, 120);
            north = random.uniform(-0.01, 0.01);
            east = random.uniform(-0.02, 0.02);
            altitude_m = random.uniform(300, 12'000);
        }
        lat += north;
        lon += east;
        const std::size_t second = 1'448'323'200 + (i % rows_of_a_track) * 10;
        write_row(text, i / rows_of_a_track, second, lat, lon, altitude_m);
    }
    return text;
}

std::string epoch_times()
{
    return flights(
        "track,time,lat,lon,alt_m\n", [](std::string& text, auto track, auto s, double lat, double lon, double m) {
            fmt::format_to(std::back_inserter(text), "t{:05},{},{:.6f},{:.6f},{:.0f}\n", track, s, lat, lon, m);
        });
}

std::string decimal_times()
{
    return flights(
        "track,time,lat,lon,alt_m\n", [](std::string& text, auto track, auto s, double lat, double lon, double m) {
            fmt::format_to(std::back_inserter(text), "t{:05},{}.250,{:.6f},{:.6f},{:.0f}\n", track, s, lat, lon, m);
        });
}

std::string text_times()
{
    return flights("track,time,lat,lon,alt_m\n",
                   [](std::string& text, auto track, auto s, double lat, double lon, double m) {
                       fmt::format_to(std::back_inserter(text), "t{:05},{},{:.6f},{:.6f},{:.0f}\n", track,
                                      format_time(Time{std::chrono::seconds{s}}), lat, lon, m);
                   });
}

std::string quoted()
{
    return flights(
        "track,time,lat,lon,alt_m\n", [](std::string& text, auto track, auto s, double lat, double lon, double m) {
            fmt::format_to(std::back_inserter(text), "\"t{:05}\",{},{:.6f},{:.6f},{:.0f}\n", track, s, lat, lon, m);
        });
}

/// As the columns of OpenSky's state vectors.
std::string wide()
{
    return flights("time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,"
                   "geoaltitude,lastposupdate,lastcontact\n",
                   [](std::string& text, auto track, auto s, double lat, double lon, double m) {
                       fmt::format_to(
                           std::back_inserter(text),
                           "{},a{:05x},{},{},241.16,83.2,0.0,UAL{:04}  ,False,False,False,1412,{:.2f},{:.2f},{}."
                           "287,{}.912\n",
                           s, track, lat, lon, track, m, m + 91.44, s, s);
                   });
}

/// Time after time, every row of another track.
std::string interleaved()
{
    std::string text = "track,time,lat,lon,alt_m\n";
    for (std::size_t i = 0; i < rows; ++i)
        fmt::format_to(std::back_inserter(text), "t{:05},{},{:.6f},{:.6f},{:.0f}\n", i % 4'000,
                       1'448'323'200 + i / 4'000 * 10, 35 + 1e-3 * static_cast<double>(i / 4'000),
                       36 + 1e-3 * static_cast<double>(i % 4'000), 10'668.0);
    return text;
}

void read_rows(benchmark::State& state, std::string (*make)())
{
    const std::string text = make();
    Diagnostics diagnostics;
    const auto csv = CsvTracks::make(text, {}, "bench", diagnostics);
    std::vector<TrackPiece> pieces;
    std::size_t fixes = 0;
    for (auto _ : state) {
        fixes = 0;
        RowProblems problems;
        std::int64_t line = csv->first_line();
        std::string_view rest = std::string_view{text}.substr(csv->rows_begin());
        while (!rest.empty()) {
            const std::string_view block = rest.substr(0, block_bytes);
            const std::string_view whole = block.substr(0, csv->whole_rows(block, block.size() == rest.size()));
            const std::size_t count = csv->read(whole, line, pieces, problems);
            for (std::size_t i = 0; i < count; ++i)
                fixes += pieces[i].fixes.size();
            rest.remove_prefix(whole.size());
        }
        benchmark::DoNotOptimize(pieces.data());
    }
    if (fixes != rows)
        state.SkipWithError("not every row gave its fix");
    state.counters["rows/s"] =
        benchmark::Counter(static_cast<double>(rows), benchmark::Counter::kIsIterationInvariantRate);
    state.counters["B/s"] =
        benchmark::Counter(static_cast<double>(text.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void clean(benchmark::State& state, std::optional<double> max_speed_mps, bool dirty)
{
    const std::string text = epoch_times();
    Diagnostics diagnostics;
    const auto csv = CsvTracks::make(text, {}, "bench", diagnostics);
    std::vector<TrackPiece> pieces;
    RowProblems problems;
    std::int64_t line = csv->first_line();
    csv->read(std::string_view{text}.substr(csv->rows_begin()), line, pieces, problems);
    if (dirty)
        for (TrackPiece& piece : pieces)
            for (std::size_t i = 50; i < piece.fixes.size(); i += 100)
                piece.fixes[i].place.lat_deg += 3;
    TrackReadOptions options;
    options.max_speed_mps = max_speed_mps;
    std::vector<TrackPiece> tracks;
    for (auto _ : state) {
        if (dirty || tracks.empty()) {
            state.PauseTiming();
            tracks = pieces;
            state.ResumeTiming();
        }
        for (TrackPiece& track : tracks)
            clean_track(track, options, problems);
        benchmark::DoNotOptimize(tracks.data());
    }
    state.counters["fixes/s"] =
        benchmark::Counter(static_cast<double>(rows), benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK_CAPTURE(read_rows, epoch_times, epoch_times)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_rows, decimal_times, decimal_times)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_rows, text_times, text_times)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_rows, quoted, quoted)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_rows, wide, wide)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_rows, interleaved, interleaved)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(clean, times_only, std::nullopt, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(clean, times_and_speeds, 350, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(clean, one_outlier_in_a_hundred, 350, true)->Unit(benchmark::kMillisecond);

}  // namespace
