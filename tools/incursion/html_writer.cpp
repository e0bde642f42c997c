#include "tools/incursion/html_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/html_text.h"
#include "tools/incursion/text_width.h"

namespace incursion {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

void replace_all(std::string& text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// Straight quotation marks as printers set them, and a minus in front of a number that begins a line or a bracket.
std::string with_printers_marks(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char before = i == 0 ? ' ' : text[i - 1];
        const bool begins = before == ' ' || before == '(' || before == '\n';
        if (text[i] == '"')
            result += begins ? "“" : "”";
        else if (text[i] == '-' && begins && i + 1 < text.size() && is_digit(text[i + 1]))
            result += "−";
        else
            result += text[i];
    }
    return result;
}

/// One line without addresses and citations.
std::string words_markup(std::string_view text)
{
    std::string words = html_escaped(with_bound_units(printable(with_printers_marks(text))));
    replace_all(words, "\u00A0", "\u202F");
    return words;
}

/// An address ends at a space, and not with what ends a sentence around it.
std::string_view address_at(std::string_view text)
{
    if (!text.starts_with("https://") && !text.starts_with("http://"))
        return {};
    std::string_view address = text.substr(0, text.find_first_of(" \t\n\"<>\x02\x03"));
    while (!address.empty() && std::string_view{",.;:!?)"}.find(address.back()) != std::string_view::npos &&
           !(address.back() == ')' && address.find('(') != std::string_view::npos))
        address.remove_suffix(1);
    return address;
}

std::string linked_words(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t at = std::min(text.find("https://"), text.find("http://"));
        result += words_markup(text.substr(0, at));
        if (at == std::string_view::npos)
            break;
        text.remove_prefix(at);
        const std::string_view address = address_at(text);
        if (address.empty()) {
            result += words_markup(text);
            break;
        }
        result += fmt::format("<a class=\"address\" href=\"{0}\" rel=\"noreferrer\">{0}</a>", html_escaped(address));
        text.remove_prefix(address.size());
    }
    return result;
}

/// ` 3, 5` as links to the sources of those numbers; as it is where it holds anything else.
std::string citation_markup(std::string_view numbers)
{
    if (numbers.find_first_not_of("0123456789, ") != std::string_view::npos)
        return words_markup(numbers);
    std::string result = "<sup class=\"cite\">";
    for (std::size_t i = 0; i < numbers.size();) {
        const std::size_t end = std::min(numbers.find_first_of(", ", i), numbers.size());
        if (end > i)
            result += fmt::format("{0}<a href=\"#source-{1}\">{1}</a>", result.ends_with("</a>") ? " " : "",
                                  numbers.substr(i, end - i));
        i = end + 1;
    }
    return result + "</sup>";
}

std::string line_markup(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t begin = text.find(citation_begins);
        const std::size_t end = begin == std::string_view::npos ? begin : text.find(citation_ends, begin);
        if (end == std::string_view::npos)
            return result + linked_words(text);
        result += linked_words(text.substr(0, begin));
        result += citation_markup(text.substr(begin + 1, end - begin - 1));
        text.remove_prefix(end + 1);
    }
    return result;
}

/// `The radio calls` as `the-radio-calls`.
std::string id_of(std::string_view heading)
{
    std::string id;
    for (const char c : heading) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
        if (is_letter)
            id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (id.ends_with('-'))
        id.pop_back();
    return id.empty() ? "part" : id;
}

/// A header's lines joined: `found less\nclaimed`, `air-\nspace`.
std::string joined_lines(std::string text)
{
    replace_all(text, "-\n", "");
    replace_all(text, "\n", " ");
    return text;
}

std::string_view class_of(const Column& column, const Cell& cell)
{
    const bool is_number = column.align == TextAlign::right;
    if (cell.style == TextStyle::alarm)
        return is_number ? " class=\"number alarm\"" : " class=\"alarm\"";
    if (cell.style == TextStyle::faint)
        return is_number ? " class=\"number soft\"" : " class=\"soft\"";
    if (cell.style == TextStyle::heading || cell.style == TextStyle::title)
        return " class=\"strong\"";
    return is_number ? " class=\"number\"" : "";
}

std::string row_markup(const Table& table, const std::vector<Cell>& row, const std::vector<std::string>& headers)
{
    std::string result = "<tr>";
    for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
        const std::string text = row[i].text == "-" ? "–" : html_inline(row[i].text);
        const std::string_view style = class_of(table.columns[i], row[i]);
        if (i == 0)
            result += fmt::format("<th scope=\"row\"{}>{}</th>", style, text);
        else
            result += fmt::format("<td{} data-label=\"{}\">{}</td>", style, headers[i], text);
    }
    return result + "</tr>\n";
}

}  // namespace

std::string html_inline(std::string_view text)
{
    std::string result;
    for (;;) {
        const std::size_t end = text.find('\n');
        result += line_markup(text.substr(0, end));
        if (end == std::string_view::npos)
            return result;
        result += "<br/>";
        text.remove_prefix(end + 1);
    }
}

std::string plain_words(std::string_view text)
{
    std::string without;
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find(citation_begins), text.size());
        without += text.substr(0, begin);
        const std::size_t end = text.find(citation_ends, begin);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    replace_all(without, "\n", " ");
    return html_escaped(without);
}

void HtmlWriter::end_section()
{
    if (in_section_)
        text_ += "</section>\n";
    in_section_ = false;
}

std::string HtmlWriter::finished()
{
    end_section();
    return text_;
}

void HtmlWriter::title(std::string_view text)
{
    text_ += fmt::format("<h1>{}</h1>\n", html_inline(text));
}

void HtmlWriter::heading(std::string_view text)
{
    end_section();
    in_section_ = true;
    part_ = text;
    parts_.push_back({id_of(text), std::string{text}});
    text_ +=
        fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", id_of(text), html_inline(text));
}

void HtmlWriter::subheading(std::string_view text)
{
    part_ = text;
    text_ += fmt::format("<h3>{}</h3>\n", html_inline(text));
}

void HtmlWriter::paragraph(std::string_view text, TextStyle style, std::size_t hanging)
{
    std::string_view name = hanging > 0 ? " class=\"item\"" : "";
    if (style == TextStyle::alarm)
        name = " class=\"alarm\"";
    else if (style == TextStyle::faint)
        name = " class=\"soft\"";
    text_ += fmt::format("<p{}>{}</p>\n", name, html_inline(text));
}

void HtmlWriter::table(Table table)
{
    if (table.columns.empty() || table.rows.empty())
        return;
    std::vector<std::string> headers;
    std::string head;
    for (const Column& column : table.columns) {
        headers.push_back(plain_words(joined_lines(column.header)));
        head += fmt::format("<th scope=\"col\"{}>{}</th>", column.align == TextAlign::right ? " class=\"number\"" : "",
                            html_inline(joined_lines(column.header)));
    }
    text_ += fmt::format("<div class=\"table\" role=\"region\" aria-label=\"Table: {}\" tabindex=\"0\">\n"
                         "<table class=\"cards\">\n<thead><tr>{}</tr></thead>\n<tbody>\n",
                         plain_words(part_), head);
    for (const std::vector<Cell>& row : table.rows)
        text_ += row_markup(table, row, headers);
    text_ += "</tbody>\n</table>\n</div>\n";
}

}  // namespace incursion
