#include <catch2/catch.hpp>

#include <archive.h>

#include "sim/io/bad_rows.h"
#include "sim/io/read_tracks.h"
#include "tests/sim/io/archive_support.h"
#include "tests/sim/io/format_support.h"

namespace incursion {

using test::read_as;
using test::read_file;
using test::sample;
using test::tells;
using test::TemporaryFolder;
using test::told;

namespace {

constexpr const char* acmi_header =
    "FileType=text/acmi/tacview\nFileVersion=2.2\n0,ReferenceTime=2011-06-02T05:00:00Z\n";

test::FormatRead recording(const std::string& lines)
{
    return read_as("a.txt.acmi", acmi_header + lines);
}

Time at_second(double s)
{
    return *parse_time("2011-06-02T05:00:00Z") + seconds(s);
}

}  // namespace

TEST_CASE("an ACMI recording gives a track for each object that moves, under the best of its names")
{
    const auto read = read_file(sample("exercise.txt.acmi"));
    CAPTURE(told(read.diagnostics));
    CHECK(read.format == "acmi");
    CHECK_FALSE(read.diagnostics.has_errors());
    CHECK(read.problems.empty());
    // The id of the last one was free again; it tells nothing but its Name.
    CHECK(read.ids() == std::vector<std::string>{"White 2", "Panel", "ALBATROS", "20", "Su-24M"});
    CHECK(tells(read.diagnostics, "note", "objects that stand still by their Type (Static) are not read: 1"));

    const auto fixes = read.fixes("White 2");
    REQUIRE(fixes.size() == 3);
    CHECK(fixes[0].time == *parse_time("2015-11-24T07:20:00.25Z"));
    CHECK(fixes[0].place == LonLat{36.25, 35.5});
    CHECK(fixes[0].altitude_m == 5791.2);
    CHECK_FALSE(fixes[0].accuracy_m);
    CHECK(fixes[1].place == LonLat{36.26, 35.5});
    CHECK(fixes[1].altitude_m == 5791.2);
    CHECK(fixes[2].time == *parse_time("2015-11-24T07:20:02.000000001Z"));
    CHECK(fixes[2].place == LonLat{36.26, 35 + 0.48});
    CHECK(fixes[2].altitude_m == 5790.5);

    CHECK(read.fixes("Panel").at(1).altitude_m == 7600);
    CHECK(read.fixes("Panel").at(1).place.lat_deg == 35.75);
    CHECK_FALSE(read.fixes("ALBATROS").at(0).altitude_m);
    CHECK(read.fixes("ALBATROS").at(1).altitude_m == -0.5);
    CHECK(read.fixes("20").size() == 2);
    CHECK(read.fixes("Su-24M").at(0).time == *parse_time("2015-11-24T07:20:10Z"));
    for (const auto& piece : read.pieces)
        CHECK(piece.datum == AltitudeDatum::msl);
    CHECK(read.pieces[0].lines == std::vector<std::int64_t>{14, 19, 24});
}

TEST_CASE("the smallest recording of the specification is one fix, with and without its last line end")
{
    const std::string last = "#47.13\n3000102,T=41.6251307|41.5910417|2000.14,Name=C172";
    for (const std::string& end : {std::string{"\n"}, std::string{"\r\n"}, std::string{}}) {
        const auto read = recording(last + end);
        CHECK(read.problems.empty());
        REQUIRE(read.ids() == std::vector<std::string>{"C172"});
        const auto fixes = read.fixes("C172");
        CHECK(fixes.at(0).time == *parse_time("2011-06-02T05:00:47.13Z"));
        CHECK(fixes[0].place == LonLat{41.6251307, 41.5910417});
        CHECK(fixes[0].altitude_m == 2000.14);
    }
}

TEST_CASE("a recording in a zip is read as it is, whatever it is called")
{
    const TemporaryFolder folder;
    const std::string text = test::read_text(sample("exercise.txt.acmi"));
    for (const char* const name : {"a.zip.acmi", "a.acmi", "a.zip"}) {
        const std::string path = folder / name;
        REQUIRE(test::pack(path, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"exercise.txt.acmi", text}}));
        const auto read = read_file(path);
        CHECK(read.format == "acmi");
        CHECK(read.fixes("White 2").size() == 3);
    }
}

TEST_CASE("an id that is used again after its removal is another track, and so is another object of one name")
{
    const auto read = recording("#0\n1,T=1|1|1,Name=A\n2,T=2|2|2,Name=A\n#1\n1,T=1|1|2\n-1\n#2\n1,T=3|3|3,Name=A\n");
    CHECK(read.ids() == std::vector<std::string>{"A", "A (2)", "A (3)"});
    CHECK(read.fixes("A").size() == 2);
    CHECK(read.fixes("A (3)").at(0).place == LonLat{3, 3});
    // What the removed one knew is forgotten.
    const auto forgotten = recording("#0\n1,T=1|1|1,Name=A\n-1\n#1\n1,T=2|\n#2\n1,T=2|2\n");
    CHECK(forgotten.dropped(no_position_kind) == 1);
    CHECK_FALSE(forgotten.fixes("1").at(0).altitude_m);
}

