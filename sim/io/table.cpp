#include "sim/io/table.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "sim/io/table_csv.h"
#include "sim/io/table_jsonl.h"

namespace incursion {

namespace {

std::string in_lower_case(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

}  // namespace

Result<std::string> table_format_of(const TableTarget& target)
{
    if (target.path == "-" && target.format.empty())
        return Problem{"standard output has no ending that tells the format; name it: csv or jsonl"};
    const std::string asked =
        target.format.empty() ? std::filesystem::path{target.path}.extension().string() : target.format;
    const std::string name = in_lower_case(asked);
    if (name == "csv" || name == ".csv")
        return std::string{"csv"};
    if (name == "jsonl" || name == "ndjson" || name == ".jsonl" || name == ".ndjson")
        return std::string{"jsonl"};
    return Problem{fmt::format("{}: '{}' is no format of tables; there are csv and jsonl", target.path, asked)};
}

bool has_shapes(std::string_view format)
{
    return format != "csv";
}

Result<std::unique_ptr<TableWriter>> create_table(const TableTarget& target, const TableLayout& layout)
{
    const Result<std::string> format = table_format_of(target);
    if (!format)
        return Problem{format.problem()};
    return *format == "csv" ? create_csv_table(target, layout) : create_jsonl_table(target, layout);
}

}  // namespace incursion
