#include "sim/io/openaip_format.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/sim/io/airspace_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

/// As the core API answers, with other members put in.
std::string item(const std::string& more = "", const std::string& name = "ED-R 1")
{
    return R"({"_id":"626153c0","name":")" + name + R"(","type":1,"icaoClass":8,"country":"DE",
"geometry":{"type":"Polygon","coordinates":[[[8,50],[9,50],[9,51],[8,50]]]},
"upperLimit":{"value":100,"unit":6,"referenceDatum":2},"lowerLimit":{"value":0,"unit":1,"referenceDatum":0})" +
           (more.empty() ? "" : ",\n" + more) + "}";
}

AirspacesRead read_json(const std::string& text, AirspaceSource source = {})
{
    return read_as_file(text, "a.json", source);
}

TimeSpan span(const char* from, const char* to)
{
    return {parse_time(from).value(), parse_time(to).value()};
}

std::string hours(const std::string& entries)
{
    return R"("hoursOfOperation":{"operatingHours":[)" + entries + "]}";
}

// 7 May 2018 was a Monday.
const TimeSpan week = span("2018-05-07T00:00:00Z", "2018-05-14T00:00:00Z");

}  // namespace

TEST_CASE("OpenAIP: codes, limits and polygons of a list, a page and one airspace", "[openaip]")
{
    const std::string list = "[" + item() + ",\n" + item("", "ED-R 2") + "]";
    for (const std::string& text :
         {list, R"({"limit":1000,"page":1,"items":)" + list + R"(,"totalCount":2})", item()}) {
        CAPTURE(text);
        const AirspacesRead read = read_json(text);
        CAPTURE(told(read.diagnostics));
        CHECK(read.diagnostics.list().empty());
        const Airspace& one = read.find("ED-R 1");
        CHECK(one.floor == VerticalLimit{Surface{}});
        CHECK(one.ceiling == VerticalLimit{FlightLevel{100}});
        REQUIRE(one.rings.size() == 1);
        CHECK(one.rings[0].points == std::vector<LonLat>{{8, 50}, {9, 50}, {9, 51}});
        CHECK_FALSE(one.activation);
    }
    AirspaceSource source;
    source.key = "type";
    source.owner = "country";
    source.where = "name LIKE '%2'";
    const AirspacesRead chosen = read_json(list, source);
    CHECK(chosen.find("R").owner == "DE");
    source.key = "class";
    source.where = "";
    CHECK(read_json(item(R"("x":{"icaoClass":1})"), source).diagnostics.has_errors());  // 8 is no class
    std::string controlled = item();
    controlled.replace(controlled.find("\"icaoClass\":8"), 13, "\"icaoClass\":3");
    CHECK(read_json(controlled, source).find("D").rings.size() == 1);
}

TEST_CASE("OpenAIP: GeoJSON of its exports and of converters", "[openaip]")
{
    // As README.md of openaip-openair-parser (MIT) shows its output.
    const char* converted = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{
"name":"TMA Todendorf-Putlos","class":"D","type":"TMA",
"upperCeiling":{"value":40000,"unit":"FT","referenceDatum":"MSL"},"lowerCeiling":{"value":0,"unit":"FT","referenceDatum":"GND"},
"activationTimes":[{"start":"2018-05-08T12:00:00.000Z","end":"2018-05-08T13:00:00.000Z"},{"end":"2018-05-07T02:00:00.000Z"},
{"start":"2018-05-13T11:00:00.000Z"}]},
"geometry":{"type":"Polygon","coordinates":[[[10.6,54.4],[10.8,54.4],[10.9,54.3],[10.6,54.4]]]}}]})";
    const AirspacesRead read = read_as_file(converted, "a.geojson");
    CAPTURE(told(read.diagnostics));
    const Airspace& tma = read.find("TMA Todendorf-Putlos");
    CHECK(std::get<Msl>(tma.ceiling).m == Approx(12192));
    CHECK(tma.floor == VerticalLimit{Surface{}});
    REQUIRE(tma.activation);
    CHECK(active_within(*tma.activation, week) == std::vector{span("2018-05-07T00:00:00Z", "2018-05-07T02:00:00Z"),
                                                              span("2018-05-08T12:00:00Z", "2018-05-08T13:00:00Z"),
                                                              span("2018-05-13T11:00:00Z", "2018-05-14T00:00:00Z")});
    const char* exported =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"_id":"1","name":"A","type":4,
