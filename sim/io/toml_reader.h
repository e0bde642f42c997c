#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/base/quantity.h"
#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/toml_value.h"

namespace incursion {

/// Which numbers will do.
enum class Sign { any, not_negative, positive };

/// Reads one table of a TOML document, key by key. Whatever is wrong with a value becomes an error with file,
/// line and path, and the value counts as absent, so that reading can go on. A key counts as known once it
/// has been asked for, present or not; finish() makes errors of all others.
/// The document and the diagnostics must outlive the reader.
class TomlReader {
public:
    /// `path` is that of the table in the document; empty for the document itself.
    TomlReader(const TomlTable& table, int line, std::string path, std::string file, Diagnostics& diagnostics);

    const std::string& path() const { return path_; }
    const std::string& file() const { return file_; }
    Diagnostics& diagnostics() { return *diagnostics_; }
    std::string path_of(std::string_view key) const;

    /// Knows the key and tells whether it is there, whatever its value.
    bool has(std::string_view key);
    /// The same, if its value is an array or a table.
    bool has_array(std::string_view key);
    bool has_table(std::string_view key);

    std::optional<std::string> text(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::optional<std::int64_t> integer(std::string_view key, Sign sign = Sign::any);
    /// A finite number without a unit.
    std::optional<double> number(std::string_view key, Sign sign = Sign::any);
    /// A text with number and unit, in the SI unit of the dimension.
    std::optional<double> quantity(std::string_view key, Dimension dimension, Sign sign = Sign::any);
    /// A bare number, or a text in `g`: how often the weight.
    std::optional<double> load_factor(std::string_view key);
    /// A date-time with Z or an offset.
    std::optional<Time> time(std::string_view key);
    /// `[longitude, latitude]` in degrees, with |longitude| <= 360 and |latitude| <= 90.
    std::optional<LonLat> position(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    /// The place of the value in `choices`.
    std::optional<std::size_t> choice(std::string_view key, std::initializer_list<std::string_view> choices);
    std::optional<TomlReader> table(std::string_view key);
    /// Of an array of tables: `key[0]`, `key[1]`, ...
    std::vector<TomlReader> tables(std::string_view key);
    /// A text as it is, a number in its shortest form; empty for all else.
    std::string as_written(std::string_view key);
    /// Every key of this table, known or not, in the order of the file.
    std::vector<std::string> keys_in_file() const;

    /// An error for each key that is not there.
    void need(std::initializer_list<std::string_view> keys);
    /// An error if more than one of the keys is there.
    void at_most_one_of(std::initializer_list<std::string_view> keys);
    /// An error if `key` is there without any of `others`.
    void only_with(std::string_view key, std::initializer_list<std::string_view> others);
    /// Errors for the keys that nobody asked for.
    void finish();

    /// Adds an error or a warning at a key; at the table itself where the key is empty or absent.
    void error(std::string_view key, std::string message);
    void warning(std::string_view key, std::string message);

private:
    const TomlValue* value_of(std::string_view key);
    int line_of(std::string_view key) const;
    /// True if the number will do; else adds an error.
    bool accept(std::string_view key, double value, Sign sign);
    void wrong_kind(std::string_view key, const TomlValue& value, std::string_view wanted);

    const TomlTable* table_;
    int line_;
    std::string path_;
    std::string file_;
    Diagnostics* diagnostics_;
    std::vector<std::string> known_;
};

}  // namespace incursion
