#pragma once

#include <string>

#include "sim/io/toml_reader.h"
#include "sim/model/aircraft_type.h"

namespace incursion {

/// What a table of a type says about its number beside the value: the text as written, `source` and `confidence`
/// (both needed), `note`. Errors where they are absent or empty, and for unknown keys.
/// REQUIRES: the value has been asked for already, if it is to be read at all.
SourcedNumber read_sourced_number(TomlReader& table, const std::string& key);

}  // namespace incursion
