#include <catch2/catch.hpp>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::tells;
using test::told;

namespace {

/// Of the fields from time_position on.
std::string document(const std::string& fields)
{
    return R"({"time":1499105365,"states":[["4240ec","UTA394  ","United Kingdom",)" + fields + "]]}";
}

const std::string archive_header = "time,icao24,lat,lon,baroaltitude,geoaltitude,lastposupdate,lastcontact,onground\n";

TrackReadOptions geometric()
{
    TrackReadOptions options;
    options.altitude = AltitudeDatum::ellipsoid;
    return options;
}

}  // namespace

TEST_CASE("OpenSky's documents give positions at the time at which they came, each once")
{
    const auto read = read_file(test::sample("states.json"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "opensky");
    CHECK(read.diagnostics.list().empty());
    CHECK(read.problems.empty());
    CHECK(read.problems.repeated() == 1);
    CHECK(read.ids() == std::vector<std::string>{"4240ec", "3c6444", "4b1806"});
    REQUIRE(read.fixes("4240ec").size() == 1);
    const Fix fix = read.fixes("4240ec")[0];
    // 1499105360 is 2017-07-03T18:09:20Z (`date -u -d @1499105360`); the document is of five seconds later.
    CHECK(fix.time == *parse_time("2017-07-03T18:09:20Z"));
    CHECK(fix.place == LonLat{21.9943, 54.9052});
    CHECK(fix.altitude_m == 8404.86);
    CHECK(read.pieces[0].datum == AltitudeDatum::pressure);
    CHECK(read.fixes("3c6444").size() == 2);
    CHECK_FALSE(read.fixes("4b1806").at(0).altitude_m);
    const auto high = read_file(test::sample("states.json"), geometric());
    CHECK(high.pieces.at(0).datum == AltitudeDatum::ellipsoid);
    CHECK(high.fixes("4240ec").at(0).altitude_m == 8397.24);
}

TEST_CASE("OpenSky's documents are read from an array of them too, and in any shape of blanks")
{
    const std::string one = document("1499105360,1499105360,21.5,54.5,8404,false,0,0,0,null,8397,null,false,0");
    const std::string two = document("1499105361,1499105361,21.5,54.6,8404,false,0,0,0,null,8397,null,false,0,1");
    for (const std::string& text :
         {one + "\n" + two, one + two, "[" + one + ",\n" + two + "]", " \n[" + one + "," + two + "]"})
        CHECK(read_as("a.json", text).fixes("4240ec").size() == 2);
    CHECK(read_as("a.json", R"([{"time":1,"states":[]}])").pieces.empty());
}

TEST_CASE("OpenSky's archives are read with the time of the position, not that of the row")
{
    const auto read = read_file(test::sample("states.csv"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "opensky");
    CHECK(read.problems.empty());
    CHECK(read.problems.repeated() == 1);
    REQUIRE(read.fixes("a0d724").size() == 2);
    const Fix fix = read.fixes("a0d724")[0];
    // OpenSky's guide: 1480760792 is 3 December 2016, 10:26:32 UTC.
    CHECK(fix.time == *parse_time("2016-12-03T10:26:32.343Z"));
    CHECK(fix.place == LonLat{-88.93128395080566, 37.89463883739407});
    CHECK(fix.altitude_m == 9144.0);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{2, 4});
    CHECK_FALSE(read.fixes("abd0f9").at(0).altitude_m);
    CHECK(read_file(test::sample("states.csv"), geometric()).fixes("a0d724").at(0).altitude_m == 9342.12);
    // Somebody who names the columns wants them.
    TrackReadOptions options;
    options.columns["alt"] = "geoaltitude:m:msl";
    const auto named = read_file(test::sample("states.csv"), options);
    CHECK(named.pieces.at(0).datum == AltitudeDatum::msl);
    CHECK(named.fixes("a0d724").at(0).altitude_m == 9342.12);
}

TEST_CASE("the JSON files of OpenSky's archives have names instead of places")
{
    const auto read =
        read_as("a.json", R"({"time":1480760792,"icao24":"a0d724","lat":37.5,"lon":-88.5,"onground":false,)"
                          R"("baroaltitude":9144,"geoaltitude":null,"lastposupdate":1480760792.343,"lastcontact":1})"
                          "\n"
                          R"({"time":1480760793,"icao24":"a0d724","lat":null,"lon":null,"lastposupdate":null})");
    CHECK(read.format == "opensky");
    REQUIRE(read.fixes("a0d724").size() == 1);
    CHECK(read.fixes("a0d724")[0].time == *parse_time("2016-12-03T10:26:32.343Z"));
    CHECK(read.problems.empty());
}

TEST_CASE("headers within OpenSky's CSV, quotes and other orders of its columns are read")
{
    const auto read = read_as("a.csv", archive_header + "1,a,50,8,1000,,1480760792,2,true\n" +
                                           "\"time\",\"lastposupdate\",\"icao24\",\"lon\",\"lat\"\n" +
                                           "\"1480760799\",\"1480760793\",\"a\",\"8.5\",\"50\"\r\n\n");
    REQUIRE(read.fixes("a").size() == 2);
    CHECK(read.fixes("a")[1].place == LonLat{8.5, 50});
    CHECK_FALSE(read.fixes("a")[0].altitude_m);
}

TEST_CASE("state vectors that cannot be read are dropped and told by kind, those without a position are not")
{
    const auto csv =
        read_as("a.csv", archive_header + "1,a,x,8,,,1480760792,2,\n1,a,50,8,,,,2,\n1,,50,8,,,1480760792,2,\n" +
                             "1,a,50\n1,a,95,8,,,1480760792,2,\n1,a,50,8,,,1e99,2,\n1,a,NULL,NULL,,,NULL,2,\n" +
                             "1,a,50,8,high,,1480760792,2,\n");
    CHECK(csv.dropped(bad_number_kind) == 3);
    CHECK(csv.dropped(no_time_kind) == 1);
    CHECK(csv.dropped(unreadable_record_kind) == 2);
    CHECK(csv.dropped(impossible_position_kind) == 1);
    CHECK(csv.pieces.empty());

    const auto json = read_as(
        "a.json", document("\"x\",1,21.5,54.5,null,false") + document("null,1,21.5,54.5,null,false") +
                      document("1499105360,1,\"21\",54.5,null,false") + document("1499105360,1,21.5,95,null,false") +
                      R"({"time":1,"states":7}{"time":1,"states":[7,[]]}{"time":1})" + "{\"a\":tru}");
    CHECK(json.dropped(bad_number_kind) == 2);
    CHECK(json.dropped(no_time_kind) == 1);
    CHECK(json.dropped(impossible_position_kind) == 1);
    CHECK(json.dropped(unreadable_record_kind) == 4);
    CHECK(json.pieces.empty());
}

TEST_CASE("OpenSky's JSON that cannot be read as a whole is an error")
{
    const std::string one = document("1499105360,1499105360,21.5,54.5,8404,false");
    const auto cut = read_as("a.json", one + one.substr(0, 60));
    CHECK(cut.fixes("4240ec").size() == 1);
    CHECK(tells(cut.diagnostics, "error 1", "cut off"));
    CHECK(tells(read_as("a.json", "[" + one).diagnostics, "error", "the JSON is broken"));
    TrackReadOptions options;
    options.format = "opensky";
    CHECK(tells(read_as("a.csv", "time,lat,lon\n1,2,3\n", options).diagnostics, "error", "no columns icao24"));
}

TEST_CASE("a file of geometric altitudes alone says that it has no others")
{
    const auto read = read_as("a.csv", archive_header + "1,a,50,8,,1000,1480760792,2,false\n");
    CHECK_FALSE(read.fixes("a").at(0).altitude_m);
    CHECK(tells(read.diagnostics, "note",
                "no altitudes of the datum `pressure`, so its fixes have none; there are: ellipsoid"));
}

}  // namespace incursion