"icaoClass":3,"upperLimit":{"value":1500,"unit":0,"referenceDatum":0},"lowerLimit":{"value":500,"unit":1,"referenceDatum":1}},
"geometry":{"type":"MultiPolygon","coordinates":[[[[1,1],[2,1],[2,2],[1,1]]],[[[5,1],[6,1],[6,2],[5,1]]]]}}]})";
    const AirspacesRead multi = read_as_file(exported, "a.geojson");
    CHECK(multi.find("A").rings.size() == 2);
    CHECK(std::get<Agl>(multi.find("A").ceiling).m == Approx(1500));
    // GeoJSON whose limits are texts is read as before.
    AirspaceSource source;
    source.ceiling = "upperLimit";
    const AirspacesRead plain = read_as_file(
        R"({"type":"Feature","properties":{"key":"A","upperLimit":"FL50"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}})",
        "a.geojson", source);
    CHECK(plain.find("A").ceiling == VerticalLimit{FlightLevel{50}});
}

TEST_CASE("OpenAIP: operating hours by days, the sun and NOTAM", "[openaip]")
{
    const auto active = [](const AirspacesRead& read) {
        CAPTURE(told(read.diagnostics));
        REQUIRE(read.find("ED-R 1").activation);
        return active_within(*read.find("ED-R 1").activation, week);
    };
    const auto day = [](int number, const char* from, const char* to, const std::string& more = "") {
        return R"({"dayOfWeek":)" + std::to_string(number) + R"(,"startTime":")" + from + R"(","endTime":")" + to +
               "\"" + more + "}";
    };
    CHECK(active(read_json(item(hours(day(0, "08:00", "16:00") + "," + day(6, "22:00", "02:00"))))) ==
          std::vector{span("2018-05-07T00:00:00Z", "2018-05-07T02:00:00Z"),  // from the Sunday before
                      span("2018-05-07T08:00:00Z", "2018-05-07T16:00:00Z"),
                      span("2018-05-13T22:00:00Z", "2018-05-14T00:00:00Z")});
    const AirspacesRead sun = read_json(item(hours(day(2, "", "18:00", R"(,"sunrise":true)"))));
    CHECK(active(sun) == std::vector{span("2018-05-09T00:00:00Z", "2018-05-09T18:00:00Z")});
    CHECK(tells(sun.diagnostics, "warning", "sunrise or close at sunset: 1"));
    const AirspacesRead by_notam = read_json(item(hours(R"({"dayOfWeek":1,"byNotam":true})")));
    CHECK(active(by_notam) == std::vector{span("2018-05-08T00:00:00Z", "2018-05-09T00:00:00Z")});
    CHECK(tells(by_notam.diagnostics, "note", "by NOTAM"));
    const AirspacesRead whole = read_json(item(R"("byNotam":true)"));
    CHECK_FALSE(whole.find("ED-R 1").activation);
    CHECK(tells(whole.diagnostics, "note", "taken as always active"));
    CHECK_FALSE(read_json(item(hours(""))).find("ED-R 1").activation);
    CHECK_FALSE(read_json(item(R"("hoursOfOperation":null)")).find("ED-R 1").activation);
    CHECK(tells(read_json(item(hours(day(7, "08:00", "16:00")))).diagnostics, "error 1 ED-R 1", "dayOfWeek"));
    CHECK(tells(read_json(item(hours(day(1, "8h", "16:00")))).diagnostics, "error 1 ED-R 1", "no hours of a day"));
}

TEST_CASE("OpenAIP: activeFrom and activeUntil bound hours, spans and what is active always", "[openaip]")
{
    const auto active = [](const std::string& more) {
        const AirspacesRead read = read_json(item(more));
        CAPTURE(told(read.diagnostics));
        REQUIRE(read.find("ED-R 1").activation);
        return active_within(*read.find("ED-R 1").activation, week);
    };
    const std::string both = R"("activeFrom":"2018-05-08T06:00:00.000Z","activeUntil":"2018-05-09T09:00:00Z")";
    CHECK(active(both) == std::vector{span("2018-05-08T06:00:00Z", "2018-05-09T09:00:00Z")});
    CHECK(active(R"("activeFrom":"2018-05-08T06:00Z","activeUntil":null)") ==
          std::vector{span("2018-05-08T06:00:00Z", "2018-05-14T00:00:00Z")});
    CHECK(active(R"("activeUntil":"2018-05-08T08:00+02:00")") ==
          std::vector{span("2018-05-07T00:00:00Z", "2018-05-08T06:00:00Z")});
    std::string entries;
    for (int day = 0; day < 7; ++day)
        entries += (day > 0 ? "," : "") + (R"({"dayOfWeek":)" + std::to_string(day)) +
                   R"(,"startTime":"08:00","endTime":"16:00"})";
    CHECK(active(both + "," + hours(entries)) == std::vector{span("2018-05-08T08:00:00Z", "2018-05-08T16:00:00Z"),
                                                             span("2018-05-09T08:00:00Z", "2018-05-09T09:00:00Z")});
    CHECK(active(both + R"(,"activationTimes":[{"start":"2018-05-07T00:00:00Z","end":"2018-05-08T07:00:00Z"}])") ==
          std::vector{span("2018-05-08T06:00:00Z", "2018-05-08T07:00:00Z")});
    CHECK(active(both + R"(,"activationTimes":[{"end":"2018-05-08T05:00:00Z"}])").empty());
    CHECK(active(both + R"(,"byNotam":true)") == std::vector{span("2018-05-08T06:00:00Z", "2018-05-09T09:00:00Z")});
    CHECK_FALSE(read_json(item(R"("activeFrom":null,"activeUntil":"")")).find("ED-R 1").activation);
    for (const char* wrong : {R"("activeFrom":"in May")", R"("activeUntil":1525500000)",
                              R"("activeFrom":"2018-05-08T06:00:00Z","activeUntil":"2018-05-08T06:00:00Z")"}) {
        CAPTURE(wrong);
        CHECK(tells(read_json(item(wrong)).diagnostics, "error 1 ED-R 1", "active"));
    }
}

