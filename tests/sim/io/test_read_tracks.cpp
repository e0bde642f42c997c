#include <catch2/catch.hpp>

#include "sim/base/units.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Read {
    std::vector<Track> tracks;
    Diagnostics diagnostics;

    std::string first_time() const { return format_time(tracks.at(0).fixes()[0].time); }
    const Fix& fix(std::size_t i) const { return tracks.at(0).fixes()[i]; }
};

Read read(std::string_view text, TrackReadOptions options = {})
{
    const TemporaryFolder folder;
    Read result;
    result.tracks = read_tracks(folder.write("flight.csv", text), options, result.diagnostics);
    return result;
}

/// The instant that one time cell under one heading is read as; empty where the row is refused.
std::string instant(const std::string& heading, const std::string& cell)
{
    const Read r = read(heading + ",lon,lat\n" + cell + ",1,2\n");
    return r.tracks.empty() ? "" : r.first_time();
}

}  // namespace

TEST_CASE("a track file is read to the last digit of its times and places")
{
    const Read r = read("Time,Longitude,Latitude,alt_m,accuracy_m\n"
                        "2015-11-24T07:24:05.123456789Z,36.123456789012345,35.9,5791.2,12.5\n"
                        "2015-11-24 09:24:06+02:00,-1.5e1,+35.25,,\n");
    CAPTURE(told(r.diagnostics));
    REQUIRE(r.tracks.size() == 1);
    CHECK(r.diagnostics.list().empty());
    CHECK(r.tracks[0].id() == "flight");
    CHECK(r.tracks[0].datum() == AltitudeDatum::msl);
    REQUIRE(r.tracks[0].fixes().size() == 2);
    CHECK(r.first_time() == "2015-11-24T07:24:05.123456789Z");
    CHECK(r.fix(0).place == LonLat{36.123456789012345, 35.9});
    CHECK(r.fix(0).altitude_m == 5791.2);
    CHECK(r.fix(0).accuracy_m == 12.5);
    CHECK(format_time(r.fix(1).time) == "2015-11-24T07:24:06.000000Z");
    CHECK(r.fix(1).place == LonLat{-15, 35.25});
    CHECK_FALSE(r.fix(1).altitude_m);
    CHECK_FALSE(r.fix(1).accuracy_m);
}

TEST_CASE("numbers are instants to the nanosecond, in the unit that name or size tells")
{
    // 1448349845 s is 2015-11-24T07:24:05Z (date -u -d @1448349845).
    CHECK(instant("time_s", "1448349845.123456789") == "2015-11-24T07:24:05.123456789Z");
    CHECK(instant("epoch", "1448349845.1234567894") == "2015-11-24T07:24:05.123456789Z");
    CHECK(instant("unix", "1448349845.1234567895") == "2015-11-24T07:24:05.123456790Z");
    CHECK(instant("timestamp_ms", "1448349845123.456789") == "2015-11-24T07:24:05.123456789Z");
    CHECK(instant("time_us", "1448349845123456") == "2015-11-24T07:24:05.123456Z");
    CHECK(instant("time_ns", "1448349845123456789") == "2015-11-24T07:24:05.123456789Z");
    CHECK(instant("time", "1448349845") == "2015-11-24T07:24:05.000000Z");
    CHECK(instant("Timestamp", "1448349845123") == "2015-11-24T07:24:05.123000Z");
    CHECK(instant("time_s", "1.448349845e9") == "2015-11-24T07:24:05.000000Z");
    CHECK(instant("time_s", "-0.5") == "1969-12-31T23:59:59.500000Z");
    CHECK(instant("time_s", "12") == "1970-01-01T00:00:12.000000Z");
    CHECK(instant("time", "12").empty());
    CHECK(instant("time", "1448349845123456").empty());
    CHECK(instant("epoch", "1448349845123").empty());
    CHECK(instant("time_s", "1e30").empty());
    CHECK(instant("time", "nan").empty());
    CHECK(instant("time", "").empty());
}

