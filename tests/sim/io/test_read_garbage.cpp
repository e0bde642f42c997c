#include <catch2/catch.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cpl_conv.h>

#include "sim/io/read_aircraft_type.h"
#include "sim/io/read_airspaces.h"
#include "sim/io/read_scenario.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/ogr_support.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr std::uint64_t seed = 20151124;

constexpr const char* two_squares = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"key":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
{"type":"Feature","properties":{"key":"B"},"geometry":{"type":"Polygon","coordinates":[[[5,0],[6,0],[6,1],[5,1],[5,0]]]}}]})";

std::string content_of(const std::string& path)
{
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

std::optional<Airspaces> read(const std::string& path, Diagnostics& d)
{
    AirspaceSource source;
    source.path = path;
    return read_airspaces(source, d);
}

/// Keeps what is written to standard error while it lives.
class CaughtStandardError {
public:
    explicit CaughtStandardError(const std::string& path) : saved_{::dup(2)}
    {
        const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        ::dup2(file, 2);
        ::close(file);
    }
    ~CaughtStandardError()
    {
        ::dup2(saved_, 2);
        ::close(saved_);
    }
    CaughtStandardError(const CaughtStandardError&) = delete;
    CaughtStandardError& operator=(const CaughtStandardError&) = delete;

private:
    int saved_;
};

}  // namespace

TEST_CASE("random bytes are refused by every reader, never crashed on")
{
    const TemporaryFolder folder;
    RandomStream random{seed, "garbage"};
    CAPTURE(seed);
    for (int i = 0; i < 300; ++i) {
        const auto size = static_cast<std::size_t>(random.uniform(0, 400));
        CAPTURE(i, size);
        Diagnostics scenario, type, tracks, airspaces;
        CHECK_FALSE(read_scenario(folder.write("s.toml", garbage(random, size, "[]{}=\"'\n#.,a1 -:TZ")), scenario));
        CHECK(scenario.has_errors());
        CHECK_FALSE(read_aircraft_type(folder.write("t.toml", garbage(random, size, "[]{}=\"'\n#.,a1 -:TZ")), type));
        CHECK(type.has_errors());
        const std::string head = i % 2 == 0 ? "time,lon,lat,alt_m\n" : "";
        const auto found = read_tracks(folder.write("t.csv", head + garbage(random, size, "\",;\t\n\r#-+.e0123456789")), {}, tracks);
        CHECK(found.empty() == tracks.has_errors());
        if (i % 10 != 0)
            continue;
        for (const char* name : {"a.geojson", "a.gpkg", "a.fgb", "a.shp", "a.kml"})
            CHECK_FALSE(read(folder.write(name, garbage(random, size, "{}[]\":,0123456789.<>/abc")), airspaces));
        CHECK(airspaces.has_errors());
    }
}

TEST_CASE("garbage in the formats of receivers is dropped or refused, and tracks of what is left are tracks")
{
    const std::string samples = INCURSION_SOURCE_DIR "/tests/sim/io/samples/";
    RandomStream random{seed, "receivers"};
    CAPTURE(seed);
    const TemporaryFolder folder;
    for (const char* const name :
         {"specification.igc", "receiver.nmea", "port30003.sbs", "states.json", "states.csv"}) {
        const std::string whole = content_of(samples + name);
        for (int i = 0; i < 150; ++i) {
            std::string text = i % 3 == 0 ? garbage(random, static_cast<std::size_t>(random.uniform(0, 2000)),
                                                    "ABHIMSGPZDV$*,.\n0123456789NEW[]{}\":/-")
                                          : whole.substr(0, random.bits() % whole.size() + 1);
            for (int k = 0; k < i % 3 && !text.empty(); ++k)
                text[random.bits() % text.size()] = static_cast<char>(random.bits() & 0xFFU);
            TrackReadOptions options;
            const std::string_view ending = std::string_view{name}.substr(std::string_view{name}.find('.') + 1);
            options.format = ending == "json" || ending == "csv" ? "opensky" : ending;
            Diagnostics told_of;
            const auto tracks = read_tracks(folder.write(name, text), options, told_of);
            CAPTURE(name, i, told(told_of));
            CHECK(tracks.empty() == told_of.has_errors());
            for (const Track& track : tracks)
                CHECK_FALSE(track.fixes().empty());
        }
    }
}

TEST_CASE("random bytes that are called ASTERIX are read without harm, and what they are not is told")
{
    const TemporaryFolder folder;
    RandomStream random{seed, "asterix garbage"};
    CAPTURE(seed);
    TrackReadOptions options;
    options.format = "asterix";
    options.day = parse_time("2015-11-24T00:00:00Z").value();
    options.radar_sites[""] = {{13.6, 45.1}, 120};
    for (int i = 0; i < 300; ++i) {
        const auto size = static_cast<std::size_t>(random.uniform(1, 400));
        CAPTURE(i, size);
        Diagnostics told;
        const std::string bytes = garbage(random, size, "\x15\x30\x3e\x22\x01\x80\xff\xa5\x0a\x0d");
        const auto tracks = read_tracks(folder.write("a", bytes), options, told);
        CHECK(tracks.empty() == told.has_errors());
        CHECK_FALSE(told.list().empty());
    }
}

TEST_CASE("a scenario cut anywhere or with one byte changed is read or refused")
{
    const std::string text = content_of(std::string{INCURSION_SOURCE_DIR "/data/aircraft/su-24m.toml"});
    const TemporaryFolder folder;
    RandomStream random{seed, "changes"};
    CAPTURE(seed);
    for (int i = 0; i < 300; ++i) {
        std::string changed = text.substr(0, random.bits() % text.size() + 1);
        changed[random.bits() % changed.size()] = static_cast<char>(random.bits() & 0xFFU);
        const std::string path = folder.write("t.toml", changed);
        Diagnostics as_type, as_scenario;
        const bool type = read_aircraft_type(path, as_type).has_value();
        CHECK(type != as_type.has_errors());
        const bool scenario = read_scenario(path, as_scenario).has_value();
        CHECK(scenario != as_scenario.has_errors());
    }
}

