#include "sim/io/join_text_tables.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/io/block_output.h"

namespace incursion {

namespace {

constexpr std::string_view geojson_list = "\"features\": [\n";
constexpr std::string_view geojson_foot = "\n]\n}\n";

/// A part of a table: its rows are the bytes in [begin, end).
struct TextPart {
    std::string path;
    std::string head;     ///< what comes before the rows
    std::string columns;  ///< what must be the same in all parts; empty where a part without rows does not tell
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

Problem cut_off(const std::string& path)
{
    return Problem{fmt::format("{}: it is cut off; write this part again", path)};
}

Problem not_readable(const std::string& path)
{
    return Problem{fmt::format("{}: cannot be read; is it there?", path)};
}

/// A line with its line break, and the lines after it that a quoted cell of CSV reaches over.
std::string quoted_line(std::istream& in)
{
    std::string text;
    std::string line;
    do {
        if (!std::getline(in, line) || in.eof())
            return {};
        text += line + '\n';
    } while (std::count(text.begin(), text.end(), '"') % 2 != 0);
    return text;
}

/// The head of a GeoJSON file, up to where the list of its features begins.
std::string geojson_head(std::istream& in)
{
    std::string text;
    std::string line;
    while (std::getline(in, line) && !in.eof()) {
        text += line + '\n';
        if (text.ends_with(geojson_list))
            return text;
    }
    return {};
}

/// The names of a line's members.
std::string member_names(const std::string& line)
{
    std::string names;
    const auto row = nlohmann::ordered_json::parse(line, nullptr, false);
    if (row.is_object())
        for (const auto& member : row.items())
            names += nlohmann::json(member.key()).dump() + ",";
    return names;
}

bool ends_with(std::istream& in, std::uint64_t size, std::string_view text)
{
    if (size < text.size())
        return false;
    std::string end(text.size(), '\0');
    in.clear();
    in.seekg(static_cast<std::streamoff>(size - text.size()));
    in.read(end.data(), static_cast<std::streamsize>(end.size()));
    return in.good() && end == text;
}

Result<TextPart> part_of(const std::string& path, const std::string& format)
{
    std::error_code error;
    std::ifstream in{path, std::ios::binary};
    TextPart part;
    part.path = path;
    part.end = std::filesystem::file_size(path, error);
    if (!in || error)
        return not_readable(path);
    if (format == "csv" || format == "GeoJSON") {
        part.head = format == "csv" ? quoted_line(in) : geojson_head(in);
        part.columns = part.head;
        part.begin = part.head.size();
        if (part.head.empty())
            return cut_off(path);
    } else {
        std::string line;
        std::getline(in, line);
        part.columns = member_names(line);
    }
    const std::string_view foot = format == "GeoJSON" ? geojson_foot : "\n";
    const bool needs_foot = part.end > part.begin || format == "GeoJSON";
    if (needs_foot &&
        (part.end < part.begin + (format == "GeoJSON" ? foot.size() : 0) || !ends_with(in, part.end, foot)))
        return cut_off(path);
    if (format == "GeoJSON")
        part.end -= foot.size();
    return part;
}

std::optional<Problem> copy_rows(const TextPart& part, BlockOutput& output)
{
    std::ifstream in{part.path, std::ios::binary};
    in.seekg(static_cast<std::streamoff>(part.begin));
    std::vector<char> block(std::size_t{1} << 18);
    for (std::uint64_t left = part.end - part.begin; left > 0;) {
        const std::uint64_t count = std::min<std::uint64_t>(left, block.size());
        if (!in.read(block.data(), static_cast<std::streamsize>(count)))
            return not_readable(part.path);
        output.text().append(block.data(), block.data() + count);
        left -= count;
        if (auto problem = output.write_if_full())
            return problem;
    }
    return std::nullopt;
}

Result<std::vector<TextPart>> parts_of(const std::vector<std::string>& paths, const std::string& format)
{
    std::vector<TextPart> parts;
    std::string columns;
    for (const std::string& path : paths) {
        Result<TextPart> part = part_of(path, format);
        if (!part)
            return Problem{part.problem()};
        if (columns.empty())
            columns = part->columns;
        if (!part->columns.empty() && part->columns != columns)
            return Problem{
                fmt::format("{}: its columns are not those of {}; join tables of one kind", path, paths.front())};
        parts.push_back(std::move(part).value());
    }
    return parts;
}

}  // namespace

bool is_joined_as_text(std::string_view format)
{
    constexpr std::array<std::string_view, 4> formats{"csv", "jsonl", "GeoJSON", "GeoJSONSeq"};
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::optional<Problem> join_text_tables(const std::vector<std::string>& paths, const TableTarget& target,
                                        const std::string& format)
{
    const Result<std::vector<TextPart>> parts = parts_of(paths, format);
    if (!parts)
        return Problem{parts.problem()};
    Result<BlockOutput> created = BlockOutput::create(target.path, target.overwrite);
    if (!created)
        return Problem{created.problem()};
    BlockOutput output = std::move(created).value();
    const auto append = [&](std::string_view text) { output.text().append(text.data(), text.data() + text.size()); };
    append(parts->front().head);
    bool first = true;
    for (const TextPart& part : *parts) {
        if (part.begin == part.end)
            continue;
        if (format == "GeoJSON" && !first)
            append(",\n");
        first = false;
        if (auto problem = copy_rows(part, output))
            return problem;
    }
    if (format == "GeoJSON")
        append(geojson_foot);
    return output.finish();
}

}  // namespace incursion
