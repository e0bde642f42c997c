#include "tests/sim/io/table_support.h"

#include <filesystem>
#include <span>

#include "sim/io/join_tables.h"

using namespace incursion;
using namespace incursion::test;
namespace fs = std::filesystem;

namespace {

/// Writes rows as tables of so many rows each and gives their paths.
std::vector<std::string> write_parts(const TemporaryFolder& folder, const std::string& ending,
                                     const TableLayout& layout, const std::vector<TestRow>& rows,
                                     const std::vector<std::size_t>& sizes)
{
    std::vector<std::string> paths;
    auto at = rows.begin();
    for (const std::size_t size : sizes) {
        paths.push_back(folder / ("part" + std::to_string(paths.size()) + ending));
        const auto end = at + static_cast<std::ptrdiff_t>(size);
        write_table({paths.back(), "", Overwrite::no}, layout, {at, end});
        at = end;
    }
    return paths;
}

std::string problem_of(const std::vector<std::string>& parts, const TableTarget& target)
{
    const std::optional<Problem> problem = join_tables(parts, target);
    return problem ? problem->message : "";
}

}  // namespace

TEST_CASE("joined tables are the table of all their rows, byte by byte")
{
    const std::string ending = GENERATE(".csv", ".jsonl", ".geojson", ".geojsonl", ".fgb", ".gpkg", ".shp", ".sqlite");
    RandomStream random{1, "rows"};
    const TableLayout layout = layout_of_all_types(RowShape::path);
    const std::vector<TestRow> rows = random_rows(random, 300, RowShape::path);
    const TemporaryFolder folder;
    write_table({folder / ("whole" + ending), "", Overwrite::no}, layout, rows);
    const auto parts = write_parts(folder, ending, layout, rows, {0, 1, 150, 0, 149, 0});
    CAPTURE(ending);
    require_none(join_tables(parts, {folder / ("joined" + ending), "", Overwrite::no}));
    CHECK((read_text(folder / ("joined" + ending)) == read_text(folder / ("whole" + ending))));
    if (ending == ".shp") {
        CHECK((read_text(folder / "joined.dbf") == read_text(folder / "whole.dbf")));
        CHECK((read_text(folder / "joined.shx") == read_text(folder / "whole.shx")));
    }
}

TEST_CASE("tables without rows join to one without rows")
{
    const std::string ending = GENERATE(".csv", ".jsonl", ".geojson", ".gpkg", ".fgb");
    CAPTURE(ending);
    const TableLayout layout = layout_of_all_types(RowShape::point);
    const TemporaryFolder folder;
    write_table({folder / ("whole" + ending), "", Overwrite::no}, layout, {});
    const auto parts = write_parts(folder, ending, layout, {}, {0, 0});
    require_none(join_tables(parts, {folder / ("joined" + ending), "", Overwrite::no}));
    CHECK((read_text(folder / ("joined" + ending)) == read_text(folder / ("whole" + ending))));
}

TEST_CASE("a head of CSV may reach over lines")
{
    const TemporaryFolder folder;
    const auto a = folder.write("a.csv", "\"x\ny\",b\n1,2\n");
    const auto b = folder.write("b.csv", "\"x\ny\",b\n\"3\n\",4\n");
    require_none(join_tables({a, b}, {folder / "c.csv", "", Overwrite::no}));
    CHECK(read_text(folder / "c.csv") == "\"x\ny\",b\n1,2\n\"3\n\",4\n");
}

TEST_CASE("the joined table may replace one of its parts")
{
    const TemporaryFolder folder;
    const auto a = folder.write("a.csv", "x\n1\n");
    const auto b = folder.write("b.csv", "x\n2\n");
    CHECK_THAT(problem_of({a, b}, {a, "", Overwrite::no}), Catch::Contains("exists already"));
    require_none(join_tables({a, b}, {a, "", Overwrite::yes}));
    CHECK(read_text(a) == "x\n1\n2\n");
}

TEST_CASE("parts with other columns are refused")
{
    const std::string ending = GENERATE(".csv", ".jsonl", ".gpkg", ".fgb", ".shp");
    CAPTURE(ending);
    RandomStream random{1, "rows"};
    TableLayout layout = layout_of_all_types(RowShape::point);
    const std::vector<TestRow> rows = random_rows(random, 2, RowShape::point);
    const TemporaryFolder folder;
    const std::string first = folder / ("first" + ending), second = folder / ("second" + ending);
    write_table({first, "", Overwrite::no}, layout, rows);
    layout.columns[1].name = "width_m";
    write_table({second, "", Overwrite::no}, layout, rows);
    CHECK_THAT(problem_of({first, second}, {folder / ("joined" + ending), "", Overwrite::no}),
               Catch::Contains("second") && Catch::Contains("columns") && Catch::Contains("first"));
    CHECK_FALSE(fs::exists(folder / ("joined" + ending)));
}

TEST_CASE("parts that are missing or cut off are refused by name")
{
    const TemporaryFolder folder;
    const TableTarget csv{folder / "joined.csv", "", Overwrite::no};
    const auto good = folder.write("good.csv", "x\n1\n");
    CHECK_THAT(problem_of({good, folder / "none.csv"}, csv), Catch::Contains("none.csv"));
    CHECK_THAT(problem_of({good, folder.write("row.csv", "x\n1")}, csv), Catch::Contains("row.csv: it is cut off"));
    CHECK_THAT(problem_of({good, folder.write("head.csv", "x")}, csv), Catch::Contains("head.csv: it is cut off"));
    CHECK_THAT(problem_of({good, folder.write("empty.csv", "")}, csv), Catch::Contains("empty.csv: it is cut off"));
    CHECK_THAT(problem_of({}, csv), Catch::Contains("no tables"));
    CHECK_FALSE(fs::exists(csv.path));

    const TableLayout layout = layout_of_all_types(RowShape::point);
    for (const char* ending : {".jsonl", ".geojson", ".gpkg", ".fgb", ".shp"}) {
        CAPTURE(ending);
        RandomStream random{1, "rows"};
        const auto parts = write_parts(folder, ending, layout, random_rows(random, 50, RowShape::point), {25, 25});
        fs::resize_file(parts[1], fs::file_size(parts[1]) - 12);
        const TableTarget target{folder / (std::string{"joined"} + ending), "", Overwrite::no};
        CHECK_THAT(problem_of(parts, target), Catch::Contains("part1"));
        CHECK_FALSE(fs::exists(target.path));
        CHECK_THAT(problem_of({folder / (std::string{"none"} + ending)}, target), Catch::Contains("none"));
    }
}
