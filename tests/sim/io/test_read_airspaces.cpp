#include <catch2/catch.hpp>

#include <numbers>

#include "sim/io/read_airspaces.h"
#include "tests/sim/io/ogr_support.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// Two countries: one with a hole, one of two parts; layers of different limits.
constexpr const char* countries = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"key":"TUR","state":"TR","low":"SFC","high":"FL195"},"geometry":{"type":"Polygon","coordinates":[
 [[36.123456789,35.9],[36.987654321,35.9],[36.987654321,36.8],[36.123456789,36.8],[36.123456789,35.9]],
 [[36.3,36.1],[36.3,36.4],[36.6,36.4000000001],[36.3,36.1]]]}},
{"type":"Feature","properties":{"key":"SYR","state":"SY","low":"1500 ft AGL","high":"UNL"},"geometry":{"type":"MultiPolygon","coordinates":[
 [[[36,34],[37,34],[37,35],[36,34]]],[[[38,34],[39,34],[39,35],[38,34]]]]}},
{"type":"Feature","properties":{"key":"TUR","state":"TR","low":"FL195","high":"20000 m"},"geometry":{"type":"Polygon","coordinates":[
 [[36,35],[37,35],[37,36],[36,35]]]}}]})";

AirspaceSource source_of(const std::string& path)
{
    AirspaceSource source;
    source.path = path;
    return source;
}

AirspaceSource full_source(const std::string& path)
{
    AirspaceSource source = source_of(path);
    source.owner = "state";
    source.floor = "low";
    source.ceiling = "high";
    return source;
}

/// A file of one polygon, its ring given in JSON, with more properties where wanted.
std::string polygon(const std::string& ring, const std::string& properties = R"("key":"A")")
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":"Polygon","coordinates":[)" + ring +
           "]}}";
}

std::string collection(const std::string& features)
{
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

constexpr const char* square = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";
constexpr const char* far_square = "[[5,0],[6,0],[6,1],[5,1],[5,0]]";

struct Read {
    std::optional<Airspaces> airspaces;
    Diagnostics diagnostics;
};

Read read(const std::string& json, AirspaceSource source = {})
{
    const TemporaryFolder folder;
    source.path = folder.write("areas.geojson", json);
    Read result;
    result.airspaces = read_airspaces(source, result.diagnostics);
    return result;
}

void check_equal(const Airspaces& found, const Airspaces& expected, double tolerance_deg)
{
    REQUIRE(found.list.size() == expected.list.size());
    for (std::size_t i = 0; i < found.list.size(); ++i) {
        const Airspace& a = found.list[i];
        const Airspace& b = expected.list[i];
        CAPTURE(i, a.key);
        CHECK(a.key == b.key);
        CHECK(a.owner == b.owner);
        CHECK(a.floor == b.floor);
        CHECK(a.ceiling == b.ceiling);
        REQUIRE(a.rings.size() == b.rings.size());
        for (const Ring& ring : b.rings)
            CHECK(std::count_if(a.rings.begin(), a.rings.end(),
                                [&](const Ring& r) { return same_ring(r, ring, tolerance_deg); }) == 1);
    }
}

}  // namespace

