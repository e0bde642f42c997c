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

std::string placemark(const std::string& inside)
{
    return "<kml xmlns='http://www.opengis.net/kml/2.2' xmlns:gx='http://www.google.com/kml/ext/2.2'><Placemark>"
           "<name>A</name>" +
           inside + "</Placemark></kml>";
}

std::string when(int minute)
{
    return "<when>2015-11-24T07:" + std::to_string(minute) + ":00Z</when>";
}

std::string coord(const std::string& text)
{
    return "<gx:coord>" + text + "</gx:coord>";
}

}  // namespace

TEST_CASE("a KML file gives its tracks, parts of interrupted ones apart, and placemarks in time")
{
    const auto read = read_file(test::sample("flight.kml"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "kml");
    CHECK(read.ids() == std::vector<std::string>{"SU24-2", "PATROL", "PATROL (2)", "TANKER", "Route"});
    CHECK_FALSE(read.diagnostics.has_errors());
    CHECK(read.problems.empty());

    const auto flight = read.fixes("SU24-2");
    REQUIRE(flight.size() == 3);
    CHECK(flight[0].time == *parse_time("2015-11-24T07:24:00Z"));
    CHECK(flight[0].place == LonLat{35.5, 36.25});
    CHECK(flight[0].altitude_m == 5791.2);
    CHECK(flight[1].time == *parse_time("2015-11-24T07:24:10Z"));
    CHECK(flight[2].time == *parse_time("2015-11-24T07:24:20.5Z"));
    CHECK_FALSE(flight[2].altitude_m);
    CHECK(read.pieces[0].datum == AltitudeDatum::msl);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{13, 14, 15});

    CHECK_FALSE(read.fixes("PATROL")[0].altitude_m);
    CHECK(read.fixes("PATROL (2)")[0].altitude_m == 200.0);
    CHECK(read.fixes("TANKER").size() == 2);

    const auto route = read.fixes("Route");
    REQUIRE(route.size() == 2);
    CHECK(route[0].place == LonLat{28.5, 41.25});
    CHECK(route[0].altitude_m == 1500.0);
    CHECK(route[1].time == *parse_time("2015-11-24T07:01:00Z"));
    CHECK_FALSE(route[1].altitude_m);

    CHECK(tells(read.diagnostics, "note", "placemarks without times are no recording and are not read: 1"));
    CHECK(tells(read.diagnostics, "note", "altitudes whose altitudeMode is not absolute are left out: 3"));
}

TEST_CASE("the KML in a KMZ file is read")
{
    const test::TemporaryFolder folder;
    REQUIRE(test::pack(folder / "a.kmz", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                       {{"files/icon.png", "\x89PNG"}, {"doc.kml", test::read_text(test::sample("flight.kml"))}}));
    CHECK(read_file(folder / "a.kmz").ids().size() == 5);
}

TEST_CASE("a KML track with another number of times than of positions is dropped and told")
{
    const auto read =
        read_as("a.kml", placemark("\n<gx:Track>" + when(10) + when(11) + coord("1 2 3") + "</gx:Track>"));
    CHECK(read.pieces.empty());
    REQUIRE(read.problems.count() == 1);
    CHECK(read.problems.kinds()[0].name == unpaired_kind);
    CHECK(read.problems.kinds()[0].told[0].line == 2);
    CHECK(read.problems.kinds()[0].told[0].message.find("2 times and 1 positions") != std::string::npos);
}

TEST_CASE("KML times and positions may take turns")
{
    const auto read = read_as("a.kml", placemark("<Track>" + when(10) + "<coord>1\t2\n 3</coord>" + when(11) +
                                                 "<coord>1 2.5</coord></Track>"));
    const auto fixes = read.fixes("A");
    REQUIRE(fixes.size() == 2);
    CHECK(fixes[0].place == LonLat{1, 2});
    CHECK(fixes[1].place == LonLat{1, 2.5});
}

TEST_CASE("parts of a KML track that cannot be read are dropped and told by kind")
{
    const auto read =
        read_as("a.kml", placemark("<gx:Track><when>2015-11-24T07:00:00</when>" + when(11) + when(12) + when(13) +
                                   when(14) + when(15) + coord("1 2") + coord("1") + coord("1 2 3 4") + coord("") +
                                   coord("20 100 0") + coord("1 2") + "</gx:Track>"));
    CHECK(read.dropped(bad_time_kind) == 1);
    CHECK(read.dropped(bad_number_kind) == 3);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.fixes("A").size() == 1);
}

TEST_CASE("a KML file that is cut off gives what came before, and an error")
{
    const std::string text = test::read_text(test::sample("flight.kml"));
    const auto read = read_as("a.kml", text.substr(0, text.find("PATROL")));
    CHECK(read.fixes("SU24-2").size() == 3);
    CHECK(tells(read.diagnostics, "error 20", "the XML is broken here"));
}

TEST_CASE("KML without tracks gives none")
{
    CHECK(read_as("a.kml", placemark("<gx:Track></gx:Track>")).pieces.empty());
    CHECK(read_as("a.kml", placemark("<gx:MultiTrack/>")).pieces.empty());
    CHECK(read_as("a.kml", "<kml/>").pieces.empty());
}

}  // namespace incursion
