#include "sim/io/geojson_airspaces.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sim/io/read_airspaces.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

const std::string square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";

std::string feature(const std::string& geometry, const std::string& properties = R"({"key":"A"})",
                    const std::string& more = "")
{
    return R"({"type":"Feature",)" + more + R"("properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::string polygon(const std::string& coordinates)
{
    return R"({"type":"Polygon","coordinates":)" + coordinates + "}";
}

std::string collection(const std::string& features, const std::string& more = "")
{
    return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
}

struct Read {
    std::optional<Airspaces> airspaces;
    Diagnostics diagnostics;
};

Read read_as_asked(const AirspaceSource& source)
{
    Read result;
    result.airspaces = read_airspaces(source, result.diagnostics);
    return result;
}

/// A layer that is asked for by name is always read through OGR.
Read read_through_ogr(AirspaceSource source, const std::string& layer)
{
    source.layer = layer;
    return read_as_asked(source);
}

bool is_read_fast(const AirspaceSource& source)
{
    Findings findings{source.path, {}};
    const bool read = read_plain_geojson(source, findings).has_value();
    if (!read)
        CHECK(findings.diagnostics.list().empty());
    return read;
}

bool same_airspace(const Airspace& p, const Airspace& q)
{
    return p.key == q.key && p.owner == q.owner && p.floor == q.floor && p.ceiling == q.ceiling &&
           std::equal(p.rings.begin(), p.rings.end(), q.rings.begin(), q.rings.end(),
                      [](const Ring& r, const Ring& s) { return r.points == s.points; });
}

/// The law of this reader: whatever the file is, nobody can tell which way it was read.
void check_same(const AirspaceSource& source, const std::string& layer)
{
    const Read one = read_as_asked(source), other = read_through_ogr(source, layer);
    CAPTURE(told(one.diagnostics), told(other.diagnostics));
    CHECK(told(one.diagnostics) == told(other.diagnostics));
    REQUIRE(one.airspaces.has_value() == other.airspaces.has_value());
    if (one.airspaces)
        CHECK(std::equal(one.airspaces->list.begin(), one.airspaces->list.end(), other.airspaces->list.begin(),
                         other.airspaces->list.end(), same_airspace));
}

AirspaceSource full_source(const std::string& path)
{
    AirspaceSource source;
    source.path = path;
    return source;
}

}  // namespace

TEST_CASE("the shipped borders are read fast, and the same as through OGR")
{
    for (const std::string name : {"hatay", "porvoo", "hormuz"}) {
        AirspaceSource source = full_source(INCURSION_SOURCE_DIR "/data/borders/" + name + ".geojson");
        source.key = "A3";
        source.edges = EdgeReading::geodesic;
        CAPTURE(name);
        CHECK(is_read_fast(source));
        check_same(source, name);
    }
}

TEST_CASE("plain GeoJSON is read fast, and the same as through OGR")
{
    const std::string two_parts =
        R"({"type":"MultiPolygon","coordinates":[)" + square + ",[[[5,0],[6,0],[6,1],[5,0]]]]}";
    const std::string hole = "[[[0,0],[4,0],[4,4],[0,0]],[[1.25,0.5],[2,1e0],[2.5E-1,0.1],[1.25,0.5]]]";
    const std::string repeated = "[[[0,0],[0,0],[1,0],[1,1],[1,1],[0,0]]]";
    const std::string pole = "[[[-180,-80],[180,-80],[180,-90.00000000000003],[-180,-90.00000000000003],[-180,-80]]]";
    const std::string crs84 = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)";
    const std::vector<std::string> plain{
        collection(feature(polygon(square))),
        collection(feature(polygon(square)), crs84),
        collection(feature(polygon(square)), R"("bbox":[0,0,1,1],"description":"a \"b\" \u00fc",)"),
        collection(feature(two_parts) + "," + feature(polygon(hole), R"({"key":"  B\u00fc "})")),
        collection(feature(polygon(square)) + "," + feature(polygon("[[[5,0],[6,0],[6,1],[5,0]]]"))),
        collection(feature(polygon(repeated)) + "," + feature(polygon(pole), R"({"key":"P"})")),
        collection(
            feature(polygon(square), R"({"key":"A","more":{"deep":[1,2,{"x":null}],"key":"B"},"n":-1.5e3,"t":true})")),
        collection(feature(polygon(square), R"({"key":"A"})", R"("id":7,"bbox":[0,0,1,1],)") + "," +
                   feature(polygon(square), R"({"key":"B"})", R"("id":3,)")),
        collection(feature(
            polygon("[[[0.1,0.30000000000000004],[179.99999999999997,1],[-540,1],[0.1,0.30000000000000004]]]"))),
        " \n" + collection(feature(polygon(square))) + "\n\n",
    };
    const TemporaryFolder folder;
    for (const std::string& text : plain) {
        const AirspaceSource source = full_source(folder.write("areas.geojson", text));
        CAPTURE(text);
        CHECK(is_read_fast(source));
        CHECK(read_as_asked(source).airspaces);
        check_same(source, "areas");
    }
}

TEST_CASE("owner and limits are read fast where all are text")
{
    const TemporaryFolder folder;
    AirspaceSource source = full_source(
        folder.write("areas.geojson",
                     collection(feature(polygon(square), R"({"key":"A","low":"1500 ft AGL","high":"FL195","of":"X"})") +
                                "," + feature(polygon(square), R"({"of":"X","high":"UNL","key":"A","low":"FL195"})"))));
    source.owner = "of";
    source.floor = "low";
    source.ceiling = "high";
    CHECK(is_read_fast(source));
    check_same(source, "areas");
    CHECK(read_as_asked(source).airspaces->list.size() == 2);
    source.owner = "key";
    CHECK(is_read_fast(source));
    check_same(source, "areas");
}

