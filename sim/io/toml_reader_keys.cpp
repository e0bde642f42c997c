#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/io/toml_reader.h"
#include "sim/io/toml_spelling.h"

// The half of TomlReader that deals with keys and tables; toml_reader.cpp reads the values.

namespace incursion {

TomlReader::TomlReader(const TomlTable& table, int line, std::string path, std::string file, Diagnostics& diagnostics)
    : table_{&table}, line_{line}, path_{std::move(path)}, file_{std::move(file)}, diagnostics_{&diagnostics}
{
}

std::string TomlReader::path_of(std::string_view key) const
{
    if (key.empty())
        return path_;
    return path_.empty() ? std::string{key} : fmt::format("{}.{}", path_, key);
}

bool TomlReader::has(std::string_view key)
{
    return value_of(key) != nullptr;
}

bool TomlReader::has_array(std::string_view key)
{
    const TomlValue* value = value_of(key);
    return value != nullptr && std::holds_alternative<TomlArray>(value->content);
}

bool TomlReader::has_table(std::string_view key)
{
    const TomlValue* value = value_of(key);
    return value != nullptr && std::holds_alternative<TomlTable>(value->content);
}

std::optional<TomlReader> TomlReader::table(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return std::nullopt;
    const auto* table = std::get_if<TomlTable>(&value->content);
    if (table == nullptr) {
        wrong_kind(key, *value, fmt::format("a table, [{}] or {{ ... }},", path_of(key)));
        return std::nullopt;
    }
    return TomlReader{*table, value->line, path_of(key), file_, *diagnostics_};
}

std::vector<TomlReader> TomlReader::tables(std::string_view key)
{
    const TomlValue* value = value_of(key);
    if (value == nullptr)
        return {};
    const auto* array = std::get_if<TomlArray>(&value->content);
    if (array == nullptr) {
        wrong_kind(key, *value, fmt::format("a list of tables, [[{}]] or [{{ ... }}],", path_of(key)));
        return {};
    }
    std::vector<TomlReader> readers;
    for (std::size_t i = 0; i < array->items.size(); ++i) {
        const TomlValue& item = array->items[i];
        const std::string item_path = fmt::format("{}[{}]", path_of(key), i);
        if (const auto* table = std::get_if<TomlTable>(&item.content))
            readers.emplace_back(*table, item.line, item_path, file_, *diagnostics_);
        else
            diagnostics_->error(file_, item.line, item_path,
                                fmt::format("a table is needed here, not {}", kind_of(item)));
    }
    return readers;
}

std::vector<std::string> TomlReader::keys_in_file() const
{
    std::vector<std::string> keys;
    for (const TomlEntry& entry : table_->entries)
        keys.push_back(entry.key);
    return keys;
}

void TomlReader::need(std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys)
        if (!has(key))
            error("", fmt::format("'{}' is missing", key));
}

void TomlReader::at_most_one_of(std::initializer_list<std::string_view> keys)
{
    std::vector<std::string_view> there;
    for (const std::string_view key : keys)
        if (has(key))
            there.push_back(key);
    if (there.size() > 1)
        error("", fmt::format("{} exclude each other; keep one", fmt::join(there, ", ")));
}

void TomlReader::only_with(std::string_view key, std::initializer_list<std::string_view> others)
{
    const bool any = std::count_if(others.begin(), others.end(), [&](std::string_view k) { return has(k); }) > 0;
    if (has(key) && !any)
        error(key, fmt::format("this has a meaning only together with {}", fmt::join(others, " or ")));
}

void TomlReader::finish()
{
    std::vector<std::string> absent;
    for (const std::string& key : known_)
        if (table_->find(key) == nullptr)
            absent.push_back(key);
    for (const TomlEntry& entry : table_->entries)
        if (std::find(known_.begin(), known_.end(), entry.key) == known_.end())
            error(entry.key, fmt::format("unknown key{}", did_you_mean(entry.key, absent)));
}

void TomlReader::error(std::string_view key, std::string message)
{
    diagnostics_->error(file_, line_of(key), path_of(key), std::move(message));
}

void TomlReader::warning(std::string_view key, std::string message)
{
    diagnostics_->warning(file_, line_of(key), path_of(key), std::move(message));
}

const TomlValue* TomlReader::value_of(std::string_view key)
{
    if (std::find(known_.begin(), known_.end(), key) == known_.end())
        known_.emplace_back(key);
    return table_->find(key);
}

int TomlReader::line_of(std::string_view key) const
{
    const TomlValue* value = table_->find(key);
    return value == nullptr ? line_ : value->line;
}

void TomlReader::wrong_kind(std::string_view key, const TomlValue& value, std::string_view wanted)
{
    error(key, fmt::format("{} is needed here, not {}", wanted, kind_of(value)));
}

}  // namespace incursion