TEST_CASE("nesting beyond reason is refused, not followed")
{
    const auto repeated = [](const std::string& part, int times) {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += part;
        return text;
    };
    constexpr int deep = 200'000;
    const TemporaryFolder folder;
    for (const std::string& text :
         {"a = " + repeated("[", deep), "a = " + repeated("[", deep) + repeated("]", deep), "a = " + repeated("{a=", deep),
          repeated("a.", deep) + "a = 1", repeated("a . ", deep) + "a = 1", "[" + repeated("a.", deep) + "a]",
          repeated("\"a\".", deep) + "a = 1", "a = { " + repeated("a.", deep) + "a = 1 }", repeated("[[a]]\n", deep),
          repeated("'a'.", deep) + "a = 1"}) {
        Diagnostics d;
        CHECK_FALSE(read_scenario(folder.write("s.toml", text), d));
        CHECK(d.has_errors());
    }
    const std::string floats = "title = \"t\"\ndescription = '''" + repeated("a.b.", 100) + "'''\na = [" + repeated("1.5, ", 100) +
                               "]\n# " + repeated("..", 100) + "\n";
    Diagnostics d;
    CHECK_FALSE(read_scenario(folder.write("s.toml", floats), d));
    CHECK(tells(d, "error 3 a:", "unknown key"));

    Diagnostics json;
    CHECK_FALSE(read(folder.write("a.geojson", R"({"type":"Polygon","coordinates":)" + repeated("[", deep)), json));
    CHECK_FALSE(read(folder.write("b.geojson", R"({"type":"FeatureCollection","features":)" + repeated("[{\"a\":", deep)), json));
    CHECK(json.has_errors());
}

TEST_CASE("a file of airspaces cut anywhere gives all of them or an error, never a part")
{
    const TemporaryFolder folder;
    const std::string json = folder.write("whole.geojson", two_squares);
    REQUIRE(convert(json, (folder / "whole.gpkg"), {"-f", "GPKG"}));
    REQUIRE(convert(json, (folder / "whole.fgb"), {"-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO"}));
    REQUIRE(convert(json, (folder / "indexed.fgb"), {"-f", "FlatGeobuf"}));
    REQUIRE(convert(json, (folder / "whole.shp"), {"-f", "ESRI Shapefile"}));
    REQUIRE(convert(json, (folder / "whole.kml"), {"-f", "LIBKML"}));
    for (const char* name : {"whole.geojson", "whole.gpkg", "whole.fgb", "indexed.fgb", "whole.kml", "whole.shp",
                             "whole.dbf", "whole.shx"}) {
        const std::string whole = content_of((folder / name));
        const std::string opened = std::string{name}.starts_with("whole.d") || std::string{name}.ends_with("x")
                                       ? "whole.shp" : name;
        const std::size_t step = std::max<std::size_t>(1, whole.size() / 60);
        for (std::size_t n = 0; n <= whole.size(); n += step) {
            folder.write(name, whole.substr(0, n));
            Diagnostics d;
            const auto airspaces = read((folder / opened), d);
            CAPTURE(name, n, whole.size(), told(d));
            CHECK(airspaces.has_value() != d.has_errors());
            if (airspaces)
                CHECK(airspaces->list.size() == 2);
        }
        folder.write(name, whole);
    }
}

TEST_CASE("a file of airspaces with bytes changed is read or refused")
{
    const TemporaryFolder folder;
    const std::string json = folder.write("a.geojson", two_squares);
    REQUIRE(convert(json, (folder / "a.gpkg"), {"-f", "GPKG"}));
    REQUIRE(convert(json, (folder / "a.fgb"), {"-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO"}));
    REQUIRE(convert(json, (folder / "a.shp"), {"-f", "ESRI Shapefile"}));
    REQUIRE(convert(json, (folder / "a.kml"), {"-f", "LIBKML"}));
    RandomStream random{seed, "bytes"};
    CAPTURE(seed);
    for (const char* name : {"a.geojson", "a.gpkg", "a.fgb", "a.shp", "a.kml"}) {
        const std::string whole = content_of((folder / name));
        for (int i = 0; i < 60; ++i) {
            std::string changed = whole;
            for (int k = 0; k < 3; ++k)
                changed[random.bits() % changed.size()] = static_cast<char>(random.bits() & 0xFFU);
            folder.write(name, changed);
            Diagnostics d;
            const auto airspaces = read((folder / name), d);
            CAPTURE(name, i, told(d));
            CHECK(airspaces.has_value() != d.has_errors());
        }
    }
}

TEST_CASE("nothing of GDAL reaches standard error, and its options stay as they were")
{
    const TemporaryFolder folder;
    const std::string caught = (folder / "stderr");
    CPLSetThreadLocalConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "17");
    {
        const CaughtStandardError catcher{caught};
        Diagnostics d;
        CHECK_FALSE(read(folder.write("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\""), d));
        CHECK_FALSE(read(folder.write("a.gpkg", "SQLite format 3"), d));
        CHECK_FALSE(read(folder.write("a.shp", std::string(200, '\1')), d));
        CHECK_FALSE(read((folder / "none.fgb"), d));
        CHECK(read(folder.write("b.geojson", two_squares), d));
        CHECK(d.has_errors());
    }
    CHECK(content_of(caught).empty());
    CHECK(std::string{CPLGetThreadLocalConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "")} == "17");
    CPLSetThreadLocalConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", nullptr);
}
