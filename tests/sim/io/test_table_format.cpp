#include "tests/sim/io/table_support.h"

#include <filesystem>

using namespace incursion;
using namespace incursion::test;

namespace {

std::string format_of(const std::string& path, const std::string& format = "")
{
    const Result<std::string> found = table_format_of({path, format, Overwrite::no});
    return found ? *found : "problem: " + found.problem();
}

}  // namespace

TEST_CASE("the ending of a path tells the format of a table")
{
    CHECK(format_of("a.csv") == "csv");
    CHECK(format_of("a.b/out.CSV") == "csv");
    CHECK(format_of("a.jsonl") == "jsonl");
    CHECK(format_of("a.ndjson") == "jsonl");
    CHECK(format_of("a.gpkg") == "GPKG");
    CHECK(format_of("a.fgb") == "FlatGeobuf");
    CHECK(format_of("a.geojson") == "GeoJSON");
    CHECK(format_of("a.shp") == "ESRI Shapefile");
    CHECK(format_of("a.sqlite") == "SQLite");
    CHECK(format_of("a.gml") == "GML");
    CHECK_THAT(format_of("a.kml"), Catch::EndsWith("KML"));
}

TEST_CASE("a named format goes before the ending, in any case, as a driver's name or an ending")
{
    CHECK(format_of("a.gpkg", "CSV") == "csv");
    CHECK(format_of("a.out", "JsonL") == "jsonl");
    CHECK(format_of("a", "gpkg") == "GPKG");
    CHECK(format_of("a", "esri shapefile") == "ESRI Shapefile");
    CHECK(format_of("a", "shp") == "ESRI Shapefile");
    CHECK(format_of("a.json", "geojson") == "GeoJSON");
}

TEST_CASE("where no format can be told the problem lists what there is")
{
    for (const char* path : {"a", "a.json", "a.xml", "a.txt", "a.", "folder.csv/a", "a.doc"}) {
        CAPTURE(path);
        CHECK_THAT(format_of(path), Catch::StartsWith("problem: ") && Catch::Contains(path) &&
                                        Catch::Contains("csv, jsonl, ") && Catch::Contains("GPKG"));
    }
    CHECK_THAT(format_of("a.csv", "gpgk"), Catch::Contains("'gpgk'") && Catch::Contains("GPKG"));
    // They read, or write to a server, or write map tiles.
    for (const char* driver : {"OSM", "PostgreSQL", "MVT", "netCDF"})
        CHECK_THAT(format_of("a", driver), Catch::StartsWith("problem: "));
}

TEST_CASE("only text goes to standard output")
{
    CHECK(format_of("-", "csv") == "csv");
    CHECK(format_of("-", "jsonl") == "jsonl");
    CHECK_THAT(format_of("-"), Catch::Contains("name it: csv or jsonl"));
    CHECK_THAT(format_of("-", "GPKG"), Catch::Contains("standard output"));
}

TEST_CASE("which formats keep shapes is known")
{
    CHECK_FALSE(has_shapes("csv"));
    CHECK_FALSE(has_shapes("XLSX"));
    CHECK(has_shapes("jsonl"));
    CHECK(has_shapes("GPKG"));
    CHECK(has_shapes("ESRI Shapefile"));
}
