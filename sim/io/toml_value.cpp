#include "sim/io/toml_value.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "sim/io/read_text_file.h"
#include "sim/io/toml_depth.h"

namespace incursion {

namespace {

// A scenario is a few kilobytes; anything far larger is another kind of file.
constexpr std::size_t max_file_bytes = 16U << 20U;
// `other.radius.value` has two.
constexpr int max_dots_in_key = 8;

int line_of(const toml::node& node)
{
    return std::max(1, static_cast<int>(node.source().begin.line));
}

std::string text_of(const toml::date& d)
{
    return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

std::string text_of(const toml::time& t)
{
    std::string text = fmt::format("{:02}:{:02}:{:02}", t.hour, t.minute, t.second);
    if (t.nanosecond != 0)
        text += fmt::format(".{:09}", t.nanosecond);
    return text;
}

std::string text_of(const toml::date_time& dt)
{
    std::string text = text_of(dt.date) + "T" + text_of(dt.time);
    if (!dt.offset)
        return text;
    const int minutes = dt.offset->minutes;
    if (minutes == 0)
        return text + "Z";
    const int size = minutes < 0 ? -minutes : minutes;
    return text + fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

TomlValue converted(const toml::node& node);

TomlTable converted_table(const toml::table& table)
{
    // The parser keeps tables sorted by key; messages and lists follow the file.
    std::vector<std::pair<toml::source_position, TomlEntry>> placed;
    for (const auto& [key, node] : table)
        placed.emplace_back(key.source().begin, TomlEntry{std::string{key.str()}, converted(node)});
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    TomlTable result;
    for (auto& [position, entry] : placed)
        result.entries.push_back(std::move(entry));
    return result;
}

TomlValue converted(const toml::node& node)
{
    TomlValue value;
    value.line = line_of(node);
    node.visit([&](const auto& typed) {
        using Node = std::decay_t<decltype(typed)>;
        if constexpr (toml::is_table<Node>) {
            value.content = converted_table(typed);
        } else if constexpr (toml::is_array<Node>) {
            TomlArray array;
            for (const toml::node& item : typed)
                array.items.push_back(converted(item));
            value.content = std::move(array);
        } else if constexpr (toml::is_date<Node> || toml::is_time<Node> || toml::is_date_time<Node>) {
            value.content = TomlInstant{text_of(typed.get())};
        } else {
            value.content = typed.get();
        }
    });
    return value;
}

}  // namespace

const TomlValue* TomlTable::find(std::string_view key) const
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

std::optional<TomlValue> read_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics)
{
    if (const auto line = line_of_deep_key(text, max_dots_in_key)) {
        diagnostics.error(file, line, "", fmt::format("a key has more than {} dots; write a shorter one",
                                                      max_dots_in_key));
        return std::nullopt;
    }
    // The only place where the parser can throw; it goes no further.
    try {
        return converted(toml::parse(text, file));
    } catch (const toml::parse_error& e) {
        diagnostics.error(file, std::max(1, static_cast<int>(e.source().begin.line)), "",
                          fmt::format("this is not TOML: {}", e.description()));
    }
    return std::nullopt;
}

std::optional<TomlValue> read_toml_file(const std::string& path, Diagnostics& diagnostics)
{
    const auto text = read_text_file(path, max_file_bytes);
    if (!text) {
        diagnostics.error(path, std::nullopt, "", text.problem());
        return std::nullopt;
    }
    return read_toml(*text, path, diagnostics);
}

std::string_view kind_of(const TomlValue& value)
{
    constexpr std::string_view kinds[] = {"a text", "a whole number", "a number", "true or false",
                                          "a date or time", "an array", "a table"};
    return kinds[value.content.index()];
}

}  // namespace incursion