TEST_CASE("a time without a zone is refused, unless its column is named utc")
{
    CHECK(instant("time", "2015-11-24T07:24:05").empty());
    CHECK(instant("timestamp_utc", "2015-11-24T07:24:05") == "2015-11-24T07:24:05.000000Z");
    CHECK(instant("UTC", "2015-11-24 07:24:05.5") == "2015-11-24T07:24:05.500000Z");
    CHECK(instant("utc", "2015-11-24T07:24:05+02:00") == "2015-11-24T05:24:05.000000Z");
    CHECK(instant("utc", "24.11.2015 07:24").empty());
    CHECK(tells(read("time,lon,lat\n2015-11-24T07:24:05,1,2\n").diagnostics, "warning 2", "offset"));
}

TEST_CASE("headers, delimiters, quotes, marks and line ends of many programs are understood")
{
    const auto same = [](std::string_view text) {
        const Read r = read(text);
        CAPTURE(std::string{text}, told(r.diagnostics));
        REQUIRE(r.tracks.size() == 1);
        REQUIRE(r.tracks[0].fixes().size() == 2);
        CHECK(r.tracks[0].id() == "AB1");
        CHECK(r.fix(1).place == LonLat{36.5, 35.25});
        CHECK(count(r.diagnostics, Severity::warning) == 0);
    };
    same("time,id,lon,lat\n1448349845,AB1,36,35\n1448349846,AB1,36.5,35.25\n");
    same("\xEF\xBB\xBFtime;id;lng;LAT\r\n1448349845;AB1;36;35\r\n1448349846;AB1;36.5;35.25\r\n");
    same("# made by hand\n\nepoch\ticao24\tx\ty\n1448349845\tAB1\t36\t35\n# so far\n1448349846\tAB1\t36.5\t35.25");
    same("\"time\",\"note, free\",\"callsign\",\"longitude\",\"latitude\"\n\"1448349845\",\"a \"\"b\"\"\nc\",\"AB1\",\"36\","
         "\"35\"\n1448349846,,AB1 , 36.5 ,\"35.25\",\n");
    same("snapshot time,flight,Lon (deg),Lat (deg),track\n1448349845,AB1,36,35,270\n1448349846,AB1,36.5,35.25,271\n");
    same("timestamp,icao24,latitude,longitude,groundspeed,track\n1448349845,AB1,35,36,1,2\n1448349846,AB1,35.25,36.5,1,2\n");
}

TEST_CASE("interleaved rows become one track each, in the order of their first rows")
{
    const Read r = read("time_s,id,lon,lat\n10,b,1,2\n5,a,3,4\n11,b,1,3\n6,a,3,5\n12,,9,9\n", {{}, "rest"});
    REQUIRE(r.tracks.size() == 3);
    CHECK(r.tracks[0].id() == "b");
    CHECK(r.tracks[1].id() == "a");
    CHECK(r.tracks[2].id() == "rest");
    CHECK(r.tracks[1].fixes().size() == 2);
}

TEST_CASE("altitudes are told their unit and their zero by name, and never guessed")
{
    const auto altitude = [](const std::string& heading) {
        const Read r = read("time_s,lon,lat," + heading + "\n1,1,2,1000\n");
        return r.tracks.empty() ? std::pair{-1.0, std::string{}}
                                : std::pair{r.fix(0).altitude_m.value_or(-2), std::string{name_of(r.tracks[0].datum())}};
    };
    const double ft = 1000 * metres_per_foot;
    CHECK(altitude("alt_m") == std::pair{1000.0, std::string{"msl"}});
    CHECK(altitude("Altitude (ft)") == std::pair{ft, std::string{"msl"}});
    CHECK(altitude("altitude_feet") == std::pair{ft, std::string{"msl"}});
    CHECK(altitude("baro_altitude_ft") == std::pair{ft, std::string{"pressure"}});
    CHECK(altitude("pressure_altitude_m") == std::pair{1000.0, std::string{"pressure"}});
    CHECK(altitude("geo_altitude_m") == std::pair{1000.0, std::string{"ellipsoid"}});
    CHECK(altitude("hae_ft") == std::pair{ft, std::string{"ellipsoid"}});
    CHECK(altitude("baroaltitude") == std::pair{1000.0, std::string{"pressure"}});
    CHECK(altitude("geoaltitude") == std::pair{1000.0, std::string{"ellipsoid"}});
    CHECK(altitude("alt_baro") == std::pair{ft, std::string{"pressure"}});
    for (const char* bare : {"alt", "altitude", "Altitude", "baro_altitude", "geo_altitude", "hae"}) {
        const Read r = read(std::string{"time_s,lon,lat,"} + bare + "\n1,1,2,1000\n");
        CAPTURE(bare, told(r.diagnostics));
        CHECK(r.tracks.empty());
        CHECK(tells(r.diagnostics, "error 1", std::string{"name it '"} + bare + "_ft'"));
    }
    const Read opensky = read("icao24,time_position,last_contact,longitude,latitude,baro_altitude\nx,1,2,1,2,1000\n");
    REQUIRE(opensky.tracks.size() == 1);
    CHECK(opensky.fix(0).altitude_m == 1000.0);
    CHECK(tells(read("time_s,lon,lat,accuracy\n1,1,2,5\n").diagnostics, "warning 1", "accuracy_m"));
}

