// What is written and read back has the same visits, in every format that is written and read.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iterator>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "sim/analysis/crossings.h"
#include "sim/base/random.h"
#include "sim/geo/geodesic.h"
#include "sim/io/read_tracks.h"
#include "sim/io/track_output.h"
#include "tests/sim/io/read_support.h"

namespace incursion {

using test::TemporaryFolder;
using test::told;

namespace {

/// What a format keeps of a fix, where it is less than nanoseconds, 1e-8 degrees and millimetres; and how it is read.
struct Fidelity {
    std::string_view format;
    TrackReadOptions reading{};
    double crossing_s = 0.001;  ///< how far the instant of a crossing may move
    Duration time_step{1};      ///< of instants
    double place_deg = 0.51e-8;
    double altitude_m = 0.51e-3;
    bool one_track = false;  ///< a file holds no more, and may call it otherwise
};

constexpr std::array never_read{std::string_view{"jsonl"}};

Fidelity fidelity_of(const TrackOutput& output)
{
    TrackReadOptions radar;
    radar.day = Time{std::chrono::seconds{1'448'323'200}};
    // Heights of a metre, or of 25 feet, and positions of 180 / 2^25 degrees move crossings of slow climbs by seconds.
    const std::array lesser{Fidelity{"igc", {}, 5, Duration{1}, 0.51e-8, 0.51, true},
                            Fidelity{"asterix", radar, 20, Duration{7'812'500}, 2.69e-6, 3.82, false}};
    const auto found =
        std::find_if(lesser.begin(), lesser.end(), [&](const Fidelity& each) { return each.format == output.name; });
    return found == lesser.end() ? Fidelity{output.name} : *found;
}

struct Region {
    const char* name;
    LonLat middle;
};
constexpr std::array regions{Region{"ordinary", {36.2, 35.9}}, Region{"east of 180", {-179.95, -45.25}},
                             Region{"west of 180", {179.9, 10.5}}, Region{"far north", {20, 86.5}},
                             Region{"near the pole", {-120, 89.4}}};

/// A flight of turns and climbs about the middle: legs from a metre to some kilometres, instants of odd nanoseconds, or
/// as odd as the step lets them be.
Track random_track(const std::string& id, LonLat from, Duration time_step, RandomStream& random)
{
    const Duration odd{static_cast<std::int64_t>(random.bits() % 1'000'000'000)};
    Time time{std::chrono::seconds{1'448'323'200} + odd / time_step * time_step};
    LonLat place{from.lon_deg + random.uniform(-0.2, 0.2), from.lat_deg + random.uniform(-0.2, 0.2)};
    double heading_deg = random.uniform(0, 360);
    double altitude_m = random.uniform(2500, 5500);
    std::vector<Fix> fixes;
    for (int i = 0; i < 60; ++i) {
        fixes.push_back({time, place, altitude_m, std::nullopt});
        const auto steps = std::max<std::int64_t>(1, seconds(std::pow(10.0, random.uniform(-2, 1.7))) / time_step);
        const double step_s = to_seconds(steps * time_step);
        heading_deg += random.uniform(-25, 25);
        place = direct(place, Angle::degrees(heading_deg), step_s * random.uniform(120, 300));
        place.lon_deg = wrapped_lon(place.lon_deg);  // round the pole it would run on
        altitude_m += step_s * random.uniform(-25, 25);
        time += steps * time_step;
    }
    return Track::make(id, AltitudeDatum::msl, std::move(fixes)).value();
}

/// Two boxes about the middle: a small one between heights, a large one without.
Airspaces boxes_about(LonLat middle)
{
    Airspaces airspaces;
    for (const double half_deg : {0.15, 0.4}) {
        const double south = middle.lat_deg - half_deg;
        const double north = std::min(middle.lat_deg + half_deg, 89.95);
        const double turned = std::min(half_deg / std::cos(middle.lat_deg * 3.14159265 / 180), 70.0);
        Airspace box;
        box.key = fmt::format("{}", half_deg);
        if (half_deg < 0.2) {
            box.floor = Msl{2000};
            box.ceiling = Msl{6000};
        }
        box.rings = {{{{middle.lon_deg - turned, south},
                       {middle.lon_deg + turned, south},
                       {middle.lon_deg + turned, north},
                       {middle.lon_deg - turned, north}}}};
        airspaces.list.push_back(std::move(box));
    }
    return airspaces;
}

std::vector<Crossing> crossings_of(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                   AirspaceId airspace)
{
    std::vector<Crossing> all = find_crossings(track, airspaces, index, {});
    std::erase_if(all, [&](const Crossing& crossing) { return crossing.airspace != airspace; });
    return all;
}

/// How many crossings were compared.
std::size_t check_same_visits(const Track& had, const Track& got, const Airspaces& airspaces, const Fidelity& fidelity)
{
    const BorderIndex index{airspaces};
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < airspaces.list.size(); ++i) {
        const auto before = crossings_of(had, airspaces, index, AirspaceId{i});
        const auto after = crossings_of(got, airspaces, index, AirspaceId{i});
        REQUIRE(after.size() == before.size());
        for (std::size_t k = 0; k < before.size(); ++k) {
            CHECK(after[k].by == before[k].by);
            CHECK(std::abs(to_seconds(after[k].time - before[k].time)) <= fidelity.crossing_s);
            ++count;
        }
    }
    return count;
}

/// Each fix that was written is there again; a reader may have more, at cuts.
void check_same_fixes(const Track& had, const Track& got, const Fidelity& fidelity)
{
    CHECK((fidelity.one_track || got.id() == had.id()));
    CHECK(got.datum() == had.datum());
    CHECK(got.fixes().size() <= had.fixes().size() + 10);
    auto at = got.fixes().begin();
    for (const Fix& fix : had.fixes()) {
        at = std::find_if(at, got.fixes().end(), [&](const Fix& each) {
            return std::chrono::abs(each.time - fix.time) <= fidelity.time_step / 2;
        });
        REQUIRE(at != got.fixes().end());
        CHECK(std::abs(std::remainder(at->place.lon_deg - fix.place.lon_deg, 360)) <= fidelity.place_deg);
        CHECK(std::abs(at->place.lat_deg - fix.place.lat_deg) <= fidelity.place_deg);
        REQUIRE(at->altitude_m.has_value());
        CHECK(std::abs(*at->altitude_m - *fix.altitude_m) <= fidelity.altitude_m);
    }
}

/// In the order of `tracks`: formats that are ordered by time have them as they begin.
std::vector<Track> in_order_of(const std::vector<Track>& tracks, const std::vector<Track>& read)
{
    std::vector<Track> ordered;
    for (const Track& track : tracks)
        std::copy_if(read.begin(), read.end(), std::back_inserter(ordered),
                     [&](const Track& each) { return each.id() == track.id(); });
    return ordered;
}

std::vector<Track> written_and_read(const TrackOutput& output, const std::vector<Track>& tracks,
                                    const Fidelity& fidelity)
{
    const TemporaryFolder folder;
    const std::string path = folder / ("t" + std::string{output.endings.substr(0, output.endings.find(' '))});
    Diagnostics diagnostics;
    const auto problem = output.write({path, "", Overwrite::no}, tracks, diagnostics);
    REQUIRE_FALSE(problem);
    CHECK(test::count(diagnostics, Severity::warning) == 0);
    auto read = read_tracks(path, fidelity.reading, diagnostics);
    CAPTURE(told(diagnostics));
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(test::count(diagnostics, Severity::warning) == 0);
    return read;
}

}  // namespace

TEST_CASE("tracks that are written and read back visit the same airspaces at the same instants, in every format")
{
    constexpr std::uint64_t law_seed = 20151124;
    CAPTURE(law_seed);
    for (const TrackOutput& output : track_outputs()) {
        if (std::find(never_read.begin(), never_read.end(), output.name) != never_read.end())
            continue;
        CAPTURE(output.name);
        const Fidelity fidelity = fidelity_of(output);
        RandomStream random{law_seed, "round trips"};
        std::size_t crossings = 0;
        for (const Region& region : regions) {
            CAPTURE(region.name);
            std::vector<Track> tracks;
            for (int i = 0; i < (fidelity.one_track ? 1 : 12); ++i)
                tracks.push_back(random_track(fmt::format("T{}", i), region.middle, fidelity.time_step, random));
            std::vector<Track> read = written_and_read(output, tracks, fidelity);
            if (!fidelity.one_track)
                read = in_order_of(tracks, read);
            REQUIRE(read.size() == tracks.size());
            for (std::size_t i = 0; i < tracks.size(); ++i) {
                CAPTURE(i);
                check_same_fixes(tracks[i], read[i], fidelity);
                crossings += check_same_visits(tracks[i], read[i], boxes_about(region.middle), fidelity);
            }
        }
        CHECK(crossings > (fidelity.one_track ? 5U : 200U));
    }
}

}  // namespace incursion
