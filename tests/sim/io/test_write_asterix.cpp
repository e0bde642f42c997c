#include <catch2/catch.hpp>

#include <cmath>

#include "sim/geo/geodesic.h"
#include "sim/io/asterix_output.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/asterix_support.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Time at(const char* text)
{
    return parse_time(text).value();
}

Track track_of(const char* id, AltitudeDatum datum, std::vector<Fix> fixes)
{
    return Track::make(id, datum, std::move(fixes)).value();
}

std::vector<Track> read_back(const std::string& path, const char* day)
{
    TrackReadOptions options;
    options.day = at(day);
    Diagnostics diagnostics;
    auto tracks = read_tracks(path, options, diagnostics);
    CAPTURE(told(diagnostics));
    CHECK(diagnostics.list().empty());
    return tracks;
}

}  // namespace

TEST_CASE("the octets of a written fix are those of the specification")
{
    const TemporaryFolder folder;
    const std::string path = folder / "a.ast";
    Diagnostics diagnostics;
    const std::vector<Track> tracks{track_of("DLH65A", AltitudeDatum::pressure,
                                             {{at("2015-11-24T07:35:54.6015625Z"), {45, -22.5}, 10058.4, 16.0}})};
    REQUIRE_FALSE(write_asterix({path, "", Overwrite::no}, tracks, diagnostics));
    // 010, 070, 105 and 245, 040, 080 and 136, 135 and 500: fields 1, 4, 5, 10, 12, 13, 17, 19, 27.
    // 27354.6015625 s are 3501389 units; -22.5 and 45 degrees are -2^22 and 2^23; FL330 is 1320 quarters; 16 m are 32
    // halves, and at 22.5 S 26.93 and 28.99 units of 180/2^25 degrees (110,737 m and 102,897 m a degree), rounded up.
    CHECK(read_text(path) == from_hex("3E 002C"
                                      "99 2D 29 04"
                                      "0000"
                                      "356D4D"
                                      "FFC00000 00800000"
                                      "40 10C236D41820"
                                      "0001"
                                      "01 60"
                                      "0528"
                                      "0528"
                                      "A0 0020 0020 001B 001D"));
    CHECK(tells(diagnostics, "note", "read it back with --date 2015-11-24"));
    CHECK(count(diagnostics, Severity::warning) == 0);
}

TEST_CASE("tracks written as ASTERIX and read back are the same within what is rounded")
{
    const TemporaryFolder folder;
    const std::string path = folder / "a.ast";
    std::vector<Track> tracks;
    std::vector<Fix> night, msl, high;
    for (int i = 0; i < 200; ++i) {
        const Time time = at("2015-11-24T23:58:30.123456789Z") + std::chrono::milliseconds{917 * i};
        night.push_back({time, {179.95 + 0.0005 * i, 35 + 0.001 * i}, 5000 + 3.3 * i, 10 + 0.3 * i});
        msl.push_back({time + std::chrono::milliseconds{100}, {36 - 0.001 * i, -89.9 + 0.01 * i}, 100 + 1.7 * i, {}});
        high.push_back(
            {time, {-179.999 + 0.0001 * i, 0.0001 * i}, i % 3 == 0 ? std::nullopt : std::optional{-20 + 9.0 * i}, {}});
    }
    tracks.push_back(track_of("4b8e01", AltitudeDatum::pressure, night));
    tracks.push_back(track_of("TK 7", AltitudeDatum::ellipsoid, high));
    tracks.push_back(track_of("SU24-2", AltitudeDatum::msl, msl));
    Diagnostics diagnostics;
    REQUIRE_FALSE(write_asterix({path, "", Overwrite::no}, tracks, diagnostics));
    CHECK(tells(diagnostics, "warning", "1 tracks have names"));
    const auto read = read_back(path, "2015-11-24T00:00:00Z");
    REQUIRE(read.size() == 3);
    CHECK(read[0].id() == "4b8e01");
    CHECK(read[1].id() == "TK 7");
    CHECK(read[2].id() == "SU24 2");
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(read[i].datum() == tracks[i].datum());
        REQUIRE(read[i].fixes().size() == 200);
        const double altitude_step_m = (i == 1 ? 6.25 : 25) * 0.3048;
        for (std::size_t k = 0; k < 200; ++k) {
            const Fix& was = tracks[i].fixes()[k];
            const Fix& is = read[i].fixes()[k];
            CAPTURE(i, k);
            CHECK(std::abs(to_seconds(is.time - was.time)) <= 0.5 / 128);
            CHECK(distance_m(is.place, was.place) < 0.43);  // half a unit both ways
            CHECK(is.altitude_m.has_value() == was.altitude_m.has_value());
            if (was.altitude_m)
                CHECK(std::abs(*is.altitude_m - *was.altitude_m) <= altitude_step_m / 2 + 1e-9);
            CHECK(is.accuracy_m.has_value() == was.accuracy_m.has_value());
            if (was.accuracy_m) {
                CHECK(*is.accuracy_m >= *was.accuracy_m - 1e-9);
                CHECK(*is.accuracy_m <= *was.accuracy_m + 0.5);
            }
        }
    }
}

TEST_CASE("what ASTERIX cannot hold is told")
{
    const TemporaryFolder folder;
    const std::string path = folder / "a.ast";
    Diagnostics diagnostics;
    const Time start = at("2015-11-24T00:00:00Z");
    const std::vector<Track> tracks{track_of("AAA", AltitudeDatum::ellipsoid,
                                             {{start, {1, 2}, 100'000.0, {}},
                                              {start + std::chrono::milliseconds{2}, {1, 2}, 1.0, {}},
                                              {start + std::chrono::hours{13}, {1, 2}, 1.0, {}}}),
                                    track_of("", AltitudeDatum::msl, {})};
    REQUIRE_FALSE(write_asterix({path, "", Overwrite::no}, tracks, diagnostics));
    CHECK(tells(diagnostics, "warning", "1 fixes left out that fall on the same 1/128 s"));
    CHECK(tells(diagnostics, "warning", "1 altitudes left out"));
    CHECK(tells(diagnostics, "warning", "1 silences of twelve hours"));
    CHECK(write_asterix({path, "", Overwrite::no}, tracks, diagnostics));  // it is there
    REQUIRE_FALSE(write_asterix({folder / "none.ast", "", Overwrite::no}, {}, diagnostics));
    CHECK(read_text(folder / "none.ast").empty());
    const std::vector<Track> many(0x10000);
    const auto problem = write_asterix({folder / "many.ast", "", Overwrite::no}, many, diagnostics);
    REQUIRE(problem);
    CHECK(problem->message.find("65535") != std::string::npos);
}

TEST_CASE("a fix a moment before midnight is rounded into the next day and read back there")
{
    const TemporaryFolder folder;
    const std::string path = folder / "a.ast";
    Diagnostics diagnostics;
    const std::vector<Track> tracks{track_of("AAA", AltitudeDatum::msl,
                                             {{at("2015-11-24T23:59:59.5Z"), {1, 2}, {}, {}},
                                              {at("2015-11-24T23:59:59.999Z"), {1, 2}, {}, {}},
                                              {at("2015-11-25T00:00:01Z"), {1, 2}, {}, {}}})};
    REQUIRE_FALSE(write_asterix({path, "", Overwrite::no}, tracks, diagnostics));
    const auto read = read_back(path, "2015-11-24T00:00:00Z");
    REQUIRE(read.size() == 1);
    CHECK(read[0].fixes()[1].time == at("2015-11-25T00:00:00Z"));
    CHECK(read[0].fixes()[2].time == at("2015-11-25T00:00:01Z"));
}
