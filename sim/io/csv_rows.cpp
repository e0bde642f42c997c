#include "sim/io/csv_rows.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace incursion {

namespace {

constexpr std::size_t longest_quoted_cell = 1U << 16U;

/// A tab is no blank: it may be the delimiter.
std::string_view without_blanks(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

bool is_blank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

bool CsvRows::next()
{
    if (!skip_to_row())
        return false;
    read_row();
    return true;
}

bool CsvRows::skip_to_row()
{
    while (at_ < text_.size()) {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        const std::string_view line = text_.substr(at_, end - at_);
        if (!line.starts_with('#') && !is_blank(line))
            return true;
        at_ = end + 1;
        ++next_line_;
    }
    return false;
}

void CsvRows::read_row()
{
    cells_.clear();
    unquoted_.clear();
    broken_ = false;
    open_ = false;
    row_done_ = false;
    line_ = next_line_;
    line_end_ = std::min(text_.find('\n', at_), text_.size());
    while (!row_done_) {
        const std::size_t first = std::min(text_.find_first_not_of(' ', at_), text_.size());
        if (first < line_end_ && text_[first] == '"') {
            at_ = first;
            read_quoted_cell();
        } else {
            read_plain_cell();
        }
    }
}

void CsvRows::end_row()
{
    at_ = line_end_ + 1;
    ++next_line_;
    row_done_ = true;
}

/// Goes behind the delimiter that ends a cell, or behind the row.
void CsvRows::end_cell()
{
    const std::size_t end = text_.substr(0, line_end_).find(delimiter_, at_);
    if (end == std::string_view::npos)
        end_row();
    else
        at_ = end + 1;
}

void CsvRows::read_plain_cell()
{
    const std::size_t end = std::min(text_.substr(0, line_end_).find(delimiter_, at_), line_end_);
    cells_.push_back(without_blanks(text_.substr(at_, end - at_)));
    end_cell();
}

void CsvRows::read_quoted_cell()
{
    const std::string_view reach = text_.substr(0, std::min(text_.size(), at_ + longest_quoted_cell));
    std::string cell;
    std::size_t from = at_ + 1;
    std::size_t quote = reach.find('"', from);
    while (quote != std::string_view::npos && quote + 1 < reach.size() && reach[quote + 1] == '"') {
        cell.append(reach.substr(from, quote + 1 - from));
        from = quote + 2;
        quote = reach.find('"', from);
    }
    if (quote == std::string_view::npos) {
        // Never closed: this line is lost, the next ones need not be.
        broken_ = true;
        open_ = text_.size() - at_ < longest_quoted_cell;
        end_row();
        return;
    }
    cell.append(reach.substr(from, quote - from));
    next_line_ += std::count(cell.begin(), cell.end(), '\n');
    unquoted_.push_back(std::move(cell));
    cells_.push_back(without_blanks(unquoted_.back()));
    at_ = quote + 1;
    if (at_ > line_end_)
        line_end_ = std::min(text_.find('\n', at_), text_.size());
    const std::size_t end = std::min(text_.substr(0, line_end_).find(delimiter_, at_), line_end_);
    broken_ = broken_ || !is_blank(text_.substr(at_, end - at_));
    end_cell();
}

char sniff_delimiter(std::string_view text)
{
    char best = ',';
    std::size_t most = 1;
    for (const char delimiter : {',', ';', '\t'}) {
        CsvRows rows{text, delimiter};
        if (rows.next() && rows.cells().size() > most) {
            most = rows.cells().size();
            best = delimiter;
        }
    }
    return best;
}

}  // namespace incursion
