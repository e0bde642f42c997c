// Of several altitudes that an input has, the one that is asked for.
#include <catch2/catch.hpp>

#include "sim/base/units.h"
#include "sim/io/read_tracks.h"
#include "sim/io/write_tracks.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::sample;
using test::tells;
using test::TemporaryFolder;
using test::told;

namespace {

/// The first fix's altitude in a file of that name and text; and how it is told.
struct Chosen {
    std::optional<double> altitude_m;
    AltitudeDatum datum = AltitudeDatum::msl;
    Diagnostics said;
};

Chosen chosen_in_file(const std::string& path, std::optional<AltitudeDatum> altitude)
{
    TrackReadOptions options;
    options.altitude = altitude;
    Chosen chosen;
    const auto tracks = read_tracks(path, options, chosen.said);
    CAPTURE(told(chosen.said));
    REQUIRE(tracks.size() == 1);
    chosen.altitude_m = tracks[0].fixes()[0].altitude_m;
    chosen.datum = tracks[0].datum();
    return chosen;
}

Chosen chosen_in(const std::string& name, const std::string& text, std::optional<AltitudeDatum> altitude)
{
    const TemporaryFolder folder;
    return chosen_in_file(folder.write(name, text), altitude);
}

constexpr auto msl = AltitudeDatum::msl;
constexpr auto pressure = AltitudeDatum::pressure;
constexpr auto ellipsoid = AltitudeDatum::ellipsoid;

}  // namespace

TEST_CASE("of the altitude columns of a CSV file the one of the datum asked for is read")
{
    const std::string text = "time,lon,lat,alt_m,alt_baro,alt_hae_m\n2020-01-01T00:00:00Z,1,2,100,1000,150\n";
    CHECK(chosen_in("a.csv", text, std::nullopt).altitude_m == 100);
    CHECK(chosen_in("a.csv", text, msl).altitude_m == 100);
    CHECK(chosen_in("a.csv", text, ellipsoid).altitude_m == 150);
    const Chosen by_pressure = chosen_in("a.csv", text, pressure);
    CHECK(by_pressure.altitude_m == 1000 * metres_per_foot);
    CHECK(by_pressure.datum == pressure);
}

TEST_CASE("where no column has the datum asked for there is no altitude, and a note says so")
{
    const Chosen none = chosen_in("a.csv", "time,lon,lat,alt_m\n2020-01-01T00:00:00Z,1,2,100\n", pressure);
    CHECK_FALSE(none.altitude_m);
    CHECK(tells(none.said, "note", "no column has altitudes of the datum 'pressure'"));
    // Without any altitude there is nothing to tell.
    CHECK(chosen_in("a.csv", "time,lon,lat\n2020-01-01T00:00:00Z,1,2\n", pressure).said.list().empty());
}

TEST_CASE("properties and third coordinates of GeoJSON are chosen among likewise")
{
    const std::string point = R"({"type":"Feature","geometry":{"type":"Point","coordinates":[1,2,150]},
        "properties":{"time":"2020-01-01T00:00:00Z","alt_m":100,"alt_baro":1000}})";
    CHECK(chosen_in("a.geojson", point, std::nullopt).altitude_m == 100);
    CHECK(chosen_in("a.geojson", point, pressure).altitude_m == 1000 * metres_per_foot);
    CHECK(chosen_in("a.geojson", point, ellipsoid).altitude_m == 150);
    const std::string line =
        R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2,150],[1.001,2,160]]},
        "properties":{"coordTimes":["2020-01-01T00:00:00Z","2020-01-01T00:00:01Z"],
        "coordinateProperties":{"alt_m":[100,110],"altitude":[1,2],"baro_altitude_ft":[1000,null]}}})";
    CHECK(chosen_in("a.geojson", line, std::nullopt).altitude_m == 100);
    CHECK(chosen_in("a.geojson", line, pressure).altitude_m == 1000 * metres_per_foot);
    CHECK(chosen_in("a.geojson", line, ellipsoid).altitude_m == 150);
}

TEST_CASE("lists of values that do not pair with the positions of a line are left out and told")
{
    const auto read = test::read_as("a.geojson", R"({"type":"Feature","geometry":{"type":"LineString",
        "coordinates":[[1,2,150],[1.001,2,160]]},"properties":{
        "coordTimes":["2020-01-01T00:00:00Z","2020-01-01T00:00:01Z"],
        "coordinateProperties":{"alt_m":[100],"accuracy_m":[5,-1]}}})");
    CHECK(read.dropped("tracks whose times and positions do not pair") == 1);
    REQUIRE(read.pieces.size() == 1);
    REQUIRE(read.pieces[0].fixes.size() == 2);
    CHECK_FALSE(read.pieces[0].fixes[0].altitude_m);
    CHECK(read.pieces[0].fixes[0].accuracy_m == 5);
    CHECK_FALSE(read.pieces[0].fixes[1].accuracy_m);
}

TEST_CASE("a GeoPackage of pressure altitudes has none above mean sea level, though its points have a Z")
{
    const TemporaryFolder folder;
    const Track track =
        Track::make("A", pressure, {{*parse_time("2020-01-01T00:00:00Z"), {1, 2}, 100.0, std::nullopt}}).value();
    REQUIRE_FALSE(write_tracks({folder / "a.gpkg", "", Overwrite::no}, std::vector{track}));
    CHECK(chosen_in_file(folder / "a.gpkg", std::nullopt).altitude_m == 100);
    CHECK(chosen_in_file(folder / "a.gpkg", pressure).altitude_m == 100);
    CHECK_FALSE(chosen_in_file(folder / "a.gpkg", msl).altitude_m);
}

TEST_CASE("formats of one datum have no altitude of another, and a note counts those left out")
{
    const std::string gpx = "<gpx><trk><trkseg><trkpt lat='2' lon='1'><ele>100</ele><time>2020-01-01T00:00:00Z</time>"
                            "</trkpt></trkseg></trk></gpx>";
    CHECK(chosen_in("a.gpx", gpx, msl).altitude_m == 100);
    const Chosen none = chosen_in("a.gpx", gpx, pressure);
    CHECK_FALSE(none.altitude_m);
    CHECK(none.datum == pressure);
    CHECK(tells(none.said, "note", "altitudes of another datum than 'pressure', which was asked for, are left out: 1"));
}

TEST_CASE("a readsb trace has both: barometric where nothing is asked, geometric where the ellipsoid is")
{
    const std::string trace =
        R"({"icao":"abc123","timestamp":1577836800,"trace":[[0,2,1,1000,300,90,0,0],[5,2.001,1,1100,300,90,8,0]]})";
    CHECK(chosen_in("a.json", trace, std::nullopt).altitude_m == 1000 * metres_per_foot);
    TrackReadOptions options;
    options.altitude = ellipsoid;
    const auto read = test::read_as("a.json", trace, options);
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].datum == ellipsoid);
    CHECK_FALSE(read.pieces[0].fixes[0].altitude_m);
    CHECK(read.pieces[0].fixes[1].altitude_m == 1100 * metres_per_foot);
}

}  // namespace incursion
