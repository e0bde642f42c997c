#pragma once

#include <initializer_list>
#include <string_view>

#include "sim/io/toml_reader.h"
#include "sim/model/lesson.h"

namespace incursion {

/// `[[phrase]]`: `id` and `text` (needed), `heading`.
Phrase read_phrase(TomlReader& table);

/// `[[reaction]]`: `aircraft` and `behaviour` (needed), `on_call`, `delay`, `heading`, and how it turns: `bank` or
/// `load_factor`, `roll_rate`, `reaction`.
Reaction read_reaction(TomlReader& table);

/// `[[inject]]`: `id` and `kind` (needed), `title`, `from`, and what its kind asks for.
Inject read_inject(TomlReader& table);

/// As lessons write it.
std::string_view kind_name(InjectKind kind);
std::string_view behaviour_name(Behaviour behaviour);

/// An error for each of these keys that is there: it says nothing about a thing of that kind.
void refuse_keys(TomlReader& table, std::string_view kind, std::initializer_list<std::string_view> keys);

}  // namespace incursion
