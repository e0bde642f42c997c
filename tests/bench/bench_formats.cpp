// How fast readers of track files are: fixes a second of one core, the text in memory.
//   build/release/tests/bench/bench_formats --benchmark_counters_tabular=true
#include <benchmark/benchmark.h>

#include <string>

#include <fmt/format.h>

#include "sim/io/geojson_format.h"
#include "sim/io/gpx_format.h"
#include "sim/io/kml_format.h"
#include "sim/io/readsb_format.h"
#include "tests/sim/io/memory_bytes.h"

namespace {

using namespace incursion;

constexpr int fix_count = 20'000;
constexpr std::int64_t start_s = 1'448'323'200;

/// A piece is counted and forgotten.
class CountingSink : public TrackSink {
public:
    bool take(TrackPiece piece) override
    {
        fixes += static_cast<std::int64_t>(piece.fixes.size());
        return true;
    }
    std::int64_t fixes = 0;
};

std::string time_text(int i)
{
    return format_time(Time{std::chrono::seconds{start_s + i}}).substr(0, 19) + "Z";
}

double lon_deg(int i)
{
    return -170 + i * 0.0015;
}

double lat_deg(int i)
{
    return 30 + (i % 10'000) * 0.001;
}

std::string gpx_text()
{
    std::string text = "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\"><trk><name>A</name><trkseg>\n";
    for (int i = 0; i < fix_count; ++i)
        text += fmt::format("<trkpt lat=\"{:.6f}\" lon=\"{:.6f}\"><ele>10668.0</ele><time>{}</time></trkpt>\n",
                            lat_deg(i), lon_deg(i), time_text(i));
    return text + "</trkseg></trk></gpx>\n";
}

std::string kml_text()
{
    std::string text = "<kml><Placemark><name>A</name><gx:Track><altitudeMode>absolute</altitudeMode>\n";
    for (int i = 0; i < fix_count; ++i)
        text += fmt::format("<when>{}</when>\n", time_text(i));
    for (int i = 0; i < fix_count; ++i)
        text += fmt::format("<gx:coord>{:.6f} {:.6f} 10668</gx:coord>\n", lon_deg(i), lat_deg(i));
    return text + "</gx:Track></Placemark></kml>\n";
}

std::string geojson_points_text()
{
    std::string text = "{\"type\":\"FeatureCollection\",\"features\":[\n";
    for (int i = 0; i < fix_count; ++i)
        text +=
            fmt::format("{}{{\"type\":\"Feature\",\"properties\":{{\"icao24\":\"abc123\",\"time\":{}}},\"geometry\":"
                        "{{\"type\":\"Point\",\"coordinates\":[{:.6f},{:.6f},10668]}}}}\n",
                        i > 0 ? "," : "", start_s + i, lon_deg(i), lat_deg(i));
    return text + "]}\n";
}

std::string geojson_line_text()
{
    std::string times;
    std::string places;
    for (int i = 0; i < fix_count; ++i) {
        times += fmt::format("{}\"{}\"", i > 0 ? "," : "", time_text(i));
        places += fmt::format("{}[{:.6f},{:.6f},10668]", i > 0 ? "," : "", lon_deg(i), lat_deg(i));
    }
    return fmt::format("{{\"type\":\"Feature\",\"properties\":{{\"name\":\"A\",\"coordTimes\":[{}]}},\"geometry\":{{"
                       "\"type\":\"LineString\",\"coordinates\":[{}]}}}}",
                       times, places);
}

std::string readsb_text()
{
    std::string text = "{\"icao\":\"abc123\",\"timestamp\":1448323200.125,\"trace\":[\n";
    for (int i = 0; i < fix_count; ++i)
        text += fmt::format("{}[{}.50,{:.6f},{:.6f},35000,420.1,91.2,0,64,null,\"adsb_icao\",35525,64,280,0.1]\n",
                            i > 0 ? "," : "", i, lat_deg(i), lon_deg(i));
    return text + "]}\n";
}

using ReadFormat = void (*)(InputBytes&, const TrackReadOptions&, TrackSink&, Diagnostics&);

void read_text(benchmark::State& state, ReadFormat read, std::string (*make)())
{
    const std::string text = make();
    for (auto _ : state) {
        test::MemoryBytes input{"bench", text};
        CountingSink sink;
        Diagnostics diagnostics;
        read(input, {}, sink, diagnostics);
        if (sink.fixes != fix_count)
            state.SkipWithError("not all fixes were read");
    }
    state.SetItemsProcessed(state.iterations() * fix_count);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(read_text, gpx, read_gpx, gpx_text)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_text, kml, read_kml, kml_text)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_text, geojson_points, read_geojson, geojson_points_text)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_text, geojson_line, read_geojson, geojson_line_text)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_text, readsb, read_readsb, readsb_text)->Unit(benchmark::kMillisecond);

}  // namespace
