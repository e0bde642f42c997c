#include <catch2/catch.hpp>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::tells;
using test::told;

namespace {

std::string point(const std::string& properties, const std::string& coordinates = "[1,2]")
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":"Point","coordinates":)" +
           coordinates + "}}";
}

std::string line(const std::string& properties, const std::string& coordinates, const char* type = "LineString")
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

std::string collection(const std::string& features)
{
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

const std::string a_time = R"("time":"2015-11-24T07:24:00Z")";

}  // namespace

TEST_CASE("a GeoJSON file gives points in time, lines with times and moving points")
{
    const auto read = read_file(test::sample("flights.geojson"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "geojson");
    CHECK_FALSE(read.diagnostics.has_errors());
    CHECK(read.problems.empty());
    CHECK(read.ids() == std::vector<std::string>{"THY1AB", "SU24-2", "OVER 180", "OVER 180 (2)", "moving"});

    const auto points = read.fixes("THY1AB");
    REQUIRE(points.size() == 2);
    CHECK(points[0].time == *parse_time("2015-11-24T07:24:00Z"));
    CHECK(points[0].place == LonLat{35.5, 36.25});
    CHECK(points[0].altitude_m == 5791.2);
    CHECK(points[0].accuracy_m == 12.5);
    CHECK(points[1].time == *parse_time("2015-11-24T07:24:10Z"));  // 1448323200 is midnight
    CHECK_FALSE(points[1].altitude_m);
    CHECK_FALSE(points[1].accuracy_m);
    CHECK(read.pieces[0].datum == AltitudeDatum::ellipsoid);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{6, 9});

    const auto flight = read.fixes("SU24-2");
    REQUIRE(flight.size() == 2);
    CHECK(flight[1].time == *parse_time("2015-11-24T07:24:10Z"));
    CHECK(flight[1].altitude_m == 6100.0);

    // Cut at 180 degrees it is still one recording; the shared place is there once.
    const auto over = read.fixes("OVER 180");
    REQUIRE(over.size() == 3);
    CHECK(over[1].place == LonLat{180, 10});
    CHECK(over[2].place == LonLat{-179, 10});
    CHECK(over[2].time == *parse_time("2015-11-24T07:24:20Z"));
    CHECK(read.fixes("OVER 180 (2)").size() == 1);

    const auto moving = read.fixes("moving");
    REQUIRE(moving.size() == 2);
    CHECK(moving[1].place == LonLat{139.75, 35.5});
    CHECK(moving[1].altitude_m == 2.5);
    CHECK(tells(read.diagnostics, "note", "lines and areas without times are no recording and are not read: 1"));
}

TEST_CASE("GeoJSON features come as a sequence with record separators or one a line; a broken one costs itself")
{
    const std::string good = point(a_time + R"(,"id":"A")");
    const std::string cut = good.substr(0, 60);
    SECTION("record separators")
    {
        const auto read = read_as("a", "\x1E" + good + "\n\x1E" + cut + "\n\x1E{\n" + good.substr(1) + "\n");
        CHECK(read.format == "geojsonseq");
        CHECK(read.fixes("A").size() == 2);
        CHECK(read.dropped(unreadable_kind) == 1);
        CHECK(read.problems.kinds()[0].told[0].line == 2);
        CHECK_FALSE(read.diagnostics.has_errors());
    }
    SECTION("lines")
    {
        const auto read = read_as("a.json", good + "\n\r\n" + good + "\n" + cut + "\n" + good + "\n" + cut);
        CHECK(read.format == "geojsonseq");
        CHECK(read.fixes("A").size() == 3);
        CHECK(read.pieces[0].lines == std::vector<std::int64_t>{1, 3, 5});
        CHECK(read.dropped(unreadable_kind) == 2);
        CHECK_FALSE(read.diagnostics.has_errors());
    }
    SECTION("a line that ends within a text")
    {
        const auto read = read_as("a.geojsonl", good + "\n{\"type\":\"Feature\",\"x\":\"abc\n" + good + "\n");
        CHECK(read.fixes("A").size() == 2);
        CHECK(read.dropped(unreadable_kind) == 1);
    }
}

TEST_CASE("an altitude property with a unit goes before the third coordinate of GeoJSON points")
{
    const auto read = read_as("a.json", collection(point(a_time + R"(,"alt_baro_ft":1000)", "[1,2,3]") + "," +
                                                   point(R"("other":1,)" + a_time, "[1,2,3]")));
    CAPTURE(told(read.diagnostics));
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].datum == AltitudeDatum::pressure);
    CHECK(*read.pieces[0].fixes[0].altitude_m == Approx(304.8));
    CHECK_FALSE(read.pieces[0].fixes[1].altitude_m);  // one track has one datum
}

