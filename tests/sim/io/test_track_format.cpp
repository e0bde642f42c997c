#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

#include "sim/io/track_format.h"
#include "tests/sim/io/memory_bytes.h"
#include "tests/sim/io/read_support.h"

namespace incursion {

using test::tells;

namespace {

/// The name of the format that is chosen; the message of the error where none is.
std::string format_of(const std::string& name, std::string_view text, const std::string& asked = "")
{
    test::MemoryBytes input{name, text};
    TrackReadOptions options;
    options.format = asked;
    Diagnostics diagnostics;
    const TrackFormat* format = track_format_of(input, options, diagnostics);
    return format != nullptr ? std::string{format->name} : diagnostics.list().at(0).message;
}

}  // namespace

TEST_CASE("formats are recognised by content, whatever the file is called")
{
    using namespace std::string_view_literals;
    for (const char* const name : {"a", "a.txt", "a.csv", "a.json", "a.bin", "-"}) {
        CAPTURE(name);
        CHECK(format_of(name, "<?xml version='1.0'?>\n<!-- <kml> -->\n<gpx version='1.1'>") == "gpx");
        CHECK(format_of(name, "<kml xmlns='http://www.opengis.net/kml/2.2'>") == "kml");
        CHECK(format_of(name, "<!DOCTYPE kml><k:kml xmlns:k='x'>") == "kml");
        CHECK(format_of(name, "\n{ \"type\": \"FeatureCollection\", \"features\": [") == "geojson");
        CHECK(format_of(name, "{\"type\":\"Feature\",\"geometry\":null}") == "geojson");
        CHECK(format_of(name, "{\"type\":\"MovingPoint\"}") == "geojson");
        CHECK(format_of(name, "\x1E{\"type\":\"Feature\"}\n") == "geojsonseq");
        CHECK(format_of(name, "{\"type\":\"Feature\"}\n{\"type\":\"Feature\"}\n") == "geojsonseq");
        CHECK(format_of(name, "{\"icao\":\"abc123\",\"timestamp\":1,\n\"trace\":[\n") == "readsb");
        CHECK(format_of(name, "AXXX001\r\nHFDTE241115\r\n") == "igc");
        CHECK(format_of(name, "AXXX001\nHFPLTPILOT:X\nHFDTEDATE:241115,01\n") == "igc");
        CHECK(format_of(name, "$GPGSV,3,1,11\r\n\\s:a*0B\\$GNGGA,072405,,,,,0,,,,,,,,\r\n") == "nmea");
        CHECK(format_of(name, "$PFLAU,0,1\n$PFLAA,0,1\n$PFLAA,0,2\n$GPRMC,072405,V,,,,,,,241115,,\n") == "nmea");
        CHECK(format_of(name, "MSG,8,5,211,4CA2D6,10057,2008/11/28,14:53:50.391\n") == "sbs");
        CHECK(format_of(name, "STA,,5,179,400AE7,10103\nMSG,8,5,211,4CA2D6\n") == "sbs");
        CHECK(format_of(name, " {\"time\":1499105365,\"states\":[[\"4240ec\"") == "opensky");
        CHECK(format_of(name, "[{\"states\":null,\n\"time\":1499105365}]") == "opensky");
        CHECK(format_of(name, "{\"time\":1,\"icao24\":\"a\",\"lat\":1,\"lastposupdate\":1}") == "opensky");
        CHECK(format_of(name, "time,icao24,lat,lon,velocity,lastposupdate,lastcontact\n") == "opensky");
        CHECK(format_of(name, "icao24,time_position,last_contact,longitude,latitude\n") == "csv");
        CHECK(format_of(name, "ID,time,lat,lon\nMSGX,1,2,3\n") == "csv");
        CHECK(format_of(name, "SQLite format 3\0\x10\0"sv) == "ogr");
        CHECK(format_of(name, "fgb\x03"
                              "fgb\0"sv) == "ogr");
        CHECK(format_of(name, "PAR1\x15\x04"sv) == "ogr");
        CHECK(format_of(name, "\0\0\x27\x0A\0\0"sv) == "ogr");
        CHECK(format_of(name, "time,lat,lon\n1448323200,1,2\n") == "csv");
    }
}

TEST_CASE("where content does not tell, the ending does")
{
    CHECK(format_of("a.gpx", "\xFF\xFE<\0g\0p\0x\0") == "gpx");
    CHECK(format_of("a.kml", "<?xml version='1.0'?><!-- a long comment that does not end") == "kml");
    CHECK(format_of("a.geojson", "{ \"name\": \"what follows is far away\",") == "geojson");
    CHECK(format_of("a.igc", "LXXX some recorder's remarks\n") == "igc");
    CHECK(format_of("a.nmea", "started\n") == "nmea");
    CHECK(format_of("a.sbs", "\n") == "sbs");
    CHECK(format_of("a.geojsonl", "{ \"name\": \"what follows is far away\",") == "geojsonseq");
}

TEST_CASE("a format that is asked for by name is not looked for; an unknown one lists those there are")
{
    CHECK(format_of("a.gpx", "<gpx>", "csv") == "csv");
    const std::string message = format_of("a.gpx", "<gpx>", "gpz");
    CHECK(message.find("did you mean 'gpx'?") != std::string::npos);
    for (const char* const name : {"gpx", "kml", "readsb", "opensky", "igc", "nmea", "sbs", "geojsonseq", "geojson",
                                   "ogr", "csv"})
        CHECK(message.find(name) != std::string::npos);
}

TEST_CASE("an empty file and one of no known format say so")
{
    CHECK(format_of("a.csv", "").find("empty") != std::string::npos);
    CHECK(format_of("a.xml", "<?xml version='1.0'?><html>").find("no track file of a known format") !=
          std::string::npos);
}

TEST_CASE("every format has a name of its own, a title and endings")
{
    std::vector<std::string_view> names;
    for (const TrackFormat& format : track_formats()) {
        names.push_back(format.name);
        CHECK_FALSE(format.title.empty());
        CHECK(format.endings.starts_with('.'));
    }
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK(track_formats().back().name == "csv");
}

}  // namespace incursion
