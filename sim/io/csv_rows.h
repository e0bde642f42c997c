#pragma once

#include <cstddef>
#include <cstdint>
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
    /// `line` is that on which the text begins.
    CsvRows(std::string_view text, char delimiter, std::int64_t line = 1)
        : text_{text}, delimiter_{delimiter}, next_line_{line}
    {
    }

    /// Goes to the next row; false at the end.
    bool next();

    /// Of the row, until the next one is asked for.
    const std::vector<std::string_view>& cells() const { return cells_; }
    /// Where the row begins, from 1.
    std::int64_t line() const { return line_; }
    /// True if a quote of the row is not closed, or something follows a closing one. Its cells are unsure.
    bool broken() const { return broken_; }
    /// True if more text behind what is there could close the quote that breaks the row.
    bool open() const { return open_; }

    /// Where the next row (or a line to be skipped) begins, and its line. Behind the end of the text where the row just
    /// read has no line end.
    std::size_t position() const { return at_; }
    std::int64_t next_line() const { return next_line_; }
    /// Goes on from there. REQUIRES: a row begins at `position`, on that line.
    void go_to(std::size_t position, std::int64_t line)
    {
        at_ = position;
        next_line_ = line;
    }

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
    std::int64_t line_ = 0;
    std::int64_t next_line_;
    bool broken_ = false;
    bool open_ = false;
    bool row_done_ = false;
    std::vector<std::string_view> cells_;
    std::deque<std::string> unquoted_;  ///< cells that are not part of the text as they stand
};

/// `,` `;` or tab: the one that splits the first row into most cells; `,` where none does.
char sniff_delimiter(std::string_view text);

}  // namespace incursion