TEST_CASE("airspaces arrive with key, owner, limits and every ring, without the closing points")
{
    const TemporaryFolder folder;
    AirspaceSource source = full_source(folder.write("a.geojson", countries));
    source.edges = EdgeReading::geodesic;
    Diagnostics d;
    const auto airspaces = read_airspaces(source, d);
    CAPTURE(told(d));
    REQUIRE(airspaces);
    CHECK(d.list().empty());
    CHECK(airspaces->edges == EdgeReading::geodesic);
    REQUIRE(airspaces->list.size() == 3);
    const Airspace& tur = airspaces->list[0];
    CHECK(tur.key == "TUR");
    CHECK(tur.owner == "TR");
    CHECK(tur.floor == VerticalLimit{Surface{}});
    CHECK(tur.ceiling == VerticalLimit{FlightLevel{195}});
    REQUIRE(tur.rings.size() == 2);
    CHECK(tur.rings[0].points == std::vector<LonLat>{{36.123456789, 35.9}, {36.987654321, 35.9}, {36.987654321, 36.8},
                                                     {36.123456789, 36.8}});
    CHECK(tur.rings[1].points == std::vector<LonLat>{{36.3, 36.1}, {36.3, 36.4}, {36.6, 36.4000000001}});
    CHECK(airspaces->list[1].rings.size() == 2);
    CHECK(std::get<Agl>(airspaces->list[1].floor).m == Approx(457.2).epsilon(1e-15));
    CHECK(airspaces->list[1].ceiling == VerticalLimit{Unlimited{}});
    CHECK(airspaces->list[2].key == "TUR");
    CHECK(airspaces->list[2].ceiling == VerticalLimit{Msl{20000}});
}

TEST_CASE("one set of airspaces is the same from every format and reference system")
{
    const TemporaryFolder folder;
    const std::string json = folder.write("a.geojson", countries);
    Diagnostics first;
    const auto expected = read_airspaces(full_source(json), first);
    REQUIRE(expected);
    const auto check = [&](const std::string& name, const std::vector<std::string>& arguments, double tolerance_deg) {
        const std::string path = (folder / name);
        CAPTURE(name, arguments);
        REQUIRE(convert(json, path, arguments));
        Diagnostics d;
        const auto found = read_airspaces(full_source(path), d);
        CAPTURE(told(d));
        REQUIRE(found);
        CHECK(tells(d, "note", "transformed") == (tolerance_deg > 0));
        check_equal(*found, *expected, tolerance_deg);
    };
    const std::vector<std::string> no_index{"-lco", "SPATIAL_INDEX=NO"};
    check("a.gpkg", {"-f", "GPKG"}, 0);
    check("a.fgb", {"-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO", "-nlt", "MULTIPOLYGON"}, 0);
    check("a.shp", {"-f", "ESRI Shapefile"}, 0);
    check("a.kml", {"-f", "LIBKML"}, 0);
    check("b.kml", {"-f", "KML", "-dsco", "NameField=none"}, 0);
    constexpr double same_deg = 1e-9;
    check("mercator.gpkg", {"-f", "GPKG", "-t_srs", "EPSG:3857"}, same_deg);
    check("utm.gpkg", {"-f", "GPKG", "-t_srs", "EPSG:32637"}, same_deg);
    check("mercator.fgb", {"-f", "FlatGeobuf", "-t_srs", "EPSG:3857", "-lco", "SPATIAL_INDEX=NO", "-nlt", "MULTIPOLYGON"},
          same_deg);
    check("utm.shp", {"-f", "ESRI Shapefile", "-t_srs", "EPSG:32637"}, same_deg);
}

TEST_CASE("an empty source and one that is not there are errors")
{
    const Read empty = read(collection(""));
    CHECK_FALSE(empty.airspaces);
    CHECK(tells(empty.diagnostics, "error", "no features"));
    for (const char* nothing : {"", "{", "[]", "{\"type\":\"FeatureCollection\"", "hello"}) {
        const Read r = read(nothing);
        CAPTURE(nothing, told(r.diagnostics));
        CHECK_FALSE(r.airspaces);
        CHECK(r.diagnostics.has_errors());
    }
    const TemporaryFolder folder;
    Diagnostics missing, directory, nowhere;
    CHECK_FALSE(read_airspaces(source_of((folder / "none.gpkg")), missing));
    CHECK(tells(missing, "error", "no such file"));
    CHECK_FALSE(read_airspaces(source_of((folder / ".")), directory));
    CHECK_FALSE(read_airspaces(source_of(""), nowhere));
    CHECK(nowhere.has_errors());
}

