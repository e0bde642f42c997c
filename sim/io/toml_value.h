#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/diagnostics.h"

namespace incursion {

struct TomlValue;
struct TomlEntry;

/// A date, a time of day or both, as RFC 3339 writes it; with `Z` or an offset only if the file has one.
struct TomlInstant {
    std::string text;
};
struct TomlArray {
    std::vector<TomlValue> items;
};
/// Entries in the order of the file.
struct TomlTable {
    std::vector<TomlEntry> entries;

    /// Null where there is none.
    const TomlValue* find(std::string_view key) const;
};

/// One value of a TOML document and the line where it begins.
struct TomlValue {
    int line = 1;
    std::variant<std::string, std::int64_t, double, bool, TomlInstant, TomlArray, TomlTable> content;
};
struct TomlEntry {
    std::string key;
    TomlValue value;
};

/// The document (a table) of a TOML 1.0 file; nothing, with an error in `diagnostics`, where the file cannot
/// be read or its syntax is wrong. A syntax error hides what follows it, so only the first is told.
std::optional<TomlValue> read_toml_file(const std::string& path, Diagnostics& diagnostics);

/// The same from text; `file` is for messages.
std::optional<TomlValue> read_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics);

/// `a text`, `an array`, ...: what a value is, for messages.
std::string_view kind_of(const TomlValue& value);

}  // namespace incursion
