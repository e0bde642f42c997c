#include "tests/sim/io/table_support.h"

#include <csignal>
#include <filesystem>
#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace incursion;
using namespace incursion::test;
namespace fs = std::filesystem;

namespace {

const TableLayout all_types{"things",
                            {{"name", CellType::text},
                             {"length_m", CellType::real},
                             {"count", CellType::integer},
                             {"known", CellType::boolean},
                             {"time", CellType::time}},
                            RowShape::none};

TestRow row(std::string_view name, double length_m)
{
    return {{name, length_m, std::int64_t{3}, true, instant("2015-11-24T07:24:05Z")}, {}};
}

std::string csv_of(const TableLayout& layout, const std::vector<TestRow>& rows)
{
    const TemporaryFolder folder;
    write_table({folder / "t.csv", "", Overwrite::no}, layout, rows);
    return read_text(folder / "t.csv");
}

std::string jsonl_of(const TableLayout& layout, const std::vector<TestRow>& rows)
{
    const TemporaryFolder folder;
    write_table({folder / "t.jsonl", "", Overwrite::no}, layout, rows);
    return read_text(folder / "t.jsonl");
}

PathPoint place(double lon_deg, double lat_deg, std::optional<double> altitude_m = {})
{
    return {instant("2015-11-24T07:24:05Z"), {lon_deg, lat_deg}, altitude_m};
}

}  // namespace

TEST_CASE("CSV has a header, a line a row, and nothing where nothing is known")
{
    const std::string text =
        csv_of(all_types,
               {row("A1", 12.5),
                {{std::monostate{}, std::monostate{}, std::monostate{}, std::monostate{}, std::monostate{}}, {}},
                {{"B", 0.1, std::int64_t{-9007199254740993}, false, instant("1969-12-31T23:59:59.999999999Z")}, {}}});
    CHECK(text == "name,length_m,count,known,time\n"
                  "A1,12.5,3,true,2015-11-24T07:24:05.000000Z\n"
                  ",,,,\n"
                  "B,0.1,-9007199254740993,false,1969-12-31T23:59:59.999999999Z\n");
}

TEST_CASE("CSV quotes what would otherwise be read as something else")
{
    const TableLayout layout{"t", {{"plain, or not", CellType::text}, {"b", CellType::text}}, RowShape::none};
    const std::string text = csv_of(layout, {{{"a,b", "say \"so\""}, {}},
                                             {{"two\nlines", "\r"}, {}},
                                             {{"#1", " outer "}, {}},
                                             {{"in side", "S#1; 5'"}, {}},
                                             {{"\"", "G\xc3\xb6tt\xc3\xbcrk"}, {}}});
    CHECK(text == "\"plain, or not\",b\n"
                  "\"a,b\",\"say \"\"so\"\"\"\n"
                  "\"two\nlines\",\"\r\"\n"
                  "\"#1\",\" outer \"\n"
                  "in side,S#1; 5'\n"
                  "\"\"\"\",G\xc3\xb6tt\xc3\xbcrk\n");
}

TEST_CASE("numbers in CSV are the shortest that read back, and what is no number is nothing")
{
    const TableLayout layout{"t", {{"x", CellType::real}, {"y", CellType::real}}, RowShape::none};
    const auto numbers = [&](double x, double y) {
        const std::string text = csv_of(layout, {{{x, y}, {}}});
        return text.substr(4, text.size() - 5);
    };
    CHECK(numbers(1e-9, 17.0) == "1e-09,17");
    CHECK(numbers(0.1 + 0.2, 36.599999999999994) == "0.30000000000000004,36.599999999999994");
    CHECK(numbers(std::numeric_limits<double>::max(), 5e-324) == "1.7976931348623157e+308,5e-324");
    CHECK(numbers(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()) == ",");
}

TEST_CASE("JSON Lines has one object a row, in the order of the columns, with null where nothing is known")
{
    const std::string text = jsonl_of(all_types, {row("say \"so\"\n", 17),
                                                  {{std::monostate{}, std::numeric_limits<double>::quiet_NaN(),
                                                    std::monostate{}, false, std::monostate{}},
                                                   {}}});
    CHECK(text == "{\"name\":\"say \\\"so\\\"\\n\",\"length_m\":17.0,\"count\":3,\"known\":true,"
                  "\"time\":\"2015-11-24T07:24:05.000000Z\"}\n"
                  "{\"name\":null,\"length_m\":null,\"count\":null,\"known\":false,\"time\":null}\n");
}