TEST_CASE("a field or layer that is not there is an error that lists those there are")
{
    AirspaceSource source;
    source.key = "A3";
    source.floor = "flor";
    source.ceiling = "top";
    const Read r = read(polygon(square, R"("key":"A","floor":"1 m","top":3000)"), source);
    CAPTURE(told(r.diagnostics));
    CHECK_FALSE(r.airspaces);
    CHECK(tells(r.diagnostics, "error - key", "key, floor, top"));
    CHECK(tells(r.diagnostics, "error - floor", "did you mean 'floor'?"));
    CHECK(tells(r.diagnostics, "error - ceiling", "unit"));
    AirspaceSource other;
    other.layer = "are";
    CHECK(tells(read(polygon(square), other).diagnostics, "error - layer", "areas"));
    other.layer = "areas";
    CHECK(read(polygon(square), other).airspaces);
}

TEST_CASE("a filter leaves out the features that do not meet it; what is no filter is an error")
{
    const std::string two = collection(polygon(square) + "," + polygon(far_square, R"("key":"B")"));
    AirspaceSource source;
    source.where = "key = 'B'";
    const Read one = read(two, source);
    REQUIRE(one.airspaces);
    REQUIRE(one.airspaces->list.size() == 1);
    CHECK(one.airspaces->list[0].key == "B");
    source.where = "key = 'C'";
    CHECK(tells(read(two, source).diagnostics, "error", "no feature meets the filter"));
    for (const char* wrong : {"key =", "nothing = 1", "; DROP"}) {
        source.where = wrong;
        const Read r = read(two, source);
        CAPTURE(wrong, told(r.diagnostics));
        CHECK_FALSE(r.airspaces);
        CHECK(tells(r.diagnostics, "error - where", "is no filter"));
        CHECK(count(r.diagnostics, Severity::error) == 1);
    }
}

TEST_CASE("each feature without a reading is refused by its number and the reason")
{
    AirspaceSource source;
    source.floor = "low";
    source.ceiling = "high";
    const Read s = read(
        collection(polygon(square, R"("key":"good","low":"SFC","high":"FL100")") + "," +
                   polygon(square, R"("key":"","low":"SFC","high":"FL100")") + "," +
                   polygon(square, R"("key":null,"low":"SFC","high":"FL100")") + "," +
                   R"({"type":"Feature","properties":{"key":"nowhere"},"geometry":null},)" +
                   R"({"type":"Feature","properties":{"key":"point"},"geometry":{"type":"Point","coordinates":[1,2]}},)" +
                   polygon(square, R"("key":"turned","low":"FL100","high":"FL050")") + "," +
                   polygon(square, R"("key":"words","low":"low","high":"FL100")") + "," +
                   polygon("[[0,0],[1,95],[1,1],[0,0]]", R"("key":"north","low":"SFC","high":"FL100")") + "," +
                   polygon("[[0,0],[1,1],[0,0]]", R"("key":"line","low":"SFC","high":"FL100")")),
        source);
    CAPTURE(told(s.diagnostics));
    CHECK_FALSE(s.airspaces);
    CHECK(tells(s.diagnostics, "error - feature 1:", "key is empty"));
    CHECK(tells(s.diagnostics, "error - feature 2:", "key is empty"));
    CHECK(tells(s.diagnostics, "error - feature 3 (nowhere)", "no geometry"));
    CHECK(tells(s.diagnostics, "error - feature 4 (point)", "no area"));
    CHECK(tells(s.diagnostics, "error - feature 5 (turned)", "floor FL100"));
    CHECK(tells(s.diagnostics, "error - feature 6 (words)", "floor: 'low'"));
    CHECK(tells(s.diagnostics, "error - feature 7 (north)", "(1, 95)"));
    CHECK(tells(s.diagnostics, "error - feature 8 (line)", "no area"));
    CHECK(count(s.diagnostics, Severity::error) == 8);
}

