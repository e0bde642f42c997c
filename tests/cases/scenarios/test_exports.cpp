#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "sim/analysis/owned_ground.h"
#include "sim/geo/geodesic.h"
#include "sim/io/export_acmi.h"
#include "sim/io/export_czml.h"
#include "sim/io/export_gpkg.h"
#include "sim/io/export_kml.h"
#include "sim/io/ogr_session.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/acmi_slow_reader.h"
#include "tests/sim/io/czml_slow_reader.h"
#include "tests/sim/io/export_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// Every scenario that comes with the program.
std::vector<std::string> shipped_scenarios()
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{INCURSION_SOURCE_DIR "/scenarios"}) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".toml" && name.find("lesson") == std::string::npos)
            paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

void check_kml(const Exported& exported, const TemporaryFolder& folder)
{
    Diagnostics diagnostics;
    const TableTarget target{folder / "a.kmz", "", Overwrite::yes};
    REQUIRE_FALSE(write_export_kmz(target, exported.incident, diagnostics));
    const std::vector<Track> tracks = read_tracks(target.path, {}, diagnostics);
    REQUIRE(tracks.size() == exported.flown->tracks.size());
    const OwnedGround ground{*exported.airspaces, crossing_options_of(*exported.scenario)};
    for (const Track& track : tracks) {
        CAPTURE(track.id());
        const auto aircraft = std::find_if(exported.scenario->aircraft.begin(), exported.scenario->aircraft.end(),
                                           [&](const Aircraft& one) { return one.id == track.id(); });
        REQUIRE(aircraft != exported.scenario->aircraft.end());
        const auto& told = exported.track(track.id()).visits;
        const auto found = analyse_track(track, belonging_of(*aircraft), ground.analysis).visits;
        REQUIRE(found.size() == told.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].airspace == told[i].visit.airspace);
            CHECK(std::abs(to_seconds(found[i].entry.time - told[i].visit.entry.time)) < 1e-4);
            CHECK(std::abs(to_seconds(found[i].exit.time - told[i].visit.exit.time)) < 1e-4);
        }
    }
}

void check_czml_of(const Exported& exported)
{
    Diagnostics diagnostics;
    const auto packets = nlohmann::json::parse(czml_text(exported.incident, diagnostics));
    check_czml(packets);
    for (const ExportedCrossing& crossing : exported.incident.crossings) {
        CAPTURE(crossing.name);
        const auto& track = czml_packet(packets, "track/" + exported.incident.tracks[crossing.track].id);
        const auto place = czml_position(track, crossing.end.time);
        REQUIRE(place);
        CHECK(distance_m({(*place)[0], (*place)[1]}, crossing.end.place) < 0.05);
    }
}

void check_acmi(const Exported& exported)
{
    Diagnostics diagnostics;
    const AcmiFile recording = read_acmi_slowly(acmi_text(exported.incident, diagnostics));
    std::size_t samples = 0, fixes = 0;
    for (const auto& [id, object] : recording.objects)
        samples += object.properties.contains("CallSign") ? object.samples.size() : 0;
    for (const Track& track : exported.flown->tracks)
        fixes += track.fixes().size();
    CHECK(samples == fixes);
    std::size_t parts = 0;  // each leaves, so that nobody takes it for destroyed
    for (const ExportedTrack& track : exported.incident.tracks)
        parts += track.parts.size();
    CHECK(recording.events.size() == exported.incident.crossings.size() + exported.incident.calls.size() +
                                         exported.incident.events.size() + parts);
}

void check_gpkg(const Exported& exported, const TemporaryFolder& folder)
{
    Diagnostics diagnostics;
    const std::string path = folder / "a.gpkg";
    REQUIRE_FALSE(write_export_gpkg({path, "", Overwrite::yes}, exported.incident, diagnostics));
    register_ogr_drivers();
    const OgrDataset dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    REQUIRE(dataset);
    std::size_t visits = 0;
    for (const TrackReport& track : exported.flown->report.tracks)
        visits += track.visits.size();
    const auto rows = [&](const char* layer) {
        return static_cast<std::size_t>(dataset->GetLayerByName(layer)->GetFeatureCount());
    };
    std::size_t plots = 0;
    for (const SeenAircraft& seen : exported.flown->seen)
        plots += seen.plots.fixes().size();
    CHECK(rows("visits") == visits);
    CHECK(rows("plots") == plots);
    CHECK(rows("tracks") == exported.flown->tracks.size());
    CHECK(rows("calls") == exported.scenario->calls.size());
    CHECK(rows("events") == exported.scenario->events.size());
    CHECK(rows("claims") == exported.scenario->claims.size());
    for (const auto& feature : *dataset->GetLayerByName("airspaces"))
        CHECK(feature->GetGeometryRef()->IsValid());
}

}  // namespace

TEST_CASE("every scenario that comes with the program is handed on in each format, and reads back", "[long]")
{
    const std::vector<std::string> paths = shipped_scenarios();
    CHECK(paths.size() >= 6);
    for (const std::string& path : paths) {
        CAPTURE(path);
        const TemporaryFolder folder;
        const Exported exported{path};
        check_kml(exported, folder);
        check_czml_of(exported);
        check_acmi(exported);
        check_gpkg(exported, folder);
    }
}
