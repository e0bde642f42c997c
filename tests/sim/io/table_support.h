#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/io/table.h"
#include "tests/support/temporary_folder.h"

namespace incursion::test {

inline Time instant(const char* text)
{
    const Result<Time> time = parse_time(text);
    REQUIRE(time);
    return *time;
}

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

/// Writes a table and requires that all of it went well.
inline void write_table(const TableTarget& target, const TableLayout& layout, const std::vector<TestRow>& rows)
{
    const auto table = opened_table(target, layout);
    const auto require_none = [](const std::optional<Problem>& problem) {
        INFO((problem ? problem->message : ""));
        REQUIRE_FALSE(problem);
    };
    for (const TestRow& row : rows)
        require_none(table->add(row.cells, row.points));
    require_none(table->finish());
}

}  // namespace incursion::test
