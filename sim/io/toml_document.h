#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "sim/io/toml_reader.h"

namespace incursion {

/// What `read` makes of the document of a TOML file: an optional of it. Nothing where that is nothing or where anything
/// in the file is an error; all that was found is added to `diagnostics`.
template <class Read>
auto read_toml_document(const std::string& path, Diagnostics& diagnostics, const Read& read)
    -> decltype(read(std::declval<TomlReader&>()))
{
    Diagnostics found;
    decltype(read(std::declval<TomlReader&>())) result;
    if (const auto document = read_toml_file(path, found)) {
        TomlReader root{std::get<TomlTable>(document->content), document->line, "", path, found};
        result = read(root);
    }
    for (const Diagnostic& diagnostic : found.list())
        diagnostics.add(diagnostic);
    if (found.has_errors())
        return std::nullopt;
    return result;
}

}  // namespace incursion