TEST_CASE("limits that are upside down are refused where they compare")
{
    AirspaceSource source;
    source.floor = "low";
    source.ceiling = "high";
    const auto good = [&](const char* low, const char* high) {
        return read(polygon(square, std::string{R"("key":"A","low":")"} + low + R"(","high":")" + high + '"'), source)
            .airspaces.has_value();
    };
    CHECK(good("FL100", "FL195"));
    CHECK(good("1000 ft", "FL010"));
    CHECK(good("500 m AGL", "100 m"));
    CHECK_FALSE(good("FL195", "FL195"));
    CHECK_FALSE(good("2000 ft", "600 m"));
    CHECK_FALSE(good("SFC", "GND"));
    CHECK_FALSE(good("UNL", "UNL"));
    CHECK_FALSE(good("1000", "2000"));
    const Read absent = read(polygon(square, R"("key":"A","low":"","high":null)"), source);
    REQUIRE(absent.airspaces);
    CHECK(absent.airspaces->list[0].floor == VerticalLimit{Surface{}});
    CHECK(absent.airspaces->list[0].ceiling == VerticalLimit{Unlimited{}});
    CHECK(tells(absent.diagnostics, "warning - feature 0 (A)", "floor is empty and read as surface"));
    CHECK(tells(absent.diagnostics, "warning - feature 0 (A)", "ceiling is empty and read as unlimited"));
}

TEST_CASE("rings are taken as they are, but for points that repeat and rings without area")
{
    const Read bow = read(polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]"));
    REQUIRE(bow.airspaces);
    CHECK(bow.airspaces->list[0].rings[0].points == std::vector<LonLat>{{0, 0}, {2, 2}, {2, 0}, {0, 2}});
    CHECK(bow.diagnostics.list().empty());

    const Read twice = read(polygon("[[0,0],[0,0],[1,0],[1,0],[1,0],[1,1],[0,0],[0,0]]"));
    REQUIRE(twice.airspaces);
    CHECK(twice.airspaces->list[0].rings[0].points == std::vector<LonLat>{{0, 0}, {1, 0}, {1, 1}});
    CHECK(tells(twice.diagnostics, "note", "repeated points dropped: 4"));

    const Read thin = read(polygon(std::string{square} + ",[[0.2,0.2],[0.4,0.4],[0.2,0.2],[0.4,0.4],[0.2,0.2]]"));
    REQUIRE(thin.airspaces);
    CHECK(thin.airspaces->list[0].rings.size() == 1);
    CHECK(tells(thin.diagnostics, "warning - feature 0 (A)", "no area"));

    const Read open = read(polygon("[[0,0],[1,0],[1,1],[0,1]]"));
    CAPTURE(told(open.diagnostics));
    REQUIRE(open.airspaces);
    CHECK(open.airspaces->list[0].rings[0].points == std::vector<LonLat>{{0, 0}, {1, 0}, {1, 1}, {0, 1}});
    CHECK(tells(open.diagnostics, "warning - feature 0 (A)", "not closed"));

    const Read high = read(polygon("[[0,0,5],[1,0,6],[1,1,7],[0,0,5]]"));
    REQUIRE(high.airspaces);
    CHECK(high.airspaces->list[0].rings[0].points.size() == 3);
    CHECK(tells(high.diagnostics, "note", "heights"));

    const Read pole = read(polygon("[[-180,-80],[180,-80],[180,-90.00000000000003],[-180,-90.00000000000003],[-180,-80]]"));
    REQUIRE(pole.airspaces);
    CHECK(pole.airspaces->list[0].rings[0].points[2] == LonLat{180, -90});
    CHECK(tells(pole.diagnostics, "note", "pole"));
}

TEST_CASE("features of one key and the same limits make one airspace; a copy of one is left out")
{
    const Read r = read(collection(polygon(square) + "," + polygon(far_square, R"("key":"B")") + "," + polygon(far_square) +
                                   "," + polygon(square)));
    CAPTURE(told(r.diagnostics));
    REQUIRE(r.airspaces);
    REQUIRE(r.airspaces->list.size() == 2);
    CHECK(r.airspaces->list[0].key == "A");
    CHECK(r.airspaces->list[0].rings.size() == 2);
    CHECK(r.airspaces->list[1].key == "B");
    CHECK(tells(r.diagnostics, "note", "2 features make one airspace 'A'"));
    CHECK(tells(r.diagnostics, "warning - feature 3 (A)", "repeats"));
}

TEST_CASE("collections give their polygons, and say what else they hold")
{
    const Read r = read(R"({"type":"Feature","properties":{"key":"A"},"geometry":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},{"type":"Point","coordinates":[5,5]},
{"type":"MultiPolygon","coordinates":[[[[5,0],[6,0],[6,1],[5,0]]]]}]}})");
    REQUIRE(r.airspaces);
    CHECK(r.airspaces->list[0].rings.size() == 2);
    CHECK(tells(r.diagnostics, "warning - feature 0 (A)", "POINT"));
}

