#include <catch2/catch.hpp>

#include "sim/io/csv_tracks.h"
#include "tests/sim/io/csv_support.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

constexpr std::uint64_t seed = 20151124;

/// Compares line by line, so that a failure shows the first difference.
void check_same(const RowResults& found, const RowResults& expected)
{
    for (std::size_t i = 0; i < std::min(found.fixes.size(), expected.fixes.size()); ++i)
        REQUIRE(found.fixes[i] == expected.fixes[i]);
    CHECK(found.fixes.size() == expected.fixes.size());
    CHECK(found.problems == expected.problems);
    CHECK(found.line == expected.line);
}

CsvTracks rows_of(std::string_view header)
{
    Diagnostics diagnostics;
    auto csv = CsvTracks::make(header, {}, "test.csv", diagnostics);
    REQUIRE(csv);
    return std::move(*csv);
}

}  // namespace

TEST_CASE("rows of a CSV file become pieces that end where the track changes, each fix with its line")
{
    const std::string_view text = "# radar 3\ntrack,time_s,lat,lon,alt_m\n"
                                  "a,10,35.827412,36.105231,10668\na,20,35.9,36.2,\n\nb,5,-1,-2.5,7\na,30,36,36.3,9\n";
    const CsvTracks csv = rows_of(text);
    CHECK(text.substr(csv.rows_begin(), 5) == "a,10,");
    CHECK(csv.first_line() == 3);
    std::int64_t line = csv.first_line();
    std::vector<TrackPiece> pieces;
    RowProblems problems;
    REQUIRE(csv.read(text.substr(csv.rows_begin()), line, pieces, problems) == 3);
    CHECK(problems.empty());
    CHECK(line == 8);
    CHECK(pieces[0].id == "a");
    CHECK(pieces[0].lines == std::vector<std::int64_t>{3, 4});
    CHECK(pieces[0].fixes[0].time == Time{std::chrono::seconds{10}});
    CHECK(pieces[0].fixes[0].place == LonLat{36.105231, 35.827412});
    CHECK(pieces[0].fixes[0].altitude_m == 10668.0);
    CHECK_FALSE(pieces[0].fixes[1].altitude_m);
    CHECK(pieces[1].id == "b");
    CHECK(pieces[1].lines == std::vector<std::int64_t>{6});
    CHECK(pieces[1].fixes[0].place == LonLat{-2.5, -1});
    CHECK(pieces[2].id == "a");
    CHECK(pieces[2].fixes.size() == 1);
}

TEST_CASE("plain rows and dirty ones give what reading each cell by itself gives, to the last bit")
{
    RandomStream random{seed, "rows"};
    CAPTURE(seed);
    std::size_t fixes = 0, problems = 0;
    for (int i = 0; i < 400; ++i) {
        const std::string text = DirtyCsv{random}.make(40);
        CAPTURE(i, text);
        const RowResults expected = read_cell_by_cell(text);
        check_same(read_in_blocks(text), expected);
        fixes += expected.fixes.size();
        problems += expected.problems.size();
    }
    // Else the rows were too dirty, or too clean, to try anything.
    CHECK(fixes > 4000);
    CHECK(problems > 2000);
}

TEST_CASE("a file read in blocks of any size gives the fixes, lines and problems of the whole file")
{
    RandomStream random{seed, "blocks"};
    CAPTURE(seed);
    std::vector<TrackPiece> pieces;
    for (int i = 0; i < 40; ++i) {
        const std::string text = DirtyCsv{random}.make(12);
        CAPTURE(i, text);
        const RowResults expected = read_cell_by_cell(text);
        for (std::size_t block = 1; block < text.size(); block += 1 + block / 8) {
            CAPTURE(block);
            check_same(read_in_blocks(text, block, pieces), expected);
        }
    }
}

