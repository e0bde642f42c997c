#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "sim/io/read_tracks.h"
#include "tests/sim/io/read_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

struct Read {
    std::vector<Track> tracks;
    Diagnostics diagnostics;
};

Read read(std::string_view text)
{
    const TemporaryFolder folder;
    Read result;
    result.tracks = read_tracks(folder.write("flight.csv", text), {}, result.diagnostics);
    return result;
}

std::vector<double> lons(const Read& r)
{
    std::vector<double> result;
    for (const Track& track : r.tracks)
        for (const Fix& fix : track.fixes())
            result.push_back(fix.place.lon_deg);
    return result;
}

}  // namespace

TEST_CASE("a row that cannot be read is dropped with its line, and the others stay")
{
    const Read r = read("time_s,lon,lat,alt_m\n"
                        "1,1,50,10\n"
                        "x,2,50,10\n"
                        "3,3x,50,10\n"
                        "4,4,,10\n"
                        "5,5,95,10\n"
                        "6,6,50,ten\n"
                        "7,7,50\n"
                        "8,8,50,10,11\n"
                        "9,nan,50,10\n"
                        "10,inf,50,10\n"
                        "11,11,50,10,,\n"
                        "12,\"12\" 5,50,10\n"
                        "13,600,50,10\n"
                        "14;14;50;10\n"
                        "15,1e999,50,10\n"
                        "16,16,50,\"10\"\n"
                        "17,\"17,50,10\n"
                        "18,18,50,10");
    CAPTURE(told(r.diagnostics));
    CHECK(lons(r) == std::vector<double>{1, 11, 16, 18});
    const std::pair<int, const char*> expected[] = {
        {3, "'x' is not an instant"}, {4, "'3x' is no longitude"}, {5, "position is missing"}, {6, "swapped"},
        {7, "'ten' is no altitude"}, {8, "3 cells where the header has 4"}, {9, "5 cells"}, {10, "'nan'"}, {11, "'inf'"},
        {13, "quote"}, {14, "no place"}, {15, "1 cells"}, {16, "'1e999'"}, {18, "quote"}};
    for (const auto& [line, part] : expected)
        CHECK(tells(r.diagnostics, "warning " + std::to_string(line) + " ", part));
    CHECK(count(r.diagnostics, Severity::warning) == 14);
}

TEST_CASE("time goes forward: earlier rows and second places at one instant are dropped, plain repeats noted")
{
    const Read r = read("time_s,lon,lat\n10,1,50\n11,2,50\n11,2,50\n11,3,50\n9,4,50\n12,5,50\n12,5,50\n");
    CAPTURE(told(r.diagnostics));
    CHECK(lons(r) == std::vector<double>{1, 2, 5});
    CHECK(tells(r.diagnostics, "warning 5 ", "a second position"));
    CHECK(tells(r.diagnostics, "warning 6 ", "before"));
    CHECK(tells(r.diagnostics, "note - ", "2 dropped"));
    CHECK(r.diagnostics.list().size() == 3);
}

TEST_CASE("decimal commas are told apart from other bad numbers")
{
    const Read r = read("time_s;lon;lat\n1;36,5;35,5\n");
    CHECK(r.tracks.empty());
    CHECK(tells(r.diagnostics, "warning 2", "point"));
    CHECK(tells(r.diagnostics, "error", "no row"));
}

TEST_CASE("at most twenty warnings of a kind are told, then how many more")
{
    std::string text = "time_s,lon,lat\n0,0,0\n";
    for (int i = 0; i < 50; ++i)
        text += fmt::format("{},bad,50\n{},1,91\n", i, i);
    const Read r = read(text);
    CHECK(r.tracks.size() == 1);
    CHECK(count(r.diagnostics, Severity::warning) == 42);
    CHECK(tells(r.diagnostics, "warning - ", "30 more rows with a bad number, 50 in all"));
    CHECK(tells(r.diagnostics, "warning - ", "30 more rows with an impossible position, 50 in all"));
}

TEST_CASE("a track file that is missing, a folder, empty or without a single good row is an error")
{
    const TemporaryFolder folder;
    const auto problem = [&](const std::string& path) {
        Diagnostics d;
        CHECK(read_tracks(path, {}, d).empty());
        REQUIRE(count(d, Severity::error) == 1);
        return d.list().back().message;
    };
    CHECK(problem((folder / "none.csv")).find("no such file") != std::string::npos);
    CHECK(problem((folder / ".")).find("folder") != std::string::npos);
    CHECK(problem(folder.write("a.csv", "")).find("empty") != std::string::npos);
    CHECK(problem(folder.write("b.csv", "# nothing\n\n \r\n")).find("empty") != std::string::npos);
    CHECK(problem(folder.write("c.csv", "time,lon,lat\n")).find("no row") != std::string::npos);
}

TEST_CASE("cut anywhere, a track file gives the rows before the cut")
{
    const std::string text = "time_s,lon,lat\n1,10,50\n2,20,50\n3,30,50\n";
    for (std::size_t n = 0; n <= text.size(); ++n) {
        CAPTURE(n);
        const Read r = read(text.substr(0, n));
        const std::vector<double> found = lons(r);
        const std::vector<double> whole{10, 20, 30};
        REQUIRE(found.size() <= 3);
        CHECK(std::equal(found.begin(), found.end(), whole.begin()));
        CHECK(r.tracks.empty() == r.diagnostics.has_errors());
    }
}

TEST_CASE("lines and cells of ten million bytes are read in the time that reading takes")
{
    const std::string long_cell(10'000'000, 'a');
    const std::string many_cells(10'000'000, ',');
    const std::string many_quotes(10'000'000, '"');
    const std::string digits(10'000'000, '1');
    const std::string head = "time_s,lon,lat\n1,10,50\n";
    for (const std::string& line : {long_cell, many_cells, many_quotes, digits + ",1,1", "2," + digits + ",1"}) {
        const Read r = read(head + line + "\n3,30,50\n");
        CHECK(lons(r) == std::vector<double>{10, 30});
        for (const Diagnostic& d : r.diagnostics.list())
            CHECK(d.message.size() < 500);
    }
    for (const std::string& text : {long_cell, many_cells, many_quotes}) {
        const Read r = read(text);
        CHECK(r.tracks.empty());
        REQUIRE(r.diagnostics.list().size() == 1);
        CHECK(r.diagnostics.list()[0].message.size() < 500);
    }
}
