#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/random.h"
#include "sim/io/table.h"
#include "tests/support/temporary_folder.h"

namespace incursion::test {

inline Time instant(const char* text)
{
    const Result<Time> time = parse_time(text);
    REQUIRE(time);
    return *time;
}

/// A row with what its cells look at.
struct TestRow {
    std::vector<TableCell> cells;
    std::vector<PathPoint> points;
};

inline std::unique_ptr<TableWriter> opened_table(const TableTarget& target, const TableLayout& layout)
{
    Result<std::unique_ptr<TableWriter>> table = create_table(target, layout);
    INFO((table ? "" : table.problem()));
    REQUIRE(table);
    return std::move(table).value();
}

/// Requires that all went well.
inline void require_none(const std::optional<Problem>& problem)
{
    INFO((problem ? problem->message : ""));
    REQUIRE_FALSE(problem);
}

/// Writes a table and requires that all of it went well.
inline void write_table(const TableTarget& target, const TableLayout& layout, const std::vector<TestRow>& rows)
{
    const auto table = opened_table(target, layout);
    for (const TestRow& row : rows)
        require_none(table->add(row.cells, row.points));
    require_none(table->finish());
}

/// A column of each type.
inline TableLayout layout_of_all_types(RowShape shape)
{
    return {"things",
            {{"name", CellType::text},
             {"length_m", CellType::real},
             {"count", CellType::integer},
             {"known", CellType::boolean},
             {"entry_time", CellType::time}},
            shape};
}

/// Rows of all types with what is hard to keep: nothing, long texts, all digits, heights here and not there, paths of
/// one place and over 180 degrees.
inline std::vector<TestRow> random_rows(RandomStream& random, std::size_t count, RowShape shape)
{
    static const std::string long_text(200, 'x');
    std::vector<TestRow> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const Time start = instant("2015-11-24T07:24:05Z") + seconds(random.uniform(-1e8, 1e8));
        TestRow row;
        row.cells = {std::string_view{long_text}.substr(0, random.bits() % long_text.size()), random.uniform(-1e3, 1e6),
                     static_cast<std::int64_t>(random.bits() % 1'000'000), random.uniform() < 0.5, start};
        // Only some columns, because a format may tell a column's type from its rows.
        for (std::size_t cell : {std::size_t{1}, std::size_t{4}})
            if (random.uniform() < 0.2)
                row.cells[cell] = std::monostate{};
        const bool with_height = random.uniform() < 0.5;
        const std::size_t points = shape == RowShape::none ? 0 : shape == RowShape::point ? 1 : 1 + random.bits() % 5;
        for (std::size_t p = 0; p < points; ++p) {
            const auto altitude_m = with_height ? std::optional{random.uniform(0, 12'000)} : std::nullopt;
            row.points.push_back({start + seconds(static_cast<double>(p)),
                                  {random.uniform(170, 190), random.uniform(-90, 90)},
                                  altitude_m});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace incursion::test
