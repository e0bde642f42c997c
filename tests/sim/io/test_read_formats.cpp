#include <catch2/catch.hpp>

#include <cmath>

#include "sim/analysis/visits.h"
#include "sim/base/units.h"
#include "sim/border/border_index.h"
#include "sim/geo/local_frame.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/archive_support.h"
#include "tests/sim/io/asterix_support.h"
#include "tests/sim/io/format_support.h"
#include "tests/sim/io/ogr_support.h"
#include "tests/support/shapes.h"

namespace incursion {

namespace {

/// A file of that flight that GDAL made: from points or from the line with measures.
std::string made_by_gdal(const test::TemporaryFolder& folder, const std::string& name, const char* driver, bool as_line)
{
    register_ogr_drivers();
    const OgrMessages quiet;
    const std::string path = folder / name;
    const OgrDataset dataset{
        GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRSpatialReference reference;
    reference.importFromEPSG(4326);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset->CreateLayer("flights", &reference, as_line ? wkbLineStringM : wkbPoint);
    OGRFieldDefn track{"track_id", OFTString};
    OGRFieldDefn time{"utc", OFTString};
    layer->CreateField(&track);
    layer->CreateField(&time);
    OGRLineString line;
    for (int i = 0; i < 3; ++i) {
        OGRFeature feature{layer->GetLayerDefn()};
        feature.SetField("track_id", "EQUATOR");
        feature.SetField("utc", std::to_string(1448348400 + 1000 * i).c_str());
        OGRPoint point{10.0 + i, 0};
        feature.SetGeometry(&point);
        line.addPointM(10.0 + i, 0, 1448348400 + 1000 * i);
        if (!as_line)
            REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
    OGRFeature whole{layer->GetLayerDefn()};
    whole.SetField("track_id", "EQUATOR");
    whole.SetGeometry(&line);
    if (as_line)
        REQUIRE(layer->CreateFeature(&whole) == OGRERR_NONE);
    return path;
}

}  // namespace

// Along the equator, which is a geodesic, one degree in 1000 s, from 10 to 12 degrees east. The square from 10.5
// to 11.5 degrees is entered 500 s after seven o'clock and left 1500 s after it.
TEST_CASE("one flight gives the same visit in every format")
{
    const test::TemporaryFolder folder;
    std::vector<std::string> paths;
    for (const char* const name :
         {"flight.csv", "flight.gpx", "flight.kml", "line.geojson", "points.geojsonl", "trace.json", "flight.igc",
          "EQUATOR.nmea", "flight.sbs", "states.json", "states.csv"})
        paths.push_back(test::sample(std::string{"equator/"} + name));
    paths.push_back(made_by_gdal(folder, "points.gpkg", "GPKG", false));
    paths.push_back(made_by_gdal(folder, "line.gpkg", "GPKG", true));
    paths.push_back(made_by_gdal(folder, "points.fgb", "FlatGeobuf", false));
    paths.push_back(made_by_gdal(folder, "points.shp", "ESRI Shapefile", false));
    paths.push_back(folder / "packed.kmz");
    REQUIRE(test::pack(paths.back(), ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                       {{"doc.kml", test::read_text(test::sample("equator/flight.kml"))}}));
    paths.push_back(folder / "packed.gpx.gz");
    REQUIRE(test::pack(paths.back(), ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP,
                       {{"data", test::read_text(test::sample("equator/flight.gpx"))}}));

    Airspaces airspaces;
    airspaces.list.push_back(test::rectangle("SQUARE", 10.5, -0.5, 11.5, 0.5));
    const BorderIndex index{airspaces};
    for (const std::string& path : paths) {
        CAPTURE(path);
        Diagnostics diagnostics;
        const auto tracks = read_tracks(path, {}, diagnostics);
        CAPTURE(test::told(diagnostics));
        REQUIRE(tracks.size() == 1);
        CHECK(tracks[0].id() == "EQUATOR");
        const auto crossings = find_crossings(tracks[0], airspaces, index, {});
        const auto visits = visits_of(crossings, TrackPath{tracks[0], LegReading::geodesic}, airspaces, {}, nullptr);
        REQUIRE(visits.size() == 1);
        const Visit& visit = visits[0].visit;
        CHECK(std::abs(to_seconds(visit.entry.time - *parse_time("2015-11-24T07:08:20Z"))) < 1e-6);
        CHECK(std::abs(to_seconds(visit.exit.time - *parse_time("2015-11-24T07:25:00Z"))) < 1e-6);
    }
}

// The same flight in ASTERIX, which rounds: a system track by 0.3 m, which is 3 ms here; a radar's plots by half of
// 7 m and 0.0055 degrees, which are 5 m in 53 km or a twentieth of a second.
TEST_CASE("one flight gives the same visit as a system track and as plots of a radar, within what they round")
{
    std::string tracks, plots;
    const RadarSite site{{11, 0.2}, 100};
    for (int i = 0; i < 3; ++i) {
        const double time_s = 7 * 3600 + 1000 * i;
        test::AsterixFields fields = test::track_fields(time_s, 0, 10 + i, 7);
        fields[10] = std::string(1, '\0') + test::icao_characters("EQUATOR ");
        tracks += test::asterix_block(62, test::asterix_record(fields));
        const Eigen::Vector3d enu =
            LocalFrame{site.place, site.height_m}.enu_from({10.0 + i, 0}, 35000 * metres_per_foot);
        const double azimuth_deg = wrapped_to_circle(Angle::radians(std::atan2(enu.x(), enu.y()))).deg();
        fields = test::radar_fields(time_s, enu.norm() / 1852, azimuth_deg, 350, 0);
        fields.erase(8);
        fields[9] = test::icao_characters("EQUATOR ");
        fields[11] = test::number(7, 2);
        plots += test::asterix_block(48, test::asterix_record(fields));
    }
    Airspaces airspaces;
    airspaces.list.push_back(test::rectangle("SQUARE", 10.5, -0.5, 11.5, 0.5));
    const BorderIndex index{airspaces};
    const test::TemporaryFolder folder;
    for (const auto& [octets, within_s] : {std::pair{tracks, 0.003}, std::pair{plots, 0.06}}) {
        TrackReadOptions options;
        options.day = *parse_time("2015-11-24T00:00:00Z");
        options.radar_sites["25/10"] = site;
        Diagnostics diagnostics;
        const auto read = read_tracks(folder.write("flight.ast", octets), options, diagnostics);
        CAPTURE(test::told(diagnostics), within_s);
        REQUIRE(read.size() == 1);
        CHECK(read[0].id() == "EQUATOR");
        const auto crossings = find_crossings(read[0], airspaces, index, {});
        const auto visits = visits_of(crossings, TrackPath{read[0], LegReading::geodesic}, airspaces, {}, nullptr);
        REQUIRE(visits.size() == 1);
        const Visit& visit = visits[0].visit;
        CHECK(std::abs(to_seconds(visit.entry.time - *parse_time("2015-11-24T07:08:20Z"))) < within_s);
        CHECK(std::abs(to_seconds(visit.exit.time - *parse_time("2015-11-24T07:25:00Z"))) < within_s);
    }
}

}  // namespace incursion
