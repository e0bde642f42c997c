#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>

#include "sim/io/igc_output.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

Track igc_track(AltitudeDatum datum, std::vector<Fix> fixes, const std::string& id = "TC-ABC")
{
    return Track::make(id, datum, std::move(fixes)).value();
}

Time instant_of(const char* text)
{
    return parse_time(text).value();
}

/// What reading a written track gives.
Track through_igc(const Track& track, Diagnostics& diagnostics)
{
    const TemporaryFolder folder;
    const std::string path = folder / "flight.igc";
    const auto problem = write_igc({path, "", Overwrite::no}, std::vector{track}, diagnostics);
    INFO((problem ? problem->message : ""));
    REQUIRE_FALSE(problem);
    Diagnostics read;
    const auto tracks = read_tracks(path, {}, read);
    CAPTURE(told(read));
    CHECK_FALSE(read.has_errors());
    REQUIRE(tracks.size() == 1);
    return tracks[0];
}

}  // namespace

TEST_CASE("an IGC file has the records of the specification, with extensions for what does not fit into them")
{
    const TemporaryFolder folder;
    const Track track =
        igc_track(AltitudeDatum::pressure, {{instant_of("2015-11-24T07:24:05.25Z"), {36.5, -35.25}, 5791.2, 6.1},
                                            {instant_of("2015-11-24T07:24:06Z"), {-0.00001, 0.00001}, -12.0, {}}});
    Diagnostics diagnostics;
    REQUIRE_FALSE(write_igc({folder / "a.igc", "", Overwrite::no}, std::vector{track}, diagnostics));
    const std::string text = read_text(folder / "a.igc");
    CHECK(text.starts_with("AXXX"));
    CHECK(text.find("\r\nHFDTEDATE:241115\r\n") != std::string::npos);
    CHECK(text.find("\r\nHFGIDGLIDERID:TC-ABC\r\n") != std::string::npos);
    CHECK(text.find("\r\nHFALPALTPRESSURE:ISA\r\n") != std::string::npos);
    CHECK(text.find("\r\nI043638FXA3942LAD4346LOD4748TDS\r\n") != std::string::npos);
    // 36.5 degrees are 36 and 30 minutes; 2 * 6.1 m are 13 m rounded up; 0.00001 degrees are 0.0006 minutes.
    CHECK(text.ends_with("\r\nB0724053515000S03630000EA0579100000013"
                         "00000000"
                         "25\r\n"
                         "B0724060000000N00000000WA-001200000000"
                         "60006000"
                         "00\r\n"));
    CHECK(text.find("\r\nG") == std::string::npos);
    CHECK(tells(diagnostics, "note", "not signed"));
    CHECK(tells(diagnostics, "note", "altitudes are rounded to the metre: 1"));
    CHECK(tells(diagnostics, "note", "accuracies are rounded up to half a metre: 1"));
    CHECK(tells(diagnostics, "note", "TDS"));
    CHECK_FALSE(tells(diagnostics, "warning"));
}