TEST_CASE("OpenAIP: limits that are not applied are told with those that are", "[openaip]")
{
    const char* other = R"(:{"value":2500,"unit":1,"referenceDatum":1})";
    const AirspacesRead read =
        read_json(item(R"("lowerLimitMin")" + std::string{other} + R"(,"upperLimitMax")" + other));
    CAPTURE(told(read.diagnostics));
    CHECK(read.find("ED-R 1").ceiling == VerticalLimit{FlightLevel{100}});
    CHECK(tells(read.diagnostics, "warning 1 ED-R 1", "lowerLimitMin is not applied; lowerLimit 'SFC' is used"));
    CHECK(tells(read.diagnostics, "warning 1 ED-R 1", "upperLimitMax is not applied; upperLimit 'FL100' is used"));
    CHECK(read_json(item(R"("lowerLimitMin":null,"upperLimitMax":null)")).diagnostics.list().empty());
}

TEST_CASE("OpenAIP: every problem is told with its line and airspace, all at once", "[openaip]")
{
    std::string unit = item("", "Two"), shape = item("", "Three"), place = item("", "Four");
    unit.replace(unit.find("\"unit\":6"), 8, "\"unit\":9");
    shape.replace(shape.find("Polygon"), 7, "Point");
    place.replace(place.find("[8,50]"), 6, "[8,\"a\"]");
    const AirspacesRead read = read_json("[\n" + item("", "One") + ",\n" + unit + ",\n" + shape + ",\n" + place + "]");
    CAPTURE(told(read.diagnostics));
    CHECK_FALSE(read.airspaces);
    CHECK(tells(read.diagnostics, "error 5 Two", "upperLimit needs a value, a unit"));
    CHECK(tells(read.diagnostics, "error 8 Three", "'Point'"));
    CHECK(tells(read.diagnostics, "error 11 Four", "no longitudes and latitudes"));
    CHECK(tells(read_json("[" + item("", "") + "]").diagnostics, "error 1 airspace 1", "key is empty"));
    const std::string whole = "[" + item() + "," + item("", "B") + "]";
    CHECK(tells(read_json(whole.substr(0, whole.size() - 20)).diagnostics, "error", "the JSON is broken"));
    CHECK(tells(read_json(R"({"items":[],"x":{"_id":1,"icaoClass":1}})").diagnostics, "error", "no airspaces"));
    // What begins like null, here and in plain GeoJSON.
    CHECK(tells(read_json(R"({"items":[],"x":{"_id":1,"icaoClass":1},"y":n 1})").diagnostics, "error",
                "the JSON is broken"));
    CHECK(
        read_as_file(R"({"type":"FeatureCollection","name":n 1,"features":[]})", "a.geojson").diagnostics.has_errors());
}

TEST_CASE("OpenAIP is told from tracks and other JSON", "[openaip]")
{
    CHECK(fits_openaip(".json", "[" + item() + "]"));
    CHECK(fits_openaip(".json", R"({"items":[{"upperLimit":{"value":1,"unit":1,"referenceDatum":1}}]})"));
    CHECK_FALSE(fits_openaip(".json", R"({"icao":"4b8e01","timestamp":1,"trace":[]})"));
    CHECK_FALSE(
        fits_openaip(".geojson", R"({"type":"FeatureCollection","features":[{"properties":{"upperLimit":"FL100"}}]})"));
    CHECK_FALSE(fits_openaip(".csv", "[" + item() + "]"));
    CHECK_FALSE(fits_openaip(".json", ""));
}
