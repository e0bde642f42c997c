#include <catch2/catch.hpp>

#include "sim/io/bad_rows.h"
#include "tests/sim/io/archive_support.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::tells;
using test::told;

namespace {

std::string trace(const std::string& entries, const std::string& timestamp = "1448323200")
{
    return R"({"icao":"abc123","timestamp":)" + timestamp + R"(,"trace":[)" + entries + "]}";
}

}  // namespace

TEST_CASE("a readsb trace is one track of pressure altitudes, with the accuracy that the aircraft claims")
{
    const auto read = read_file(test::sample("trace_full_4b8e01.json"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "readsb");
    CHECK(read.diagnostics.list().empty());
    CHECK(read.problems.empty());
    REQUIRE(read.pieces.size() == 1);
    const TrackPiece& piece = read.pieces[0];
    CHECK(piece.id == "4b8e01");
    CHECK(piece.datum == AltitudeDatum::pressure);
    CHECK(piece.lines == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
    const auto& fixes = piece.fixes;
    REQUIRE(fixes.size() == 6);
    // 1448323200 is 2015-11-24T00:00:00Z.
    CHECK(fixes[0].time == *parse_time("2015-11-24T00:00:00.125Z"));
    CHECK(fixes[1].time == *parse_time("2015-11-24T00:00:10.625Z"));
    CHECK(fixes[3].time == *parse_time("2015-11-24T00:01:35.225Z"));
    CHECK(fixes[1].place == LonLat{35.75, 36.25});
    CHECK_FALSE(fixes[0].altitude_m);
    CHECK(*fixes[1].altitude_m == Approx(5791.2));  // 19,000 ft of 0.3048 m
    CHECK_FALSE(fixes[2].altitude_m);               // geometric
    CHECK_FALSE(fixes[3].altitude_m);
    CHECK(*fixes[4].altitude_m == Approx(6096));
    // NACp 9 is within 30 m at 95 %; 30 / 2.4477 = 12.26.
    CHECK(*fixes[0].accuracy_m == Approx(12.256).margin(0.001));
    CHECK(*fixes[2].accuracy_m == Approx(12.256).margin(0.001));
    CHECK_FALSE(fixes[3].accuracy_m);  // the next object claims none
    CHECK_FALSE(fixes[4].accuracy_m);  // multilateration is not the aircraft's own position
    CHECK(*fixes[5].accuracy_m == Approx(3 / 2.4477).margin(0.001));
}

TEST_CASE("a readsb trace without any barometric altitude has heights above the ellipsoid")
{
    const auto read =
        read_as("trace_full_abc123.json", trace("[0,1,2,1000,1,1,8,0,null],[1,1,2,null,1,1,0,0,null,\"x\",2000]"));
    REQUIRE(read.pieces.size() == 1);
    CHECK(read.pieces[0].datum == AltitudeDatum::ellipsoid);
    CHECK(*read.pieces[0].fixes[0].altitude_m == Approx(304.8));
    CHECK(*read.pieces[0].fixes[1].altitude_m == Approx(609.6));
}

TEST_CASE("of a readsb trace the altitudes that are asked for are read")
{
    TrackReadOptions options;
    options.altitude = AltitudeDatum::ellipsoid;
    const auto high = read_file(test::sample("trace_full_4b8e01.json"), options);
    REQUIRE(high.pieces.size() == 1);
    CHECK(high.pieces[0].datum == AltitudeDatum::ellipsoid);
    CHECK(*high.pieces[0].fixes[1].altitude_m == Approx(5943.6));  // 19,500 ft
    CHECK(high.diagnostics.list().empty());
    options.altitude = AltitudeDatum::msl;
    const auto none = read_file(test::sample("trace_full_4b8e01.json"), options);
    CHECK_FALSE(none.pieces.at(0).fixes[1].altitude_m);
    CHECK(tells(none.diagnostics, "note", "no altitudes of the datum `msl`"));
}

TEST_CASE("readsb traces are found in archives of files that are packed but named .json")
{
    const test::TemporaryFolder folder;
    const std::string text = test::read_text(test::sample("trace_full_4b8e01.json"));
    REQUIRE(test::pack(folder / "a.json", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"data", text}}));
    const std::string packed = test::read_text(folder / "a.json");
    CHECK(read_file(folder / "a.json").fixes("4b8e01").size() == 6);
    REQUIRE(test::pack(folder / "v2023.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
                       {{"traces/01/trace_full_4b8e01.json", packed}, {"traces/02/trace_full_4b8e02.json", packed}}));
    CHECK(read_file(folder / "v2023.tar").fixes("4b8e01").size() == 12);
}

TEST_CASE("entries of a readsb trace that cannot be read are dropped and told by kind")
{
    const auto read =
        read_as("t.json", trace("[\"x\",1,2,null],[1,null,2,null],[2,120,20,null],7,[],[1e300,1,2],[3,1,2]"));
    CHECK(read.dropped(bad_time_kind) == 3);
    CHECK(read.dropped(no_position_kind) == 1);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.dropped(unreadable_kind) == 1);
    CHECK(read.fixes("abc123").size() == 1);
    CHECK(read.pieces[0].lines[0] == 7);
}

TEST_CASE("a readsb trace that cannot be read as a whole is an error")
{
    CHECK(tells(read_as("t.json", trace("[0,1,2],")).diagnostics, "error", "the JSON is broken"));
    CHECK(tells(read_as("t.json", trace("[0,1,2]").substr(0, 55)).diagnostics, "error", "the JSON is broken"));
    CHECK(tells(read_as("t.json", trace("[0,1,2]", "\"today\"")).diagnostics, "error", "no `timestamp`"));
    CHECK(tells(read_as("t.json", trace("[0,1,2]", "1e300")).diagnostics, "error", ""));
    CHECK(tells(read_as("t.json", trace("[0,1,2]", "-5")).diagnostics, "error", "no time of a flight"));
    CHECK(tells(read_as("t.json", R"({"icao":"a","timestamp":1448323200,"trace":7})").diagnostics, "error",
                "no list `trace`"));
    CHECK(tells(read_as("t.json", trace(std::string(5000, '['))).diagnostics, "error", "the JSON is broken"));
    CHECK(tells(read_as("t.json", trace("[0,1,2,\"\xFF\"]")).diagnostics, "error", "the JSON is broken"));
    CHECK(read_as("t.json", trace("")).pieces.empty());
}

}  // namespace incursion
