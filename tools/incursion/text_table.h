#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace incursion {

/// How a piece of text stands out on a terminal with colours.
enum class TextStyle { plain, title, heading, alarm, faint };

/// The text between the escape sequences of its style; as it is where `colour` is false.
std::string styled(const std::string& text, TextStyle style, bool colour);

enum class TextAlign { left, right };

struct Column {
    std::string header;
    TextAlign align = TextAlign::left;
    std::size_t least_width = 0;  ///< may be wrapped down to so many columns; 0: never wrapped
};

/// Newlines begin a further line within the cell.
struct Cell {
    std::string text;
    TextStyle style = TextStyle::plain;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< each with one cell per column
    bool blocks = false;                  ///< never as a table: each row as a block, whatever the width
};

/// The lines of a table, each indented by two, without trailing spaces. Where its columns do not fit into
/// `width` even when wrapped, each row becomes a block instead: the first cell, and below it one line per
/// further column that is not empty, `header  value`. Lines within a cell stay apart in a column that may be
/// wrapped, and become one line with commas in one that may not.
std::vector<std::string> table_lines(const Table& table, std::size_t width, bool colour);

}  // namespace incursion
