#include "sim/io/table.h"

#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/ogr_formats.h"
#include "sim/io/table_csv.h"
#include "sim/io/table_jsonl.h"
#include "sim/io/table_ogr.h"

namespace incursion {

namespace {

/// `csv` or `jsonl`, if it is that that a name in any case (`CSV`) or the ending of a path (`.ndjson`) means.
std::optional<std::string> text_format_of(std::string name)
{
    for (char& c : name)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (name.starts_with('.'))
        name.erase(0, 1);
    if (name == "csv")
        return name;
    if (name == "jsonl" || name == "ndjson")
        return "jsonl";
    return std::nullopt;
}

Problem unknown_format(const TableTarget& target)
{
    const std::string what = target.format.empty()
                                 ? fmt::format("{}: its ending does not tell the format of a table", target.path)
                                 : fmt::format("{}: '{}' is no format of tables", target.path, target.format);
    return Problem{fmt::format("{}; name one: csv, jsonl, {}", what, fmt::join(ogr_formats(), ", "))};
}

}  // namespace

Result<std::string> table_format_of(const TableTarget& target)
{
    const bool by_path = target.format.empty();
    if (target.path == "-" && by_path)
        return Problem{"standard output has no ending that tells the format; name it: csv or jsonl"};
    std::optional<std::string> format =
        text_format_of(by_path ? std::filesystem::path{target.path}.extension().string() : target.format);
    if (format)
        return *format;
    format = by_path ? ogr_format_of_path(target.path) : ogr_format_of_name(target.format);
    if (!format)
        return unknown_format(target);
    if (target.path == "-")
        return Problem{
            fmt::format("{} cannot be written to standard output; name a file, or write csv or jsonl", *format)};
    return *format;
}

bool has_shapes(std::string_view format)
{
    return format != "csv" && (format == "jsonl" || ogr_format_has_shapes(std::string{format}));
}

Result<std::unique_ptr<TableWriter>> create_table(const TableTarget& target, const TableLayout& layout)
{
    const Result<std::string> format = table_format_of(target);
    if (!format)
        return Problem{format.problem()};
    if (*format == "csv")
        return create_csv_table(target, layout);
    if (*format == "jsonl")
        return create_jsonl_table(target, layout);
    return create_ogr_table(target, *format, layout);
}

}  // namespace incursion
