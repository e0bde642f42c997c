#include <catch2/catch.hpp>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::tells;
using test::told;

namespace {

const std::string igc_head = "AXXX001\nHFDTE241115\n";

/// A B record of that time at 36 N, 36 E.
std::string record(const std::string& time, const std::string& behind = "A0100001040", const std::string& more = "")
{
    return "B" + time + "3600000N03600000E" + behind + more + "\n";
}

TrackReadOptions asking_for(AltitudeDatum datum)
{
    TrackReadOptions options;
    options.altitude = datum;
    return options;
}

}  // namespace

TEST_CASE("the example of the IGC specification is read as others decode it")
{
    const auto read = read_file(test::sample("specification.igc"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "igc");
    CHECK(read.problems.empty());
    CHECK(read.diagnostics.list().empty());
    REQUIRE(read.pieces.size() == 1);
    const TrackPiece& piece = read.pieces[0];
    CHECK(piece.id == "ABCD-1234");
    CHECK(piece.datum == AltitudeDatum::pressure);
    REQUIRE(piece.fixes.size() == 9);
    // By the tests of aerofiles; the extension 195 is FXA, half of it one standard deviation.
    CHECK(piece.fixes[1].time == *parse_time("2001-07-16T16:02:45Z"));
    CHECK(piece.fixes[1].place == LonLat{-1.8216666666666668, 51.118766666666666});
    CHECK(piece.fixes[1].altitude_m == 288.0);
    CHECK(piece.fixes[1].accuracy_m == 97.5);
    CHECK(piece.lines[1] == 30);
    // By hand: 54 degrees and 7.121 minutes, 2 and 49.342.
    CHECK(piece.fixes[0].place.lat_deg == Approx(54.118683333).margin(1e-9));
    CHECK(piece.fixes[0].place.lon_deg == Approx(-2.822366667).margin(1e-9));
    CHECK(piece.fixes[8].time == *parse_time("2001-07-16T22:02:52Z"));

    const auto gnss = read_file(test::sample("specification.igc"), asking_for(AltitudeDatum::ellipsoid));
    CHECK(gnss.pieces.at(0).datum == AltitudeDatum::ellipsoid);
    CHECK(gnss.pieces[0].fixes[1].altitude_m == 429.0);
    const auto msl = read_file(test::sample("specification.igc"), asking_for(AltitudeDatum::msl));
    CHECK_FALSE(msl.pieces.at(0).fixes[1].altitude_m);
    CHECK(tells(msl.diagnostics, "note", "no altitudes of the datum `msl`"));
    CHECK(tells(msl.diagnostics, "note", "pressure, ellipsoid"));
}

TEST_CASE("both spellings of an IGC date are read, with or without the number of the flight")
{
    for (const char* const date : {"HFDTE241115", "HFDTE:241115", "HFDTEDATE:241115", "HFDTEDATE: 241115,02",
                                   "HFDTEDATE:241115,01 ", "HODTE241115"}) {
        CAPTURE(date);
        const auto read = read_as("a.igc", std::string{"AXXX\n"} + date + "\n" + record("072405"));
        REQUIRE(read.fixes("").size() == 1);
        CHECK(read.fixes("")[0].time == *parse_time("2015-11-24T07:24:05Z"));
    }
    // Two-digit years: GPS began in 1980.
    CHECK(read_as("a.igc", "HFDTE010180\n" + record("000000")).fixes("").at(0).time ==
          *parse_time("1980-01-01T00:00:00Z"));
    CHECK(read_as("a.igc", "HFDTE311279\n" + record("000000")).fixes("").at(0).time ==
          *parse_time("2079-12-31T00:00:00Z"));
}

TEST_CASE("an IGC flight goes on through midnight; a step back is no new day")
{
    const auto read = read_as("a.igc", igc_head + record("235958") + record("235957") + record("000001") +
                                           record("235959") + record("000003") + record("120000") + record("003000"));
    std::vector<std::string> times;
    for (const Fix& fix : read.fixes(""))
        times.push_back(format_time(fix.time).substr(8, 11));
    CHECK(times == std::vector<std::string>{"24T23:59:58", "24T23:59:57", "25T00:00:01", "24T23:59:59", "25T00:00:03",
                                            "25T12:00:00", "25T00:30:00"});
}

TEST_CASE("a single IGC time that leaps ahead does not make the rest a day later")
{
    const auto read =
        read_as("a.igc", igc_head + record("100000") + record("230000") + record("100002") + record("100004"));
    CHECK(read.fixes("").at(2).time == *parse_time("2015-11-24T10:00:02Z"));
    CHECK(read.fixes("").at(3).time == *parse_time("2015-11-24T10:00:04Z"));
}

TEST_CASE("an IGC date that is stated again does not undo midnight, another one counts anew")
{
    const auto read = read_as("a.igc", igc_head + record("235958") + record("000001") + "HFDTE241115\n" +
                                           record("000002") + "HFDTE011215\n" + record("000003"));
    CHECK(read.fixes("").at(2).time == *parse_time("2015-11-25T00:00:02Z"));
    CHECK(read.fixes("").at(3).time == *parse_time("2015-12-01T00:00:03Z"));
    // Two flights of one day, the first behind the second: no midnight lies between them.
    const auto two = read_as("a.igc", igc_head + record("230000") + igc_head + record("010000"));
    CHECK(two.fixes("").at(1).time == *parse_time("2015-11-24T01:00:00Z"));
}

TEST_CASE("IGC extensions give tenths of seconds, finer places and the accuracy")
{
    const std::string extensions = "I053638FXA3940SIU4142LAD4344LOD4547TDS\n";
    const auto read = read_as("a.igc", igc_head + extensions + record("072405", "A0100001040", "012080599250") +
                                           record("072406", "A0100001040", "00008"));
    REQUIRE(read.fixes("").size() == 2);
    const Fix fix = read.fixes("")[0];
    CHECK(fix.time == *parse_time("2015-11-24T07:24:05.250Z"));
    // 36 degrees and 0.00005 minutes, 36 and 0.00099.
    CHECK(fix.place.lat_deg == Approx(36 + 0.00005 / 60).epsilon(1e-15));
    CHECK(fix.place.lon_deg == Approx(36 + 0.00099 / 60).epsilon(1e-15));
    CHECK(fix.accuracy_m == 6.0);
    // An accuracy of 0 is none, and extensions that a record lacks do not make it bad.
    CHECK_FALSE(read.fixes("")[1].accuracy_m);
    CHECK(read.fixes("")[1].place == LonLat{36, 36});
    CHECK(read.problems.empty());

    const auto bad = read_as("a.igc", igc_head + "I023638FXA39\nI013036FXA\nI013836FXA\n" + record("072405"));
    CHECK(bad.dropped(unreadable_record_kind) == 3);
    CHECK(bad.fixes("").size() == 1);
}

TEST_CASE("an IGC file without pressure altitudes has those of its receiver, with a note")
{
    const auto read = read_as("a.igc", igc_head + record("072405", "A0000001040") + record("072406", "A00000-0012") +
                                           record("072407", "V0000000000"));
    CHECK(read.pieces.at(0).datum == AltitudeDatum::ellipsoid);
    CHECK(read.fixes("").at(0).altitude_m == 1040.0);
    CHECK(read.fixes("").at(1).altitude_m == -12.0);
    CHECK(tells(read.diagnostics, "note", "no pressure altitudes; others are read, of the datum `ellipsoid`"));
    const auto none = read_as("a.igc", igc_head + record("072405", "A0000000000"));
    CHECK_FALSE(none.fixes("").at(0).altitude_m);
    CHECK(none.diagnostics.list().empty());
}

TEST_CASE("IGC headers tell heights above the geoid, and altitudes that are none")
{
    const auto both = read_as("a.igc", igc_head + "HFALGALTGPS:GEO\nHFALPALTPRESSURE:ISA\n" + record("072405"),
                              asking_for(AltitudeDatum::msl));
    CHECK(both.pieces.at(0).datum == AltitudeDatum::msl);
    CHECK(both.fixes("").at(0).altitude_m == 1040.0);
    const auto geoid = read_as("a.igc", igc_head + "HFALG:GEO\n" + record("072405", "A0000001040"));
    CHECK(geoid.pieces.at(0).datum == AltitudeDatum::msl);
    const auto qnh = read_as("a.igc", igc_head + "HFALPALTPRESSURE:MSL\n" + record("072405"));
    CHECK(qnh.pieces.at(0).datum == AltitudeDatum::ellipsoid);
    const auto asked =
        read_as("a.igc", igc_head + "HFALPALTPRESSURE:MSL\n" + record("072405"), asking_for(AltitudeDatum::msl));
    CHECK(asked.fixes("").at(0).altitude_m == 1000.0);
    const auto none = read_as("a.igc", igc_head + "HFALPALTPRESSURE:NIL\nHFALGALTGPS:NIL\n" + record("072405"));
    CHECK_FALSE(none.fixes("").at(0).altitude_m);
    CHECK(tells(read_as("a.igc", igc_head + "HFDTM100GPSDATUM:ED50\n" + record("072405")).diagnostics, "warning 3",
                "ED50"));
    CHECK(read_as("a.igc", igc_head + "HFDTM100GPSDATUM:WGS-1984\n" + record("072405")).diagnostics.list().empty());
}

TEST_CASE("a 2D fix of an IGC file has no altitude of the receiver; one without GNSS data is no fix")
{
    const auto read = read_as("a.igc",
                              igc_head + record("072405", "V0100001040") + record("072406", "V0100101040") +
                                  "B0724073600100N03600000EV0100001040\nB0724080000000N00000000EV0100200000\n",
                              asking_for(AltitudeDatum::ellipsoid));
    REQUIRE(read.fixes("").size() == 2);
    CHECK_FALSE(read.fixes("")[0].altitude_m);
    CHECK(read.fixes("")[1].time == *parse_time("2015-11-24T07:24:07Z"));
    CHECK(tells(read.diagnostics, "note", "without GNSS data"));
    CHECK(read.problems.empty());
    // With pressure altitudes a 2D fix keeps its own.
    CHECK(read_as("a.igc", igc_head + record("072405", "V0100001040")).fixes("").at(0).altitude_m == 1000.0);
}

TEST_CASE("an IGC track is called by the glider, by its competition id, or by the input")
{
    const auto ids = [](const std::string& headers) {
        return read_as("a.igc", igc_head + headers + record("072405")).ids();
    };
    CHECK(ids("HFGIDGLIDERID: D-1234 \nHFCIDCOMPETITIONID:XY\n") == std::vector<std::string>{"D-1234"});
    CHECK(ids("HOGIDD-1234\n") == std::vector<std::string>{"D-1234"});
    CHECK(ids("HFGIDGLIDERID:NKN\nHFCIDCOMPETITIONID:XY\n") == std::vector<std::string>{"XY"});
    CHECK(ids("HFGIDGLIDERID:NIL\nHFCIDCOMPETITIONID:\n") == std::vector<std::string>{""});
    // Two files one behind the other: what the first one said does not hold for the second.
    CHECK(ids("HFGIDGLIDERID:ONE\nI013638FXA\n" + record("070000", "A0100001040", "010") + "AXXX002\n") ==
          std::vector<std::string>{"ONE", ""});
}

TEST_CASE("IGC records that are cut off or hold something else than digits are dropped with their line")
{
    const std::string good = record("072405");
    const auto read =
        read_as("a.igc", record("072404") + igc_head + good + good.substr(0, 34) + "\n" + "B\n" + record("246000") +
                             record("0724a6") + record("072407", "X0100001040") + record("072408", "A01x0001040") +
                             "B0724093660000N03600000EA0100001040\n" + "B0724103600000N18100000EA0100001040\n" +
                             "B0724113600000E03600000NA0100001040\n" + "HFDTE320115\n" + "\n" + good);
    CHECK(read.dropped(no_time_kind) == 1);
    CHECK(read.dropped(unreadable_record_kind) == 3);
    CHECK(read.dropped(bad_time_kind) == 2);
    CHECK(read.dropped(bad_number_kind) == 5);
    CHECK(read.fixes("").size() == 2);
    CHECK(read.problems.kinds()[1].told[0].line == 5);
    CHECK(read.fixes("")[1].time == read.fixes("")[0].time);
}

TEST_CASE("reading IGC hands on long tracks in pieces, and stops when nobody wants the rest")
{
    std::string text = igc_head;
    for (int i = 0; i < 25'000; ++i)
        text += record("072405");
    const test::TemporaryFolder folder;
    const auto inside = open_input(folder.write("a.igc", text)).value()->next();
    REQUIRE(inside);
    Diagnostics diagnostics;
    test::KeepingSink sink{1};
    track_format_of(**inside, {}, diagnostics)->read(**inside, {}, sink, diagnostics);
    REQUIRE(sink.pieces.size() == 1);
    CHECK(sink.pieces[0].fixes.size() == 10'000);
}

}  // namespace incursion
