#include <catch2/catch.hpp>

#include <cmath>

#include "sim/analysis/visits.h"
#include "sim/border/border_index.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/archive_support.h"
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

}  // namespace incursion
