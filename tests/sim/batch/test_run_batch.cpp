#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "sim/analysis/track_report.h"
#include "sim/base/random.h"
#include "sim/batch/findings_stream.h"
#include "sim/batch/run_batch.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/archive_support.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"

using namespace incursion;
using incursion::test::TemporaryFolder;

namespace {

/// A square with a smaller one overlapping it.
Airspaces squares()
{
    Airspaces airspaces;
    airspaces.list = {test::rectangle("AAA", 10, -0.5, 11, 0.5), test::rectangle("BBB", 10.7, -1, 11.5, 0.2)};
    return airspaces;
}

struct Row {
    std::string track;
    double lon, lat;
    std::int64_t time_s;
    bool bad;
};

/// Tracks that wander in and out of the squares, of very different lengths, with a bad row here and there, but not where
/// a track begins: that would change which track comes first.
std::vector<std::vector<Row>> wandering(RandomStream& random, int tracks, double longest)
{
    std::vector<std::vector<Row>> all;
    for (int i = 0; i < tracks; ++i) {
        std::vector<Row> rows;
        double lon = random.uniform(9.5, 12), lat = random.uniform(-1.2, 1);
        const double length = random.uniform(0, 1) < 0.2 ? longest : random.uniform(1, 60);
        for (std::int64_t t = 0; t < static_cast<std::int64_t>(length); ++t) {
            lon += random.uniform(-0.03, 0.03) - 0.01 * (lon - 10.6);
            lat += random.uniform(-0.03, 0.03) - 0.01 * lat;
            rows.push_back({fmt::format("t{}", i), lon, lat, 1448323200 + 30 * t, t > 0 && random.uniform(0, 1) < 0.01});
        }
        all.push_back(std::move(rows));
    }
    return all;
}

std::string text_of(const std::vector<Row>& rows)
{
    std::string text = "track,time,lon,lat\n";
    for (const Row& row : rows)
        text += fmt::format("{},{},{:.6f},{}\n", row.track, row.time_s, row.lon,
                            row.bad ? "?" : fmt::format("{:.6f}", row.lat));
    return text;
}

std::string grouped(const std::vector<std::vector<Row>>& tracks)
{
    std::vector<Row> rows;
    for (const auto& track : tracks)
        rows.insert(rows.end(), track.begin(), track.end());
    return text_of(rows);
}

/// The same rows in order of time, tracks in their order at one instant: the first rows stand in the order of tracks.
std::string interleaved(const std::vector<std::vector<Row>>& tracks)
{
    std::vector<Row> rows;
    for (const auto& track : tracks)
        rows.insert(rows.end(), track.begin(), track.end());
    std::stable_sort(rows.begin(), rows.end(), [](const Row& p, const Row& q) { return p.time_s < q.time_s; });
    return text_of(rows);
}

/// Track, airspace and instants of every visit, as text.
std::string line_of(const std::string& track, const std::string& airspace, const Visit& visit)
{
    return fmt::format("{} {} {} {} {:.9g} {:.9g}\n", track, airspace, format_time(visit.entry.time),
                       format_time(visit.exit.time), visit.path_m, visit.max_depth_m);
}

class Collected : public BatchSink {
public:
    explicit Collected(const Airspaces& airspaces) : airspaces_{airspaces} {}
    std::optional<Problem> take(const InputResult& result) override
    {
        outcomes.push_back(result.outcome);
        FindingsStream stream{[&](const TrackFindings& track) {
            for (const FoundVisit& found : track.visits)
                lines += line_of(track.track, airspaces_[found.airspace].key, found.visit);
            return std::optional<Problem>{};
        }};
        auto problem = result.rows.read([&](std::string_view block) { return stream.feed(block); });
        return problem ? problem : stream.finish();
    }

    std::string lines;
    std::vector<InputOutcome> outcomes;

private:
    const Airspaces& airspaces_;
};

struct Run {
    std::string lines;
    std::vector<InputOutcome> outcomes;
};

Run run(const TemporaryFolder& folder, const std::vector<std::string>& files, unsigned threads,
        DirtyFixes dirty = DirtyFixes::drop)
{
    const Airspaces airspaces = squares();
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    BatchJob job;
    for (const std::string& file : files)
        job.inputs.push_back({file, 0, 0});
    job.reading.dirty = dirty;
    job.threads = threads;
    job.scratch_folder = folder.path().string();
    BatchControl control;
    Collected collected{airspaces};
    const BatchEnd end = run_batch(job, {airspaces, index, distances}, 0, control, collected);
    CHECK_FALSE(end.stopped);
    CHECK_FALSE(end.problem);
    return {collected.lines, collected.outcomes};
}

/// The same by way of read_tracks and analyse_track, one track after the other.
std::string by_one_by_one(const std::string& file)
{
    const Airspaces airspaces = squares();
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    Diagnostics diagnostics;
    std::string lines;
    for (const Track& track : read_tracks(file, {}, diagnostics)) {
        const TrackReport report = analyse_track(track, {}, {airspaces, index, distances, {}, ClosestTo::nearest});
        for (const Visit& visit : report.visits)
            lines += line_of(track.id(), visit.airspace, visit);
    }
    return lines;
}

}  // namespace

