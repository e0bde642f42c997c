#include "tools/incursion/text_table.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t space_between = 2;
const std::string margin(indent, ' ');

std::vector<std::string> split_lines(const std::string& text)
{
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    lines.push_back(text.substr(start));
    return lines;
}

std::size_t natural_width(const std::string& text)
{
    std::size_t width = 0;
    for (const std::string& line : split_lines(text))
        width = std::max(width, display_width(line));
    return width;
}

std::size_t total_width(const std::vector<std::size_t>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), indent) + space_between * (widths.size() - 1);
}

/// The width of each column; empty where they do not fit.
std::vector<std::size_t> fitted_widths(const Table& table, std::size_t width)
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t natural = natural_width(table.columns[i].header);
        for (const auto& row : table.rows)
            natural = std::max(natural, natural_width(row[i].text));
        widths.push_back(natural);
    }
    // The widest column that may still shrink gives way, one step at a time.
    while (total_width(widths) > width) {
        std::size_t* widest = nullptr;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::size_t least = table.columns[i].least_width;
            if (least != 0 && widths[i] > least && (widest == nullptr || widths[i] > *widest))
                widest = &widths[i];
        }
        if (widest == nullptr)
            return {};
        --*widest;
    }
    return widths;
}

std::string without_trailing_spaces(std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

/// One row, as many lines as its tallest cell takes.
void add_row(std::vector<std::string>& lines, const Table& table, const std::vector<Cell>& row,
             const std::vector<std::size_t>& widths, bool colour)
{
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(table.columns[i].least_width != 0 ? wrapped(row[i].text, widths[i])
                                                          : split_lines(row[i].text));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
        std::string line = margin;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string text = at < cells[i].size() ? cells[i][at] : std::string{};
            const std::string cell = table.columns[i].align == TextAlign::right ? padded_left(text, widths[i])
                                                                            : padded(text, widths[i]);
            // Spaces at the end of the line go, so what follows the last text is not padded.
            const std::string part = i + 1 == row.size() ? without_trailing_spaces(cell) : cell;
            const std::size_t first = std::min(part.find_first_not_of(' '), part.size());
            const std::size_t last = part.find_last_not_of(' ') + 1;
            line += part.substr(0, first);
            if (first < last)
                line += styled(part.substr(first, last - first), row[i].style, colour) + part.substr(last);
            if (i + 1 < row.size())
                line += std::string(space_between, ' ');
        }
        lines.push_back(without_trailing_spaces(line));
    }
}

std::string joined(const std::string& text, std::string_view separator)
{
    std::string result;
    for (const std::string& line : split_lines(text))
        if (!line.empty())
            result += std::string{result.empty() ? "" : separator} + line;
    return result;
}

void add_block(std::vector<std::string>& lines, const Table& table, const std::vector<Cell>& row, std::size_t width,
               bool colour)
{
    std::size_t label = 0;
    for (std::size_t i = 1; i < table.columns.size(); ++i)
        label = std::max(label, display_width(joined(table.columns[i].header, " ")));
    // Values stand behind their labels, or below them where that leaves too little room.
    constexpr std::size_t least_room = 16;
    const bool beside = indent + 2 + label + space_between + least_room <= width;
    const std::string value_margin(beside ? indent + 2 + label + space_between : indent + 4, ' ');
    const std::size_t room = std::max(least_room, width - std::min(width, value_margin.size()));

    for (const std::string& line : wrapped(joined(row[0].text, ", "), width > indent + 12 ? width - indent : 12))
        lines.push_back(without_trailing_spaces(margin + styled(line, row[0].style, colour)));
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i].text.empty())
            continue;
        const std::string name = margin + "  " + joined(table.columns[i].header, " ");
        std::string before = beside ? padded(name, value_margin.size()) : value_margin;
        if (!beside)
            lines.push_back(name);
        const bool is_list = table.columns[i].least_width != 0;
        for (const std::string& line : wrapped(is_list ? row[i].text : joined(row[i].text, ", "), room)) {
            lines.push_back(without_trailing_spaces(before + styled(line, row[i].style, colour)));
            before = value_margin;
        }
    }
}

}  // namespace

std::string styled(const std::string& text, TextStyle style, bool colour)
{
    if (!colour || style == TextStyle::plain || text.empty())
        return text;
    // Select Graphic Rendition, ECMA-48 section 8.3.117.
    const char* code = style == TextStyle::title     ? "\x1b[1;4m"
                       : style == TextStyle::heading ? "\x1b[1m"
                       : style == TextStyle::alarm   ? "\x1b[1;31m"
                                                 : "\x1b[2m";
    return code + text + "\x1b[0m";
}

std::vector<std::string> table_lines(const Table& table, std::size_t width, bool colour)
{
    std::vector<std::string> lines;
    const std::vector<std::size_t> widths = table.blocks ? std::vector<std::size_t>{} : fitted_widths(table, width);
    if (widths.empty()) {
        for (const auto& row : table.rows)
            add_block(lines, table, row, width, colour);
        return lines;
    }
    std::vector<Cell> headers;
    for (const Column& column : table.columns)
        headers.push_back({column.header, TextStyle::faint});
    add_row(lines, table, headers, widths, colour);
    for (const auto& row : table.rows)
        add_row(lines, table, row, widths, colour);
    return lines;
}

}  // namespace incursion
