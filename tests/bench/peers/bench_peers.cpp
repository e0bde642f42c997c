// The same question of the engine, of GEOS and of S2: for every track and airspace, when it went in and came out.
//   build/release/tests/bench/peers/bench_peers
// One table: how long each takes to load, index and answer, all on one core but where it says two, and how many times
// as fast the engine is. `straight` figures compare with GEOS, `geodesic` ones with S2.
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tests/bench/peers/geos_peer.h"
#include "tests/bench/peers/own_visits.h"
#include "tests/bench/peers/s2_peer.h"
#include "tests/bench/sets.h"
#include "tests/bench/shared_border.h"
#include "tests/bench/world.h"

using namespace incursion;
using namespace incursion::bench;

namespace {

double seconds_of(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct Row {
    std::string who;
    int threads = 1;
    double query_s = 0;
    std::size_t visits = 0;
    double dwell_s = 0;
};

/// Asks for every track, on so many threads, each with every so-manyth track.
template <class Ask>
Row ask_all(const std::string& who, const std::vector<Track>& tracks, int threads, const Ask& ask)
{
    std::vector<Row> parts(static_cast<std::size_t>(threads));
    const auto work = [&](std::size_t part) {
        for (std::size_t i = part; i < tracks.size(); i += parts.size())
            for (const PeerVisit& visit : ask(tracks[i])) {
                ++parts[part].visits;
                parts[part].dwell_s += visit.exit_s - visit.entry_s;
            }
    };
    Row row{who, threads, 0, 0, 0};
    row.query_s = seconds_of([&] {
        std::vector<std::thread> others;
        for (std::size_t part = 1; part < parts.size(); ++part)
            others.emplace_back(work, part);
        work(0);
        for (std::thread& other : others)
            other.join();
    });
    for (const Row& part : parts) {
        row.visits += part.visits;
        row.dwell_s += part.dwell_s;
    }
    return row;
}

/// The borders in one reading of their sides, and the engine's index of them.
struct Ground {
    Airspaces airspaces;
    std::unique_ptr<BorderIndex> index;
    LegReading legs = LegReading::straight;
};

struct Peers {
    Ground straight, geodesic;
    std::unique_ptr<GeosPeer> geos;
    std::unique_ptr<S2Peer> s2;
};

/// The fastest of some runs.
Row fastest_of(int repeats, const std::function<Row()>& run)
{
    Row best = run();
    for (int i = 1; i < repeats; ++i)
        if (const Row row = run(); row.query_s < best.query_s)
            best = row;
    return best;
}

Row ask_engine(const std::string& who, const std::vector<Track>& tracks, const Ground& ground, int threads)
{
    return ask_all(who, tracks, threads,
                   [&](const Track& track) { return own_visits(track, ground.airspaces, *ground.index, ground.legs); });
}

std::vector<Row> ask_everybody(const std::vector<Track>& tracks, const Peers& peers, int repeats)
{
    const auto engine = [&](const std::string& who, const Ground& ground, int threads) {
        return fastest_of(repeats, [&] { return ask_engine(who, tracks, ground, threads); });
    };
    std::vector<Row> rows;
    for (const int threads : {1, 2})
        rows.push_back(engine("incursion straight", peers.straight, threads));
    if (peers.geos)
        rows.push_back(ask_all("GEOS straight", tracks, 1, [&](const Track& t) { return peers.geos->visits_of(t); }));
    for (const int threads : {1, 2})
        rows.push_back(engine("incursion geodesic", peers.geodesic, threads));
    const auto s2 = [&](const Track& track) { return peers.s2->visits_of(track); };
    if (peers.s2)
        rows.push_back(fastest_of(repeats, [&] { return ask_all("S2 geodesic", tracks, 1, s2); }));
    return rows;
}

void print_rows(const std::string& set, std::size_t fixes, const std::vector<Row>& rows)
{
    double own_s = 0;  // of the same reading, on one core
    for (const Row& row : rows) {
        if (row.who.starts_with("incursion") && row.threads == 1)
            own_s = row.query_s;
        fmt::print("{:8} {:10} {:20} {:7} {:10.3f} {:14.0f} {:10.2f} {:10} {:16.1f}\n", set, fixes, row.who,
                   row.threads, row.query_s, static_cast<double>(fixes) / row.query_s, row.query_s / own_s, row.visits,
                   row.dwell_s);
    }
}

/// Loads and indexes the world once for each, and says how long that took. Nothing where it cannot be read.
std::optional<Peers> prepare(bool with_geos, bool with_s2)
{
    Peers peers;
    const auto tell = [](const std::string& phase, const std::function<void()>& work) {
        fmt::print("{:30} {:10.3f}\n", phase, seconds_of(work));
    };
    fmt::print("{:30} {:>10}\n", "phase", "seconds");
    tell("load", [&] { peers.straight.airspaces = read_world(EdgeReading::straight); });
    if (peers.straight.airspaces.list.empty())
        return std::nullopt;
    peers.geodesic.airspaces = peers.straight.airspaces;
    peers.geodesic.airspaces.edges = EdgeReading::geodesic;
    peers.geodesic.legs = LegReading::geodesic;
    for (Ground* ground : {&peers.straight, &peers.geodesic})
        tell(ground == &peers.straight ? "index, incursion straight" : "index, incursion geodesic",
             [&] { ground->index = std::make_unique<BorderIndex>(ground->airspaces); });
    if (with_geos) {
        tell("repair and index, GEOS", [&] { peers.geos = std::make_unique<GeosPeer>(peers.straight.airspaces); });
        fmt::print("{} of {} airspaces are no valid polygons and went through GEOSMakeValid\n", peers.geos->repaired(),
                   peers.straight.airspaces.list.size());
    }
    if (with_s2)
        tell("index, S2", [&] { peers.s2 = std::make_unique<S2Peer>(peers.straight.airspaces); });
    fmt::print("\n");
    return peers;
}

}  // namespace

int main(int argc, char** argv)
{
    std::size_t dense = 1'000'000, wander = usual_fixes(SetKind::wander), sparse = usual_fixes(SetKind::sparse);
    std::uint64_t seed = SetOptions{}.seed;
    bool no_geos = false, no_s2 = false;
    int repeats = 3;
    CLI::App app{"The engine beside GEOS and S2 on the reference sets.", "bench_peers"};
    app.add_option("--dense", dense, "fixes of the dense set, 0 for none")->capture_default_str();
    app.add_option("--wander", wander, "fixes of the wandering set, 0 for none")->capture_default_str();
    app.add_option("--sparse", sparse, "fixes of the sparse set, 0 for none")->capture_default_str();
    app.add_option("--seed", seed, "of the sets")->capture_default_str();
    app.add_option("--repeat", repeats, "how often the engine and S2 are asked, the fastest counts; GEOS is asked once")
        ->check(CLI::Range(1, 1'000))
        ->capture_default_str();
    app.add_flag("--no-geos", no_geos, "leave GEOS out: it takes minutes");
    app.add_flag("--no-s2", no_s2, "leave S2 out");
    CLI11_PARSE(app, argc, argv);
    const std::optional<Peers> peers = prepare(!no_geos, !no_s2);
    if (!peers) {
        fmt::print(stderr, "bench_peers: {}\n", no_world);
        return 1;
    }
    const std::vector<LonLat> border = shared_border(peers->straight.airspaces, "TUR", "SYR");
    fmt::print("{:8} {:>10} {:20} {:>7} {:>10} {:>14} {:>10} {:>10} {:>16}\n", "set", "fixes", "who", "threads",
               "query s", "fixes/s", "times ours", "visits", "seconds inside");
    const auto set = [&](const std::string& name, SetKind kind, std::size_t fixes) {
        if (fixes != 0)
            print_rows(name, fixes, ask_everybody(TrackSet{{kind, fixes, seed}, border}.tracks(), *peers, repeats));
    };
    set("dense", SetKind::dense, dense);
    set("wander", SetKind::wander, wander);
    set("sparse", SetKind::sparse, sparse);
    return 0;
}