TEST_CASE("coordinates that are no degrees are refused with a hint at the reference system")
{
    const Read metres = read(polygon("[[4000000,4000000],[4100000,4000000],[4100000,4100000],[4000000,4000000]]"));
    CHECK_FALSE(metres.airspaces);
    CHECK(tells(metres.diagnostics, "error - feature 0 (A)", "no longitude and latitude"));

    const TemporaryFolder folder;
    const std::string json = folder.write("a.geojson", countries);
    REQUIRE(convert(json, (folder / "m.shp"), {"-f", "ESRI Shapefile", "-t_srs", "EPSG:3857"}));
    REQUIRE(convert(json, (folder / "d.shp"), {"-f", "ESRI Shapefile"}));
    std::filesystem::remove((folder / "m.prj"));
    std::filesystem::remove((folder / "d.prj"));
    Diagnostics m, d;
    CHECK_FALSE(read_airspaces(source_of((folder / "m.shp")), m));
    CHECK(tells(m, "error - feature 0 (TUR)", "-a_srs"));
    CHECK(read_airspaces(source_of((folder / "d.shp")), d));
    CHECK(tells(d, "note", "names no reference system"));
}

TEST_CASE("points that are not finite refuse their feature")
{
    const TemporaryFolder folder;
    for (const double bad : {std::nan(""), HUGE_VAL}) {
        OGRLinearRing ring;
        for (const auto& [x, y] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {1.0, bad}, {0.0, 0.0}})
            ring.addPoint(x, y);
        OGRPolygon area;
        area.addRing(&ring);
        const std::string path = folder / (std::isnan(bad) ? "nan.gpkg" : "inf.gpkg");
        REQUIRE(make_layer("GPKG", path, {{"A", &area}}));
        Diagnostics d;
        CHECK_FALSE(read_airspaces(source_of(path), d));
        CHECK(tells(d, "error - feature 1 (A)", "not finite"));
    }
}

TEST_CASE("arcs become sides so fine that the area of a circle stays within a millionth")
{
    OGRGeometry* circle = nullptr;
    REQUIRE(OGRGeometryFactory::createFromWkt("CURVEPOLYGON(CIRCULARSTRING(10 50,11 51,12 50,11 49,10 50))", nullptr,
                                              &circle) == OGRERR_NONE);
    const std::unique_ptr<OGRGeometry> owned{circle};
    const TemporaryFolder folder;
    REQUIRE(make_layer("GPKG", (folder / "c.gpkg"), {{"A", circle}}));
    Diagnostics d;
    const auto airspaces = read_airspaces(source_of((folder / "c.gpkg")), d);
    CAPTURE(told(d));
    REQUIRE(airspaces);
    CHECK(tells(d, "note", "arcs"));
    const auto& points = airspaces->list[0].rings[0].points;
    double doubled = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const LonLat p = points[i];
        const LonLat q = points[(i + 1) % points.size()];
        doubled += (p.lon_deg - 11) * (q.lat_deg - 50) - (q.lon_deg - 11) * (p.lat_deg - 50);
    }
    CHECK(std::abs(doubled) / 2 == Approx(std::numbers::pi).epsilon(1e-6));
}
