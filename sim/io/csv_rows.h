#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace incursion {

/// Walks through the rows of a delimited text: quotes as in RFC 4180 (a quoted cell may hold delimiters, doubled
/// quotes and up to 64 KiB with line breaks), rows that are blank or begin with `#` skipped, blanks around
/// cells dropped, lines ended by LF or CRLF. The text must outlive it.
class CsvRows {
public:
    CsvRows(std::string_view text, char delimiter) : text_{text}, delimiter_{delimiter} {}

    /// Goes to the next row; false at the end.
    bool next();

    /// Of the row, until the next one is asked for.
    const std::vector<std::string_view>& cells() const { return cells_; }
    /// Where the row begins, from 1.
    int line() const { return line_; }
    /// True if a quote of the row is not closed, or something follows a closing one. Its cells are unsure.
    bool broken() const { return broken_; }

private:
    bool skip_to_row();
    void read_row();
    void read_quoted_cell();
    void read_plain_cell();
    void end_cell();
    void end_row();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t line_end_ = 0;  ///< of the line that at_ is in; found once per line, which may be long
    int line_ = 0;
    int next_line_ = 1;
    bool broken_ = false;
    bool row_done_ = false;
    std::vector<std::string_view> cells_;
    std::deque<std::string> unquoted_;  ///< cells that are not part of the text as they stand
};

/// `,` `;` or tab: the one that splits the first row into most cells; `,` where none does.
char sniff_delimiter(std::string_view text);

}  // namespace incursion
