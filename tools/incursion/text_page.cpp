#include "tools/incursion/text_page.h"

#include <algorithm>

#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

/// Newlines are layout here, everything else that is not printable is not.
std::string printable_lines(std::string_view text)
{
    std::string result;
    for (;;) {
        const std::size_t end = text.find('\n');
        result += with_bound_units(printable(text.substr(0, end)));
        if (end == std::string_view::npos)
            return result;
        result += '\n';
        text.remove_prefix(end + 1);
    }
}

}  // namespace

TextPage::TextPage(std::size_t width, bool colour) : width_{std::max<std::size_t>(width, 40)}, colour_{colour} {}

void TextPage::line(const std::string& content)
{
    // Bound only while it was laid out: a reader copies and searches plain spaces.
    static constexpr std::string_view bound = "\u00A0";
    std::size_t start = 0;
    for (std::size_t at = content.find(bound); at != std::string::npos; at = content.find(bound, start)) {
        text_.append(content, start, at - start).append(1, ' ');
        start = at + bound.size();
    }
    text_.append(content, start).append(1, '\n');
}

void TextPage::blank()
{
    if (!text_.empty() && !text_.ends_with("\n\n"))
        text_ += '\n';
}

void TextPage::title(std::string_view text)
{
    for (const std::string& part : wrapped(printable(text), width_))
        line(styled(part, TextStyle::title, colour_));
}

void TextPage::heading(std::string_view text)
{
    blank();
    for (const std::string& part : wrapped(printable(text), width_))
        line(styled(part, TextStyle::heading, colour_));
}

void TextPage::subheading(std::string_view text)
{
    blank();
    for (const std::string& part : wrapped(printable(text), width_ - 2))
        line("  " + styled(part, TextStyle::heading, colour_));
}

void TextPage::paragraph(std::string_view text, TextStyle style, std::size_t hanging)
{
    const std::size_t room = std::min<std::size_t>(width_, 100) - 2 - hanging;
    bool first = true;
    for (const std::string& part : wrapped(printable_lines(text), room)) {
        line("  " + std::string(first ? 0 : hanging, ' ') + styled(part, style, colour_));
        first = false;
    }
}

void TextPage::table(Table table)
{
    for (Column& column : table.columns)
        column.header = printable_lines(column.header);
    for (auto& row : table.rows)
        for (Cell& cell : row)
            cell.text = printable_lines(cell.text);
    for (const std::string& content : table_lines(table, width_, colour_))
        line(content);
}

}  // namespace incursion
