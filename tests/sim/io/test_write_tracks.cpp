#include "sim/io/write_tracks.h"

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sim/io/read_tracks.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Time at(const char* text)
{
    return parse_time(text).value();
}

Track track(const char* id, AltitudeDatum datum, std::vector<Fix> fixes)
{
    return Track::make(id, datum, std::move(fixes)).value();
}

std::vector<Track> read_back(const std::string& path)
{
    Diagnostics diagnostics;
    auto tracks = read_tracks(path, {}, diagnostics);
    CAPTURE(told(diagnostics));
    CHECK_FALSE(diagnostics.has_errors());
    return tracks;
}

TableTarget to(const std::string& path)
{
    return {path, "", Overwrite::no};
}

/// Two radars' tracks of one aircraft over 180 degrees: heights known in part, accuracies known in part.
std::vector<Track> two_tracks()
{
    return {track("NEAR/A1", AltitudeDatum::msl,
                  {{at("2020-01-01T00:00:01.25Z"), {179.123456789, -0.5}, 3048.0004, 70.7106781},
                   {at("2020-01-01T00:00:06.250000001Z"), {180.25, -0.25}, std::nullopt, 0.0}}),
            track("FAR, \"old\"/A1", AltitudeDatum::msl, {{at("2020-01-01T00:00:02Z"), {-179.5, 1e-9}, -12.3456, {}}})};
}

}  // namespace

TEST_CASE("tracks are written as a table of fixes to the millimetre and the nanosecond")
{
    const TemporaryFolder folder;
    REQUIRE_FALSE(write_tracks(to(folder / "t.csv"), two_tracks()));
    CHECK(read_text(folder / "t.csv") == "time,track_id,lon,lat,alt_m,accuracy_m\n"
                                         "2020-01-01T00:00:01.250000Z,NEAR/A1,179.12345679,-0.5,3048,70.711\n"
                                         "2020-01-01T00:00:06.250000001Z,NEAR/A1,-179.75,-0.25,,0\n"
                                         "2020-01-01T00:00:02.000000Z,\"FAR, \"\"old\"\"/A1\",-179.5,0,-12.346,\n");
}

TEST_CASE("tracks that were written are read back as they were, to what was written")
{
    const TemporaryFolder folder;
    for (const char* name : {"t.csv", "t.gpkg", "t.geojson"}) {
        CAPTURE(name);
        const std::vector<Track> written = two_tracks();
        REQUIRE_FALSE(write_tracks(to(folder / name), written));
        const std::vector<Track> read = read_back(folder / name);
        REQUIRE(read.size() == written.size());
        for (std::size_t i = 0; i < read.size(); ++i) {
            CHECK(read[i].id() == written[i].id());
            CHECK(read[i].datum() == AltitudeDatum::msl);
            REQUIRE(read[i].fixes().size() == written[i].fixes().size());
            for (std::size_t k = 0; k < read[i].fixes().size(); ++k) {
                const Fix &got = read[i].fixes()[k], &had = written[i].fixes()[k];
                CHECK(got.time == had.time);
                CHECK(std::abs(std::remainder(got.place.lon_deg - had.place.lon_deg, 360)) <= 0.501e-8);
                CHECK(std::abs(got.place.lat_deg - had.place.lat_deg) <= 0.501e-8);
                REQUIRE(got.altitude_m.has_value() == had.altitude_m.has_value());
                CHECK(std::abs(got.altitude_m.value_or(0) - had.altitude_m.value_or(0)) <= 0.501e-3);
                REQUIRE(got.accuracy_m.has_value() == had.accuracy_m.has_value());
                CHECK(std::abs(got.accuracy_m.value_or(0) - had.accuracy_m.value_or(0)) <= 0.501e-3);
            }
        }
    }
}

TEST_CASE("what altitudes count from is kept, and tracks without any have no column for them")
{
    const TemporaryFolder folder;
    for (const AltitudeDatum datum : {AltitudeDatum::msl, AltitudeDatum::ellipsoid, AltitudeDatum::pressure}) {
        const std::string path = folder / (std::string{name_of(datum)} + ".csv");
        const Track one = track("A", datum, {{at("2020-01-01T00:00:00Z"), {1, 2}, 5.0, {}}});
        REQUIRE_FALSE(write_tracks(to(path), std::vector{one}));
        const std::vector<Track> read = read_back(path);
        REQUIRE(read.size() == 1);
        CHECK(read[0].datum() == datum);
        CHECK(read[0].fixes()[0].altitude_m == 5);
    }
    REQUIRE_FALSE(write_tracks(
        to(folder / "none.csv"),
        std::vector{track("A", AltitudeDatum::msl, {{at("2020-01-01T00:00:00Z"), {1, 2}, {}, 50.0}})}));
    CHECK(read_text(folder / "none.csv") == "time,track_id,lon,lat,accuracy_m\n"
                                            "2020-01-01T00:00:00.000000Z,A,1,2,50\n");
}

TEST_CASE("tracks of one id, an unknown format and a file that is there are refused, and nothing is written")
{
    const TemporaryFolder folder;
    const Track one = track("A", AltitudeDatum::msl, {{at("2020-01-01T00:00:00Z"), {1, 2}, {}, {}}});
    const auto twice = write_tracks(to(folder / "t.csv"), std::vector{one, one});
    REQUIRE(twice);
    CHECK(twice->message.find("two tracks would be called 'A'") != std::string::npos);
    CHECK(write_tracks(to(folder / "t.tracks"), std::vector{one}));
    folder.write("old.csv", "old");
    CHECK(write_tracks(to(folder / "old.csv"), std::vector{one}));
    CHECK(read_text(folder / "old.csv") == "old");
    CHECK_FALSE(write_tracks({folder / "old.csv", "", Overwrite::yes}, std::vector{one}));
    CHECK_FALSE(std::filesystem::exists(folder / "t.csv"));
}