TEST_CASE("a GeoJSON altitude property without a unit is not guessed at")
{
    const auto flat = read_as("a.json", collection(point(a_time + R"(,"altitude":1000)")));
    CHECK(flat.pieces.empty());
    CHECK(tells(flat.diagnostics, "error", "tells no unit"));
    const auto solid = read_as("a.json", collection(point(a_time + R"(,"altitude":1000)", "[1,2,3]")));
    CHECK(solid.fixes("").at(0).altitude_m == 3.0);
    TrackReadOptions options;
    options.columns = {{"alt", "altitude:ft:msl"}};
    const auto mapped = read_as("a.json", collection(point(a_time + R"(,"altitude":1000)")), options);
    REQUIRE(mapped.pieces.size() == 1);
    CHECK(*mapped.pieces[0].fixes[0].altitude_m == Approx(304.8));
    CHECK(mapped.pieces[0].datum == AltitudeDatum::msl);
}

TEST_CASE("GeoJSON features that cannot be read are dropped and told by kind")
{
    const auto read = read_as(
        "a.json", collection(point(R"("time":"yesterday")") + "," + point(R"("time":null)") + "," +
                             point(a_time, "[1]") + "," + point(a_time, R"(["1","2"])") + "," +
                             point(a_time, "[20,100]") + "," + R"({"type":"Feature","properties":{},"geometry":null})" +
                             "," + R"({"type":"Cow"})" + "," + R"({"type":"Feature",})" + "," + point("\"nothing\":1") +
                             "," + line(R"("coordTimes":["2015-11-24T07:24:00Z"])", "[[1,2],[3,4]]") + "," +
                             line(R"("times":[[1448323200],[1448323200]])", "[[[1,2]]]", "MultiLineString") + "," +
                             point(a_time)));
    CAPTURE(told(read.diagnostics));
    CHECK(read.dropped(bad_time_kind) == 1);
    CHECK(read.dropped(no_time_kind) == 1);
    CHECK(read.dropped(bad_number_kind) == 2);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.dropped(no_position_kind) == 1);
    CHECK(read.dropped(unreadable_kind) == 3);
    CHECK(read.dropped(unpaired_kind) == 2);
    CHECK(read.fixes("").size() == 1);
}

TEST_CASE("GeoJSON without any time says what is missing")
{
    const auto read = read_as("a.json", collection(point("\"cow\":1") + "," + point("\"cow\":2")));
    CHECK(read.pieces.empty());
    CHECK(tells(read.diagnostics, "error", "no column holds the time"));
}

TEST_CASE("GeoJSON in another reference system is an error, wherever it says so")
{
    const std::string crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}})";
    const std::string features = R"("features":[)" + point(a_time) + "]";
    for (const std::string& text : {R"({"type":"FeatureCollection",)" + crs + "," + features + "}",
                                    R"({"type":"FeatureCollection",)" + features + "," + crs + "}"}) {
        CAPTURE(text);
        CHECK(tells(read_as("a.json", text).diagnostics, "error - crs", "EPSG::25832"));
    }
}

TEST_CASE("a GeoJSON file that is cut off or no GeoJSON is an error with its line")
{
    const std::string whole = collection(point(a_time) + ",\n" + point(a_time));
    const auto cut = read_as("a.json", whole.substr(0, whole.size() - 5));
    CHECK(cut.fixes("").size() == 1);
    CHECK(tells(cut.diagnostics, "error 2", "cut off"));
    CHECK(tells(read_as("a.geojson", collection("1,2")).diagnostics, "error 1", "only objects"));
    CHECK(tells(read_as("a.geojson", "{} nonsense \"FeatureCollection\"").diagnostics, "error 1", "no JSON object"));
    CHECK(tells(read_as("a.geojson", "{\"type\":\"FeatureCollection\"}}").diagnostics, "error 1", "not opened"));
    TrackReadOptions options;
    options.format = "geojson";
    CHECK(tells(read_as("a", "[1,2]", options).diagnostics, "error 1", "array"));
    CHECK(read_as("a", collection(""), options).pieces.empty());
    CHECK(read_as("a", "", options).pieces.empty());
}

TEST_CASE("GeoJSON that nests without end costs no more than its feature")
{
    const std::string deep =
        R"({"type":"Feature","properties":{"x":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}}";
    const auto read = read_as("a.json", collection(deep + "," + point(a_time)));
    CHECK(read.dropped(unreadable_kind) == 1);
    CHECK(read.fixes("").size() == 1);
}

TEST_CASE("GeoJSON is read alike wherever the blocks of the file end")
{
    // Longer than a block of a megabyte, with brackets and quotes in texts everywhere.
    std::string features;
    const int count = 20'000;
    for (int i = 0; i < count; ++i)
        features += std::string{i > 0 ? "," : ""} +
                    point(R"("time":)" + std::to_string(1448323200 + i) + R"(,"note":"}\"]\\{[\\\\ \u0022","id":"A")");
    const auto read = read_as("a.json", collection(features));
    CHECK(read.problems.empty());
    CHECK(read.fixes("A").size() == count);
    CHECK(read.pieces.size() == 2);
}

}  // namespace incursion
