#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/io/csv_columns.h"
#include "sim/io/csv_rows.h"
#include "sim/model/fix.h"

namespace incursion {

/// How the rows of one CSV file are read.
struct CsvFormat {
    char delimiter = ',';
    TrackColumns columns;
    std::size_t width = 0;                ///< cells of the header
    std::optional<MetreColumn> altitude;  ///< the chosen one
};

/// A row that cannot be used, and what it has in common with others: a kind of RowProblems.
struct BadRow {
    std::string_view kind;
    std::string message;
};

/// What is wrong with the shape of a row. Cells beyond the header must be empty: a stray delimiter at the end.
std::optional<BadRow> shape_problem(const CsvRows& rows, std::size_t width);

/// The fix of a row's cells. REQUIRES: as many cells as the header has.
std::variant<Fix, BadRow> parse_fix(const std::vector<std::string_view>& cells, const CsvFormat& format);

}  // namespace incursion
