#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace incursion {

/// How a piece of text stands out on a terminal with colours.
enum class Style { plain, title, heading, alarm, faint };

/// The text between the escape sequences of its style; as it is where `colour` is false.
std::string styled(const std::string& text, Style style, bool colour);

enum class Align { left, right };

struct Column {
    std::string header;
    Align align = Align::left;
    std::size_t least_width = 0;  ///< may be wrapped down to so many columns; 0: never wrapped
};

/// Newlines begin a further line within the cell.
struct Cell {
    std::string text;
    Style style = Style::plain;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< each with one cell per column
    bool blocks = false;                  ///< never as a table: each row as a block, whatever the width
};

/// The lines of a table, each indented by two, without trailing spaces. Where its columns do not fit into
/// `width` even when wrapped, each row becomes a block instead: the first cell, and below it one line per
/// further column that is not empty, `header  value`.
std::vector<std::string> table_lines(const Table& table, std::size_t width, bool colour);

}  // namespace incursion