TEST_CASE("of several altitudes the one nearest to mean sea level is taken, and the file's reader is told")
{
    const Read all = read("time_s,lon,lat,baro_altitude_ft,geo_altitude_m,alt_m\n1,1,2,100,200,300\n");
    REQUIRE(all.tracks.size() == 1);
    CHECK(all.fix(0).altitude_m == 300.0);
    CHECK(tells(all.diagnostics, "note", "'alt_m' (msl), not from 'geo_altitude_m', 'baro_altitude_ft'"));
    const Read empty = read("time_s,lon,lat,baro_altitude_ft,geo_altitude_m,alt_m\n1,1,2,100,,\n2,1,2,100,200,\n");
    REQUIRE(empty.tracks.size() == 1);
    CHECK(empty.tracks[0].datum() == AltitudeDatum::ellipsoid);
    CHECK_FALSE(empty.fix(0).altitude_m);
    CHECK(empty.fix(1).altitude_m == 200.0);
    const Read bare = read("time_s,lon,lat,altitude,geoaltitude\n1,1,2,100,200\n");
    CHECK(bare.fix(0).altitude_m == 200.0);
    CHECK(tells(bare.diagnostics, "note", "'altitude' tells no unit"));
}

TEST_CASE("columns are mapped by name where their names are unusual")
{
    const TrackReadOptions options{{{"time", "t:ms"}, {"lon", "ost"}, {"lat", "Nord"}, {"alt", "h:ft:pressure"},
                                    {"track", "wer"}, {"accuracy", "s:m"}}, std::nullopt};
    const Read r = read("t,OST,nord,h,wer,s,time\n1500,1,2,1000,me,7,x\n", options);
    CAPTURE(told(r.diagnostics));
    REQUIRE(r.tracks.size() == 1);
    CHECK(r.first_time() == "1970-01-01T00:00:01.500000Z");
    CHECK(r.fix(0).place == LonLat{1, 2});
    CHECK(*r.fix(0).altitude_m == Approx(304.8).epsilon(1e-15));
    CHECK(r.tracks[0].datum() == AltitudeDatum::pressure);
    CHECK(r.tracks[0].id() == "me");
    CHECK(r.fix(0).accuracy_m == 7.0);
    const Read wrong = read("time,lon,lat\n1448349845,1,2\n", {{{"time", "tiem"}}, std::nullopt});
    CHECK(tells(wrong.diagnostics, "error 1", "did you mean 'time'?"));
}

TEST_CASE("columns that are missing or told twice are errors, all of them at once")
{
    const Read none = read("a,b,c\n1,2,3\n");
    CHECK(none.tracks.empty());
    for (const char* what : {"the time", "the longitude", "the latitude"})
        CHECK(tells(none.diagnostics, "error 1", what));
    CHECK(tells(none.diagnostics, "error 1", "a, b, c"));
    CHECK(count(read("time\n1448349845\n").diagnostics, Severity::error) == 2);
    CHECK(tells(read("time,lat,lon,lat\n1448349845,1,2,3\n").diagnostics, "error 1", "both look like the lat"));
    CHECK(tells(read("time,timestamp,lon,lat\n1448349845,1448349846,1,2\n").diagnostics, "note 1",
                "'time', not from 'timestamp'"));
}
