#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <limits>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/archive_support.h"
#include "tests/sim/io/format_support.h"
#include "tests/sim/io/ogr_support.h"

namespace incursion {

using test::read_file;
using test::tells;
using test::told;

namespace {

/// A point or line as WKT, with fields as texts.
struct Row {
    std::string wkt;
    std::vector<std::string> fields;
};

struct Layer {
    std::string name = "fixes";
    int epsg = 4326;
    OGRwkbGeometryType type = wkbPointZM;
    std::vector<std::pair<std::string, OGRFieldType>> fields;
    std::vector<Row> rows;
};

void add_layer(GDALDataset& dataset, const Layer& description)
{
    OGRSpatialReference reference;
    reference.importFromEPSG(description.epsg);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset.CreateLayer(description.name.c_str(), &reference, description.type);
    REQUIRE(layer != nullptr);
    for (const auto& [name, type] : description.fields) {
        OGRFieldDefn field{name.c_str(), type};
        REQUIRE(layer->CreateField(&field) == OGRERR_NONE);
    }
    for (const Row& row : description.rows) {
        OGRFeature feature{layer->GetLayerDefn()};
        for (int i = 0; i < static_cast<int>(row.fields.size()); ++i)
            if (!row.fields[static_cast<std::size_t>(i)].empty())
                feature.SetField(i, row.fields[static_cast<std::size_t>(i)].c_str());
        if (!row.wkt.empty()) {
            OGRGeometry* geometry = nullptr;
            REQUIRE(OGRGeometryFactory::createFromWkt(row.wkt.c_str(), nullptr, &geometry) == OGRERR_NONE);
            feature.SetGeometryDirectly(geometry);
        }
        REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
}

void make_file(const char* driver, const std::string& path, const std::vector<Layer>& layers)
{
    register_ogr_drivers();
    const OgrMessages quiet;
    GDALDriver* maker = GetGDALDriverManager()->GetDriverByName(driver);
    REQUIRE(maker != nullptr);
    const OgrDataset dataset{maker->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    REQUIRE(dataset);
    for (const Layer& layer : layers)
        add_layer(*dataset, layer);
}

Layer points()
{
    return {"fixes",
            4326,
            wkbPoint25D,
            {{"time", OFTDateTime}, {"callsign", OFTString}, {"accuracy_m", OFTReal}},
            {{"POINT Z (35.5 36.25 5791.2)", {"2015/11/24 07:24:00+00", "A", "12.5"}},
             {"POINT Z (10 20 0)", {"2015/11/24 07:24:00.25+00", "B", ""}},
             {"POINT Z (35.75 36.25 5800)", {"2015/11/24 07:24:10.125+00", "A", ""}}}};
}

}  // namespace

TEST_CASE("points with a time field of any GDAL format are fixes, mixed as their tracks may be")
{
    const test::TemporaryFolder folder;
    const auto [driver, name] = GENERATE(table<const char*, const char*>(
        {{"GPKG", "a.gpkg"}, {"FlatGeobuf", "a.fgb"}, {"GML", "a.gml"}, {"GPKG", "called-anything"}}));
    CAPTURE(driver);
    const std::string path = folder / name;
    make_file(driver, path, {points()});
    const auto read = read_file(path);
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "ogr");
    CHECK_FALSE(read.diagnostics.has_errors());
    CHECK(read.problems.empty());
    const auto a = read.fixes("A");
    REQUIRE(a.size() == 2);
    REQUIRE(read.fixes("B").size() == 1);
    CHECK(a[0].time == *parse_time("2015-11-24T07:24:00Z"));
    CHECK(a[0].place == LonLat{35.5, 36.25});
    CHECK(a[0].altitude_m == 5791.2);
    CHECK(a[0].accuracy_m == 12.5);
    CHECK(a[1].time == *parse_time("2015-11-24T07:24:10.125Z"));
    CHECK_FALSE(a[1].accuracy_m);
    CHECK(read.pieces[0].datum == AltitudeDatum::msl);
}

TEST_CASE("a FlatGeobuf file gives tracks in time, though it keeps points in an order of place")
{
    const test::TemporaryFolder folder;
    Layer layer = points();
    layer.rows.clear();
    RandomStream random{5, "flatgeobuf"};
    for (int i = 10; i < 60; ++i) {
        const std::string place =
            std::to_string(random.uniform(-80, 80)) + " " + std::to_string(random.uniform(-80, 80));
        layer.rows.push_back({"POINT Z (" + place + " 1)", {"2015/11/24 07:24:" + std::to_string(i) + "+00", "A", ""}});
    }
    make_file("FlatGeobuf", folder / "a.fgb", {layer});
    const auto read = read_file(folder / "a.fgb");
    const auto fixes = read.fixes("A");
    REQUIRE(fixes.size() == 50);
    for (std::size_t i = 0; i < fixes.size(); ++i)
        CHECK(fixes[i].time == *parse_time("2015-11-24T07:24:" + std::to_string(i + 10) + "Z"));
    // The file did not have them so.
    CHECK_FALSE(std::is_sorted(read.pieces[0].lines.begin(), read.pieces[0].lines.end()));
}

TEST_CASE("a Shapefile has its times in texts or numbers, and may be zipped")
{
    const test::TemporaryFolder folder;
    Layer layer = points();
    layer.name = "a";
    layer.type = wkbPoint;
    layer.fields = {{"utc", OFTString}, {"icao24", OFTString}, {"alt_ft", OFTReal}};
    layer.rows = {{"POINT (35.5 36.25)", {"2015-11-24T07:24:00", "A", "19000"}},
                  {"POINT (35.75 36.25)", {"2015-11-24 07:24:10.5", "A", ""}}};
    make_file("ESRI Shapefile", folder / "a.shp", {layer});
    const auto check = [](const test::FormatRead& read) {
        CAPTURE(told(read.diagnostics));
        const auto fixes = read.fixes("A");
        REQUIRE(fixes.size() == 2);
        CHECK(fixes[0].time == *parse_time("2015-11-24T07:24:00Z"));
        CHECK(*fixes[0].altitude_m == Approx(5791.2));
        CHECK(fixes[1].time == *parse_time("2015-11-24T07:24:10.5Z"));
        CHECK_FALSE(fixes[1].altitude_m);
    };
    check(read_file(folder / "a.shp"));
    std::vector<std::pair<std::string, std::string>> members;
    for (const char* const ending : {"dbf", "shp", "shx", "prj"})
        members.emplace_back(std::string{"sub/a."} + ending, test::read_text(folder / (std::string{"a."} + ending)));
    REQUIRE(test::pack(folder / "a.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, members));
    check(read_file(folder / "a.zip"));
}

TEST_CASE("lines with measures are tracks in seconds or milliseconds since 1970")
{
    const test::TemporaryFolder folder;
    // 1448349840 is 2015-11-24T07:24:00Z.
    make_file("GPKG", folder / "a.gpkg",
              {{"lines",
                4326,
                wkbUnknown,
                {{"name", OFTString}},
                {{"LINESTRING ZM (35.5 36.25 100 1448349840.25, 36 36.25 200 1448349850)", {"A"}},
                 {"MULTILINESTRING M ((179 1 1448349840000, 180 1 1448349841000), (-180 1 1448349841000, -179 1 "
                  "1448349842000), (0 1 1448349843000, 0 200 1448349843000, 1 1 7))",
                  {"B"}},
                 {"LINESTRING (1 2, 3 4)", {"C"}}}}});
    const auto read = read_file(folder / "a.gpkg");
    CAPTURE(told(read.diagnostics));
    CHECK(read.ids() == std::vector<std::string>{"A", "B", "B (2)"});
    const auto a = read.fixes("A");
    REQUIRE(a.size() == 2);
    CHECK(a[0].time == *parse_time("2015-11-24T07:24:00.25Z"));
    CHECK(a[0].altitude_m == 100.0);
    CHECK(read.fixes("B").size() == 3);
    CHECK_FALSE(read.fixes("B")[0].altitude_m);
    CHECK(read.fixes("B (2)").size() == 1);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.dropped(bad_time_kind) == 1);
    CHECK(tells(read.diagnostics, "note", "not read: 1"));
}

TEST_CASE("layers in other reference systems are transformed, and Z keeps its own zero")
{
    const test::TemporaryFolder folder;
    Layer layer = points();
    // UTM zone 36 north: the central meridian is 33 degrees east, where x is 500 km.
    layer.epsg = 32636;
    layer.rows = {{"POINT Z (500000 0 100)", {"2015/11/24 07:24:00+00", "A", ""}}};
    make_file("GPKG", folder / "utm.gpkg", {layer});
    const auto utm = read_file(folder / "utm.gpkg");
    CAPTURE(told(utm.diagnostics));
    REQUIRE(utm.fixes("A").size() == 1);
    CHECK(utm.fixes("A")[0].place.lon_deg == Approx(33).margin(1e-9));
    CHECK(utm.fixes("A")[0].place.lat_deg == Approx(0).margin(1e-9));
    CHECK(utm.fixes("A")[0].altitude_m == 100.0);
    CHECK(tells(utm.diagnostics, "note", "transformed from"));

    layer.epsg = 4979;  // WGS-84 with heights above the ellipsoid
    layer.rows[0].wkt = "POINT Z (33 10 100)";
    make_file("GPKG", folder / "solid.gpkg", {layer});
    const auto solid = read_file(folder / "solid.gpkg");
    CAPTURE(told(solid.diagnostics));
    REQUIRE(solid.pieces.size() == 1);
    CHECK(solid.pieces[0].datum == AltitudeDatum::ellipsoid);
    CHECK(solid.pieces[0].fixes[0].place == LonLat{33, 10});
}

TEST_CASE("a field of times without a time zone is refused unless it is said to be UTC")
{
    const test::TemporaryFolder folder;
    Layer layer = points();
    layer.fields[0].first = "when";
    layer.rows = {{"POINT Z (1 2 3)", {"2015/11/24 07:24:00", "A", ""}}};
    make_file("FlatGeobuf", folder / "a.fgb", {layer});
    TrackReadOptions options;
    options.columns = {{"time", "when"}};
    CHECK(read_file(folder / "a.fgb", options).dropped(bad_time_kind) == 1);
    options.columns = {{"time", "when:utc"}};
    const auto read = read_file(folder / "a.fgb", options);
    CAPTURE(told(read.diagnostics));
    REQUIRE(read.fixes("A").size() == 1);
    CHECK(read.fixes("A")[0].time == *parse_time("2015-11-24T07:24:00Z"));
}

TEST_CASE("of several layers the first with tracks is read, or the one that is named")
{
    const test::TemporaryFolder folder;
    Layer areas{"areas", 4326, wkbPolygon, {}, {{"POLYGON ((0 0, 1 0, 1 1, 0 0))", {}}}};
    Layer others = points();
    others.name = "others";
    others.rows = {{"POINT Z (1 2 3)", {"2015/11/24 07:24:00+00", "C", ""}}};
    make_file("GPKG", folder / "a.gpkg", {areas, points(), others});
    CHECK(read_file(folder / "a.gpkg").ids() == std::vector<std::string>{"A", "B"});
    TrackReadOptions options;
    options.layer = "others";
    CHECK(read_file(folder / "a.gpkg", options).ids() == std::vector<std::string>{"C"});
    options.layer = "other";
    CHECK(tells(read_file(folder / "a.gpkg", options).diagnostics, "error", "did you mean 'others'?"));
    options.layer = "areas";
    CHECK(tells(read_file(folder / "a.gpkg", options).diagnostics, "error", "the layer holds Polygon"));
}

TEST_CASE("features that cannot be read are dropped and told by kind")
{
    const test::TemporaryFolder folder;
    Layer layer = points();
    layer.fields[2].second = OFTString;
    layer.rows = {{"POINT Z (35.5 36.25 1)", {"", "A", ""}},
                  {"", {"2015/11/24 07:24:00+00", "A", ""}},
                  {"POINT Z (35.5 136.25 1)", {"2015/11/24 07:24:00+00", "A", ""}},
                  {"POINT Z (35.5 36.25 1)", {"2015/11/24 07:24:00+00", "A", "good"}},
                  {"POINT Z (35.5 36.25 1)", {"2015/11/24 07:24:00+00", "A", "-1"}},
                  {"POINT Z (35.5 36.25 1)", {"2015/11/24 07:24:00+00", "A", "1"}}};
    make_file("GPKG", folder / "a.gpkg", {layer});
    const auto read = read_file(folder / "a.gpkg");
    CHECK(read.dropped(no_time_kind) == 1);
    CHECK(read.dropped(no_position_kind) == 1);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.dropped(bad_number_kind) == 2);
    REQUIRE(read.fixes("A").size() == 1);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{6});
}

TEST_CASE("what GDAL cannot read, or what holds no tracks, is an error")
{
    const test::TemporaryFolder folder;
    make_file("GPKG", folder / "a.gpkg", {points()});
    const std::string whole = test::read_text(folder / "a.gpkg");
    CHECK(read_file(folder.write("cut.gpkg", whole.substr(0, 5000))).diagnostics.has_errors());
    CHECK(read_file(folder.write("magic.gpkg", std::string{"SQLite format 3\0", 16})).diagnostics.has_errors());
    make_file("FlatGeobuf", folder / "a.fgb", {points()});
    const std::string fgb = test::read_text(folder / "a.fgb");
    CHECK(read_file(folder.write("cut.fgb", fgb.substr(0, fgb.size() - 30))).diagnostics.has_errors());
    CHECK(read_file(folder.write("short.fgb", fgb.substr(0, 20))).diagnostics.has_errors());
    CHECK(read_file(folder.write("a.parquet", "PAR1 and nothing")).diagnostics.has_errors());

    Layer timeless = points();
    timeless.fields[0].first = "nothing";
    make_file("GPKG", folder / "b.gpkg", {timeless});
    CHECK(tells(read_file(folder / "b.gpkg").diagnostics, "error", "no column holds the time"));
    REQUIRE(test::pack(folder / "a.gpkg.xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ, {{"data", whole}}));
    CHECK(tells(read_file(folder / "a.gpkg.xz").diagnostics, "error", "unpack it"));
    Layer empty = points();
    empty.rows.clear();
    make_file("GPKG", folder / "c.gpkg", {empty});
    CHECK(read_file(folder / "c.gpkg").pieces.empty());
}

}  // namespace incursion