TEST_CASE("an object that is moved without a change is where it was, at that time")
{
    const auto read = recording("#0\n1,T=1|2|3|0|0|90\n#5\n1,T=||||1.5|\n");
    const auto fixes = read.fixes("1");
    REQUIRE(fixes.size() == 2);
    CHECK(fixes[1].time == at_second(5));
    CHECK(fixes[1].place == LonLat{1, 2});
    CHECK(fixes[1].altitude_m == 3);
}

TEST_CASE("frames may be negative, repeated and out of order; what stands before the first is of the ReferenceTime")
{
    const auto read = recording("1,T=1|1|1\n#-2.5\n1,T=2|1|1\n#4\n1,T=3|1|1\n#4\n1,T=4|1|1\n#1e0\n1,T=5|1|1\n");
    const auto fixes = read.fixes("1");
    REQUIRE(fixes.size() == 5);
    CHECK(fixes[0].time == at_second(0));
    CHECK(fixes[1].time == at_second(-2.5));
    CHECK(fixes[3].time == at_second(4));
    CHECK(fixes[4].time == at_second(1));
    // As in any other format, --repair sorts them.
    const TemporaryFolder folder;
    TrackReadOptions repair;
    repair.dirty = DirtyFixes::repair;
    Diagnostics diagnostics;
    const auto tracks = read_tracks(
        folder.write("a.acmi", std::string{acmi_header} + "#9\n1,T=1|1|1\n#3\n1,T=1.001|1|1\n"), repair, diagnostics);
    REQUIRE(tracks.size() == 1);
    CHECK(tracks[0].fixes()[0].time == at_second(3));
}

TEST_CASE("what cannot be read of a recording is dropped and told with its line, and costs nothing else")
{
    const auto read = recording("#0\n1,T=1|1|1\n#x\n1,T=2|2|2\n#1\n1,T=a|1|1\nxyz,T=1|1|1\n-xyz\n2,T=200|91|1\n"
                                "3,Name=B\n1,T=3|3|3\n");
    CHECK(read.dropped(bad_time_kind) == 1);
    CHECK(read.dropped(no_time_kind) == 1);
    CHECK(read.dropped(bad_number_kind) == 1);
    CHECK(read.dropped(unreadable_kind) == 2);
    CHECK(read.dropped(impossible_position_kind) == 1);
    CHECK(read.problems.kinds()[0].told[0].line == 6);
    const auto fixes = read.fixes("1");
    REQUIRE(fixes.size() == 2);
    CHECK(fixes[1].place == LonLat{3, 3});
}

TEST_CASE("a recording that ends in the middle of a position loses that one, and is told")
{
    const auto read = recording("#0\n1,T=1|1|100\n#1\n1,T=1.1|1.0");
    CHECK(read.fixes("1").size() == 1);
    CHECK(tells(read.diagnostics, "warning") == false);
    REQUIRE(read.dropped(unreadable_kind) == 1);
    CHECK(read.problems.kinds()[0].told[0].message.find("ends in the middle") != std::string::npos);
    // Nobody can tell whether this altitude is whole.
    const auto unsure = recording("#0\n1,T=1|1|100\n#1\n1,T=1.1|1.0|10");
    CHECK(unsure.fixes("1").size() == 2);
    CHECK(tells(unsure.diagnostics, "warning", "its last altitude may be cut off"));
    for (const char* const end : {"#", "#1", "1", "1,", "1,T", "1,T=", "-", "-1", "0,", "1,Na", "1,Name=x\\"})
        CHECK(recording(std::string{"#0\n1,T=1|1|100\n#1\n"} + end).fixes("1").size() == 1);
}

TEST_CASE("a recording without a time, of another version or kind, is an error that says so")
{
    const auto error_of = [](const std::string& text) {
        TrackReadOptions options;
        options.format = "acmi";
        const auto read = read_as("a.acmi", text, options);
        CHECK(read.pieces.empty());
        return read.diagnostics.has_errors() ? read.diagnostics.list().front().message : "";
    };
    CHECK(error_of("FileType=text/acmi/tacview\nFileVersion=2.2\n#0\n1,T=1|1|1\n").find("no ReferenceTime") == 0);
    CHECK(error_of("FileType=text/acmi/tacview\nFileVersion=1.7\n").find("the version of the recording is not 2") == 0);
    CHECK(error_of("FileType=text/acmi/tacview\n").find("the version of the recording is not 2") == 0);
    CHECK(error_of("time,lat,lon\n").find("this is no text recording of Tacview") == 0);
    CHECK(error_of(std::string{acmi_header} + "0,ReferenceTime=yesterday\n").find("the ReferenceTime is no instant") ==
          0);
    CHECK(error_of(std::string{acmi_header} + "0,ReferenceLatitude=north\n").find("the ReferenceLatitude") == 0);
}

TEST_CASE("many objects that take turns come out as whole tracks in the order of their appearance")
{
    std::string lines;
    for (int i = 0; i < 3000; ++i) {
        lines += "#" + std::to_string(i) + "\n";
        for (int object = 1; object <= 7; ++object)
            if (object != 7 || i > 2500)
                lines +=
                    std::to_string(object) + ",T=" + std::to_string(object) + "." + std::to_string(1000 + i) + "|1|1\n";
    }
    const auto read = recording(lines);
    CHECK(read.ids() == std::vector<std::string>{"1", "2", "3", "4", "5", "6", "7"});
    CHECK(read.fixes("6").size() == 3000);
    CHECK(read.fixes("7").size() == 499);
    CHECK(read.pieces.size() < 20);
}

}  // namespace incursion