TEST_CASE("bytes that are not UTF-8 do not break a line of JSON")
{
    const TableLayout layout{"t", {{"name", CellType::text}}, RowShape::none};
    CHECK(jsonl_of(layout, {{{"a\xff"}, {}}}) == "{\"name\":\"a\xef\xbf\xbd\"}\n");
}

TEST_CASE("rows of JSON Lines carry GeoJSON geometries")
{
    const TableLayout points{"t", {{"n", CellType::integer}}, RowShape::point};
    CHECK(jsonl_of(points, {{{std::int64_t{1}}, {place(36.5, 35.75)}}, {{std::int64_t{2}}, {place(190, 0, 5.5)}}}) ==
          "{\"n\":1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[36.5,35.75]}}\n"
          "{\"n\":2,\"geometry\":{\"type\":\"Point\",\"coordinates\":[-170.0,0.0,5.5]}}\n");
    const TableLayout paths{"t", {}, RowShape::path};
    CHECK(jsonl_of(paths, {{{}, {place(1, 2, 3), place(4, 5, 6)}},
                           {{}, {place(1, 2, 3), place(4, 5)}},
                           {{}, {place(1, 2)}},
                           {{}, {place(179, 10), place(-179, 20)}}}) ==
          "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1.0,2.0,3.0],[4.0,5.0,6.0]]}}\n"
          "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1.0,2.0],[4.0,5.0]]}}\n"
          "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1.0,2.0],[1.0,2.0]]}}\n"
          "{\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":"
          "[[[179.0,10.0],[180.0,15.0]],[[-180.0,15.0],[-179.0,20.0]]]}}\n");
}

TEST_CASE("a table has its name once it is finished, and nothing remains of one given up")
{
    const TemporaryFolder folder;
    const std::string path = GENERATE("t.csv", "t.jsonl");
    {
        const auto table = opened_table({folder / path, "", Overwrite::no}, all_types);
        CHECK_FALSE(table->add(row("A", 1).cells, {}));
        CHECK_FALSE(fs::exists(folder / path));
    }
    CHECK(fs::is_empty(folder.path()));
    write_text(folder / path, "old");
    CHECK_FALSE(create_table({folder / path, "", Overwrite::no}, all_types));
    write_table({folder / path, "", Overwrite::yes}, all_types, {row("A", 1)});
    CHECK_THAT(read_text(folder / path), Catch::Contains("A"));
}

TEST_CASE("a full disk stops a table of text with a problem")
{
    const std::string format = GENERATE("csv", "jsonl");
    const auto table = opened_table({"/dev/full", format, Overwrite::yes}, all_types);
    std::optional<Problem> problem;
    // A row has some 40 bytes and a block 2^20 of them: the first block is full long before the last row.
    for (int i = 0; i < 100'000 && !problem; ++i)
        problem = table->add(row("A1", 12.5).cells, {});
    REQUIRE(problem);
    CHECK_THAT(problem->message, Catch::Contains("/dev/full") && Catch::Contains("No space left"));
    CHECK_FALSE(table->broken_pipe());

    const auto small = opened_table({"/dev/full", format, Overwrite::yes}, all_types);
    CHECK_FALSE(small->add(row("A1", 12.5).cells, {}));
    CHECK(small->finish());
}

TEST_CASE("a pipe whose reader is gone is told apart")
{
    const auto previous = std::signal(SIGPIPE, SIG_IGN);
    const TemporaryFolder folder;
    const std::string path = folder / "pipe";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    const auto table = opened_table({path, "csv", Overwrite::no}, all_types);
    ::close(reader);
    CHECK(table->finish());
    CHECK(table->broken_pipe());
    std::signal(SIGPIPE, previous);
}

TEST_CASE("a table can go to standard output")
{
    const TemporaryFolder folder;
    const int kept = ::dup(STDOUT_FILENO);
    const int file = ::open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
    REQUIRE(kept >= 0);
    REQUIRE(file >= 0);
    const auto table = opened_table({"-", "csv", Overwrite::no}, all_types);
    ::dup2(file, STDOUT_FILENO);
    const auto problem = table->finish();
    ::dup2(kept, STDOUT_FILENO);
    ::close(file);
    ::close(kept);
    CHECK_FALSE(problem);
    CHECK(read_text(folder / "out") == "name,length_m,count,known,time\n");
}