TEST_CASE("a batch finds what analysing one track after the other finds, grouped or interleaved, on any threads")
{
    const std::uint64_t seed = GENERATE(std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{3});
    CAPTURE(seed);
    RandomStream random{seed, "batch"};
    const TemporaryFolder folder;
    // The longest tracks reach over several blocks of a megabyte.
    const auto tracks = wandering(random, seed == 3 ? 12 : 150, seed == 3 ? 60'000 : 400);
    const std::string by_track = folder.write("tracks.csv", grouped(tracks));
    const std::string by_time = folder.write("times.csv", interleaved(tracks));
    const std::string expected = by_one_by_one(by_track);
    CHECK(std::count(expected.begin(), expected.end(), '\n') > 50);
    for (const unsigned threads : {1U, 2U, 7U}) {
        CAPTURE(threads);
        const Run both = run(folder, {by_track, by_time}, threads);
        REQUIRE(both.outcomes.size() == 2);
        CHECK(both.lines == expected + expected);
        CHECK(both.outcomes[0].dropped == both.outcomes[1].dropped);
        CHECK(both.outcomes[0].fixes == both.outcomes[1].fixes);
    }
}

TEST_CASE("rows come in the order of inputs, whatever their size")
{
    RandomStream random{5, "order"};
    const TemporaryFolder folder;
    std::vector<std::string> files;
    std::string expected;
    for (int i = 0; i < 12; ++i) {
        files.push_back(folder.write(fmt::format("f{}.csv", i), grouped(wandering(random, i % 3 == 0 ? 60 : 2, 2000))));
        expected += by_one_by_one(files.back());
    }
    CHECK(run(folder, files, 4).lines == expected);
}

TEST_CASE("dropped rows are told with their lines, also far behind the first block")
{
    const TemporaryFolder folder;
    std::string text = "track,time,lon,lat\n";
    for (int i = 0; i < 100'000; ++i)
        text += fmt::format("t{},{},10.{:03},{}\n", i / 1000, 1448323200 + i, i % 1000, i == 77'776 ? "north" : "0.1");
    const Run one = run(folder, {folder.write("long.csv", text)}, 3);
    REQUIRE(one.outcomes[0].diagnostics.size() == 1);
    CHECK(one.outcomes[0].diagnostics[0].line == 77'778);  // the header is line 1, and i counts from 0
    CHECK(one.outcomes[0].fixes == 99'999);
}

TEST_CASE("a refused input gives no rows and is told, the next ones are done")
{
    RandomStream random{6, "refuse"};
    const TemporaryFolder folder;
    const std::string good = folder.write("good.csv", "time,lon,lat\n1448323200,9.9,0\n1448323260,10.1,0\n");
    const std::string bad = folder.write("bad.csv", "time,lon,lat\n1448323200,9.9,0\n1448323230,9.9,95\n1448323260,10.1,0\n");
    const Run strict = run(folder, {bad, good, folder / "missing.csv"}, 2, DirtyFixes::refuse);
    CHECK(std::count(strict.lines.begin(), strict.lines.end(), '\n') == 1);
    REQUIRE(strict.outcomes.size() == 3);
    CHECK(strict.outcomes[0].failed);
    CHECK(strict.outcomes[0].fixes == 0);
    CHECK_FALSE(strict.outcomes[1].failed);
    CHECK(strict.outcomes[2].failed);
    const Run lenient = run(folder, {bad, good}, 2);
    CHECK(std::count(lenient.lines.begin(), lenient.lines.end(), '\n') == 2);
}

TEST_CASE("a broken file within an archive costs itself, not the others")
{
    const TemporaryFolder folder;
    const std::string good = "time,lon,lat\n1448323200,9.9,0\n1448323260,10.1,0\n";
    REQUIRE(test::pack(folder / "day.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                       {{"a.csv", good}, {"b.csv", "time,lon\n1448323200,9.9\n"}, {"c.gpx", "<gpx><trk>"}, {"d.csv", good}}));
    const Run archive = run(folder, {folder / "day.zip"}, 2);
    REQUIRE(archive.outcomes.size() == 1);
    CHECK(archive.outcomes[0].failed);
    CHECK(archive.outcomes[0].tracks == 2);
    CHECK(archive.lines.starts_with("a AAA "));
    CHECK(archive.lines.find("\nd AAA ") != std::string::npos);
    std::string files;
    for (const Diagnostic& diagnostic : archive.outcomes[0].diagnostics)
        if (diagnostic.severity == Severity::error)
            files += diagnostic.file.substr(diagnostic.file.rfind('/') + 1) + " ";
    CHECK(files == "b.csv c.gpx ");
}

TEST_CASE("a stop that is asked for before the start leaves everything to be done")
{
    const TemporaryFolder folder;
    const Airspaces airspaces = squares();
    const BorderIndex index{airspaces};
    const BorderDistances distances{index.edges()};
    BatchJob job;
    job.inputs = {{folder.write("a.csv", "time,lon,lat\n1448323200,9.9,0\n1448323260,10.1,0\n"), 0, 0}};
    job.scratch_folder = folder.path().string();
    BatchControl control;
    control.stop = true;
    Collected collected{airspaces};
    const BatchEnd end = run_batch(job, {airspaces, index, distances}, 0, control, collected);
    CHECK(end.stopped);
    CHECK(collected.outcomes.empty());
}