TEST_CASE("whole rows end where a line end is no part of a quoted cell")
{
    const CsvTracks csv = rows_of("time_s,lon,lat,note\n");
    const auto whole = [&](std::string_view text) { return csv.whole_rows(text, false); };
    CHECK(whole("") == 0);
    CHECK(whole("1,2,3,a") == 0);
    CHECK(whole("1,2,3,a\n") == 8);
    CHECK(whole("1,2,3,a\n2,2,3") == 8);
    CHECK(csv.whole_rows("1,2,3,a\n2,2,3", true) == 13);
    CHECK(whole("1,2,3,\"a\nb") == 0);
    CHECK(whole("1,2,3,\"a\nb\"") == 0);
    CHECK(whole("1,2,3,\"a\nb\"\n") == 12);
    CHECK(whole("1,2,3,\"a\nb\"\"\nc") == 0);
    CHECK(whole("1,2,3,a\n2,2,3,\"a\nb\nc") == 8);
    CHECK(whole("1,2,3,\"a\"\n2,2,3,b\n3,2") == 18);
    CHECK(whole("1,2,3,a\"b\n2,2,3,b\n3,2") == 18);
    CHECK(whole("# \"\n1,2,3,a\n2,2") == 12);
    CHECK(whole("1,2,3,\"a\"\n# say\n\n# nothing mo") == 17);
    // A quote reaches 64 KiB at most: then it is known that it is not closed, and its line is a row of its own.
    const std::string open = "1,2,3,\"a\n";
    CHECK(whole(open + std::string(60'000, 'b') + "\n") == 0);
    CHECK(whole(open + std::string(70'000, 'b') + "\n") == open.size() + 70'001);
}

TEST_CASE("an unclosed quote costs its row, however the file is cut into blocks")
{
    std::string text = "time_s,lon,lat,note\n1,2,3,a\n2,2,3,\"never closed\n";
    for (int i = 3; i < 6000; ++i)
        text += fmt::format("{},2,3,plain\n", i);
    text += "6000,2,3,\"closed\nhere\"\n6001,2,3,a\n";
    const RowResults expected = read_cell_by_cell(text);
    CHECK(expected.fixes.size() == 6000);
    CHECK(expected.problems.size() == 2);
    for (const std::size_t block : {std::size_t{1000}, std::size_t{65'530}, std::size_t{65'536}, std::size_t{70'000}})
        check_same(read_in_blocks(text, block), expected);
}

TEST_CASE("reading again asks for no new memory")
{
    const std::string_view header = "track,time_s,lat,lon\n";
    const CsvTracks csv = rows_of(header);
    std::string rows;
    for (int i = 0; i < 1000; ++i)
        rows += fmt::format("{},{},1,2\n", i / 100, i);
    std::vector<TrackPiece> pieces;
    RowProblems problems;
    std::int64_t line = 2;
    REQUIRE(csv.read(rows, line, pieces, problems) == 10);
    const Fix* memory = pieces[9].fixes.data();
    line = 2;
    REQUIRE(csv.read(rows, line, pieces, problems) == 10);
    CHECK(pieces[9].fixes.data() == memory);
    REQUIRE(csv.read("x,1,1,2\n", line, pieces, problems) == 1);
    CHECK(pieces.size() == 10);
    CHECK(pieces[0].id == "x");
    CHECK(pieces[0].fixes.size() == 1);
    CHECK(pieces[0].lines == std::vector<std::int64_t>{1002});
}

TEST_CASE("altitude columns are chosen among by the first four megabytes alone")
{
    std::string text = "time_s,lon,lat,alt_m,baro_altitude_ft\n";
    while (text.size() < CsvTracks::start_bytes)
        text += "1,2,3,,100\n";
    const std::string late = text + "1,2,3,30,100\n";
    const auto datum = [](std::string_view all) {
        Diagnostics diagnostics;
        const auto csv = CsvTracks::make(all, {}, "a.csv", diagnostics);
        REQUIRE(csv);
        std::vector<TrackPiece> pieces;
        RowProblems problems;
        std::int64_t line = 2;
        REQUIRE(csv->read("1,2,3,40,100\n", line, pieces, problems) == 1);
        return pieces[0].datum;
    };
    CHECK(datum(late) == AltitudeDatum::pressure);
    CHECK(datum(late.substr(0, CsvTracks::start_bytes)) == AltitudeDatum::pressure);
    CHECK(datum(text.substr(0, 1000) + "\n1,2,3,30,100\n") == AltitudeDatum::msl);
}