TEST_CASE("a track is read back from IGC as it was, to what the format holds")
{
    RandomStream random{20151124, "igc"};
    CAPTURE(20151124);
    for (const AltitudeDatum datum : {AltitudeDatum::pressure, AltitudeDatum::ellipsoid, AltitudeDatum::msl}) {
        std::vector<Fix> fixes;
        Time time = instant_of("2015-11-24T07:24:05.123456789Z");
        for (int i = 0; i < 300; ++i) {
            time += seconds(random.uniform(0.001, i % 20 == 0 ? 200'000 : 30));
            Fix fix{time, {random.uniform(-180, 180), random.uniform(-90, 90)}, random.uniform(-500, 20'000), {}};
            if (i % 3 == 0)
                fix.accuracy_m = random.uniform(0, i % 9 == 0 ? 3000 : 30);
            if (i % 7 == 0 && datum != AltitudeDatum::pressure)
                fix.altitude_m.reset();
            fixes.push_back(fix);
        }
        Diagnostics diagnostics;
        const Track read = through_igc(igc_track(datum, fixes), diagnostics);
        CHECK(read.id() == "TC-ABC");
        CHECK(read.datum() == datum);
        REQUIRE(read.fixes().size() == fixes.size());
        for (std::size_t i = 0; i < fixes.size(); ++i) {
            CAPTURE(i);
            const Fix& got = read.fixes()[i];
            CHECK(got.time == fixes[i].time);
            // Half of 1e-7 minutes.
            CHECK(std::abs(got.place.lon_deg - fixes[i].place.lon_deg) < 0.84e-9);
            CHECK(std::abs(got.place.lat_deg - fixes[i].place.lat_deg) < 0.84e-9);
            REQUIRE(got.altitude_m.has_value() == fixes[i].altitude_m.has_value());
            CHECK(std::abs(got.altitude_m.value_or(0) - fixes[i].altitude_m.value_or(0)) <= 0.5);
            REQUIRE(got.accuracy_m.has_value() == fixes[i].accuracy_m.has_value());
            if (got.accuracy_m) {
                CHECK(*got.accuracy_m >= *fixes[i].accuracy_m);
                CHECK(*got.accuracy_m <= *fixes[i].accuracy_m + 0.5);
            }
        }
    }
}

TEST_CASE("days that a reader of IGC could not tell by the times of day stand in the file")
{
    std::vector<Fix> fixes;
    for (const char* const time :
         {"2015-11-24T20:00:00Z", "2015-11-25T02:00:00Z", "2015-11-26T03:00:00Z", "2015-11-26T12:00:00Z",
          "2015-12-03T12:00:00Z", "2015-12-04T00:00:00Z", "2015-12-04T23:59:59Z"})
        fixes.push_back({instant_of(time), {36, 36}, {}, {}});
    Diagnostics diagnostics;
    const Track read = through_igc(igc_track(AltitudeDatum::msl, fixes), diagnostics);
    REQUIRE(read.fixes().size() == fixes.size());
    for (std::size_t i = 0; i < fixes.size(); ++i)
        CHECK(read.fixes()[i].time == fixes[i].time);
}

TEST_CASE("angles just below a whole degree are carried over, and the ends of the Earth stay")
{
    std::vector<Fix> fixes{{instant_of("2015-11-24T07:24:05Z"), {35.999999999999, 89.9999999999999}, {}, {}},
                           {instant_of("2015-11-24T07:24:06Z"), {-180, -90}, {}, {}},
                           {instant_of("2015-11-24T07:24:07Z"), {190, 0}, {}, {}}};
    Diagnostics diagnostics;
    const Track read = through_igc(igc_track(AltitudeDatum::msl, fixes), diagnostics);
    CHECK(read.fixes()[0].place == LonLat{36, 90});
    CHECK(read.fixes()[1].place == LonLat{-180, -90});
    CHECK(read.fixes()[2].place == LonLat{-170, 0});
}

TEST_CASE("what IGC cannot hold is told")
{
    Diagnostics diagnostics;
    const Track read = through_igc(igc_track(AltitudeDatum::pressure,
                                             {{instant_of("2015-11-24T07:24:05Z"), {36, 36}, 2e5, 1e6},
                                              {instant_of("2015-11-24T07:24:06Z"), {36, 36}, {}, 2.5},
                                              {instant_of("2015-11-24T07:24:07Z"), {36, 36}, 100.0, {}}},
                                             "two\nlines"),
                                   diagnostics);
    CHECK(read.id() == "two lines");
    CHECK(read.fixes()[1].altitude_m == 0.0);
    CHECK_FALSE(read.fixes()[0].accuracy_m);
    CHECK(read.fixes()[1].accuracy_m == 2.5);
    CHECK(tells(diagnostics, "warning", "will be read, as 0 m: 2"));
    CHECK(tells(diagnostics, "note", "accuracies of more than"));
}

TEST_CASE("several tracks, none, and years that two digits do not hold are refused, and nothing is written")
{
    const TemporaryFolder folder;
    const Track one = igc_track(AltitudeDatum::msl, {{instant_of("2015-11-24T07:24:05Z"), {36, 36}, {}, {}}});
    const Track old = igc_track(AltitudeDatum::msl, {{instant_of("1979-12-31T23:59:59Z"), {36, 36}, {}, {}}});
    const Track late = igc_track(AltitudeDatum::msl, {{instant_of("2080-01-01T00:00:00Z"), {36, 36}, {}, {}}});
    Diagnostics diagnostics;
    const TableTarget target{folder / "a.igc", "", Overwrite::no};
    const auto two = write_igc(target, std::vector{one, one}, diagnostics);
    REQUIRE(two);
    CHECK(two->message.find("one track, and these are 2") != std::string::npos);
    CHECK(write_igc(target, std::vector<Track>{}, diagnostics));
    CHECK(write_igc(target, std::vector{old}, diagnostics));
    CHECK(write_igc(target, std::vector{late}, diagnostics));
    CHECK(write_igc(target, std::vector{igc_track(AltitudeDatum::msl, {})}, diagnostics));
    CHECK_FALSE(std::filesystem::exists(folder / "a.igc"));
    CHECK(diagnostics.list().empty());
    REQUIRE_FALSE(write_igc(target, std::vector{one}, diagnostics));
    const std::string first = read_text(folder / "a.igc");
    CHECK(write_igc(target, std::vector{one}, diagnostics));
    REQUIRE_FALSE(write_igc({target.path, "", Overwrite::yes}, std::vector{one}, diagnostics));
    CHECK(read_text(folder / "a.igc") == first);
}