TEST_CASE("what is not surely plain, or gives a reason to warn, is read through OGR")
{
    const std::string good = feature(polygon(square));
    const std::string b = R"({"key":"B"})";
    const std::vector<std::string> odd{
        good,  // no collection
        polygon(square),
        collection(""),
        collection(good) + collection(good),
        collection(good) + ",",
        collection(good).substr(0, 100),
        collection(good + ","),
        collection(good, R"("crs":null,)"),
        collection(good, R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},)"),
        collection(good, R"("crs":{"type":"name","properties":{"name":"EPSG:4258"}},)"),
        collection(good, R"("unknown":1,)"),
        collection(feature(polygon(square), R"({"key":1})")),
        collection(feature(polygon(square), R"({"key":null})")),
        collection(feature(polygon(square), R"({"key":""})")),
        collection(feature(polygon(square), R"({"key":"2015-11-24"})")),
        collection(feature(polygon(square), R"({"key":"2015/11/24"})") + "," + feature(polygon(square), b)),
        collection(feature(polygon(square), R"({"KEY":"A"})")),
        collection(feature(polygon(square), R"({"key":"A","key":"B"})")),
        collection(feature(polygon(square), "{}")),
        collection(feature(polygon(square), "null")),
        collection(good + "," + feature(polygon(square), R"({"other":"A"})")),
        collection(good + "," + good),  // the same again: a warning
        collection(good + "," + feature(polygon("[[[0,0,5],[1,0,5],[1,1,5],[0,0,5]]]"), b)),
        collection(good + "," + feature(polygon("[[[0,0],[1,0],[1,1]]]"), b)),
        collection(good + "," + feature(polygon("[[[0,0],[1,1],[0,0]]]"), b)),
        collection(good + "," + feature(polygon("[[[0,0],[1,95],[1,1],[0,0]]]"), b)),
        collection(good + "," + feature(polygon("[[[0],[1,95],[1,1],[0,0]]]"), b)),
        collection(good + "," + feature(polygon("[[[0,\"0\"],[1,5],[1,1],[0,0]]]"), b)),
        collection(good + "," + feature(polygon("[[]]"), b)),
        collection(good + "," + feature(polygon("[]"), b)),
        collection(good + "," + feature("null", b)),
        collection(good + "," + feature(R"({"type":"Point","coordinates":[1,2]})", b)),
        collection(good + "," + feature(R"({"coordinates":)" + square + R"(,"type":"Polygon"})", b)),
        collection(good + "," + feature(R"({"type":"MultiPolygon","coordinates":[]})", b)),
        collection(good + "," + feature(R"({"type":"GeometryCollection","geometries":[)" + polygon(square) + "]}", b)),
        collection(feature(polygon(square), R"({"key":"A"})", R"("id":7,)") + "," +
                   feature(polygon(square), b, R"("id":7,)")),
        collection(feature(polygon(square), R"({"key":"A"})", R"("id":"seven",)")),
        collection(feature(polygon(square), R"({"key":"A"})", R"("id":7,)") + "," + feature(polygon(square), b)),
        collection(feature(polygon(square), R"({"key":"A","more":tru})")),
        collection(feature(polygon(square), "{\"key\":\"A\",\"more\":\"\xFF\"}")),
        collection(feature(polygon(square), R"({"key":"A\x"})")),
        "\xEF\xBB\xBF" + collection(good) + "x",
        "",
        "[]",
    };
    const TemporaryFolder folder;
    for (const std::string& text : odd) {
        const AirspaceSource source = full_source(folder.write("areas.geojson", text));
        CAPTURE(text);
        CHECK_FALSE(is_read_fast(source));
        // Where OGR finds a layer at all, and so the same whether or not it is asked for by name.
        if (const Read named = read_through_ogr(source, "areas"); !tells(named.diagnostics, "error - layer"))
            CHECK(told(read_as_asked(source).diagnostics) == told(named.diagnostics));
    }
}

TEST_CASE("nobody can tell which way a file was read, whatever is changed in it")
{
    const TemporaryFolder folder;
    const std::string whole =
        collection(feature(polygon(square), R"({"key":"A","of":"X"})", R"("id":1,)") + "," +
                   feature(R"({"type":"MultiPolygon","coordinates":[[[[5,0],[6,0.5],[6,1],[5,0]]]]})",
                           R"({"key":"B","of":"Y"})", R"("id":2,)"));
    RandomStream random{51, "changes"};
    const std::string letters = "{}[],:\"0123456789.-eE tAkey\\";
    for (int k = 0; k < 300; ++k) {
        std::string text = whole;
        const std::size_t place = random.bits() % text.size();
        const char letter = letters[random.bits() % letters.size()];
        if (k % 3 == 0)
            text[place] = letter;
        else if (k % 3 == 1)
            text.insert(place, 1, letter);
        else
            text.erase(place, 1 + random.bits() % 3);
        const AirspaceSource source = full_source(folder.write("areas.geojson", text));
        CAPTURE(k, text);
        // What OGR cannot even open has no layer to ask for.
        if (is_read_fast(source))
            check_same(source, "areas");
    }
}
