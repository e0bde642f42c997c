#include "sim/io/table_csv.h"

#include <array>
#include <cassert>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "sim/io/block_output.h"
#include "sim/io/write_time.h"

namespace incursion {

namespace {

void append(fmt::memory_buffer& out, std::string_view text)
{
    out.append(text.data(), text.data() + text.size());
}

/// RFC 4180 asks for quotes around delimiters, quotes and line breaks. Outer blanks and a leading `#` are quoted too,
/// because readers drop the ones and take the other for a comment.
bool needs_quotes(std::string_view text)
{
    return !text.empty() && (text.find_first_of(",\"\r\n") != std::string_view::npos || text.front() == '#' ||
                             text.front() == ' ' || text.front() == '\t' || text.back() == ' ' || text.back() == '\t');
}

void append_text(fmt::memory_buffer& out, std::string_view text)
{
    if (!needs_quotes(text)) {
        append(out, text);
        return;
    }
    out.push_back('"');
    for (const char c : text) {
        if (c == '"')
            out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
}

/// In the shortest form that reads back as the same. The form is compiled, because a table is mostly numbers.
template <class Number>
void append_number(fmt::memory_buffer& out, Number number)
{
    fmt::format_to(fmt::appender{out}, FMT_COMPILE("{}"), number);
}

/// Appends a cell to the row.
struct AppendCell {
    fmt::memory_buffer& out;

    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { append_text(out, text); }
    void operator()(double number) const
    {
        if (std::isfinite(number))
            append_number(out, number);
    }
    void operator()(std::int64_t number) const { append_number(out, number); }
    void operator()(bool value) const { append(out, value ? "true" : "false"); }
    void operator()(Time time) const
    {
        std::array<char, longest_time_text> text{};
        out.append(text.data(), write_time(text.data(), time));
    }
};

class CsvTable : public TableWriter {
public:
    CsvTable(BlockOutput output, const TableLayout& layout)
        : output_{std::move(output)}, columns_{layout.columns.size()}
    {
        for (std::size_t i = 0; i < columns_; ++i) {
            if (i > 0)
                output_.text().push_back(',');
            append_text(output_.text(), layout.columns[i].name);
        }
        output_.text().push_back('\n');
    }

    std::optional<Problem> add(std::span<const TableCell> cells, std::span<const PathPoint>) override
    {
        assert(cells.size() == columns_);
        for (std::size_t i = 0; i < columns_; ++i) {
            if (i > 0)
                output_.text().push_back(',');
            std::visit(AppendCell{output_.text()}, cells[i]);
        }
        output_.text().push_back('\n');
        return output_.write_if_full();
    }
    std::optional<Problem> finish() override { return output_.finish(); }
    bool broken_pipe() const override { return output_.broken_pipe(); }

private:
    BlockOutput output_;
    std::size_t columns_;
};

}  // namespace

Result<std::unique_ptr<TableWriter>> create_csv_table(const TableTarget& target, const TableLayout& layout)
{
    Result<BlockOutput> output = BlockOutput::create(target.path, target.overwrite);
    if (!output)
        return Problem{output.problem()};
    return std::unique_ptr<TableWriter>{std::make_unique<CsvTable>(std::move(output).value(), layout)};
}

}  // namespace incursion
