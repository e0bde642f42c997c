#include "sim/io/settings_file.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "sim/io/toml_value.h"
#include "sim/io/write_toml.h"

namespace incursion {

Settings read_settings(const std::string& path, Diagnostics& diagnostics)
{
    std::error_code code;
    if (!std::filesystem::exists(path, code))
        return {};
    Diagnostics found;
    const auto document = read_toml_file(path, found);
    for (const Diagnostic& d : found.list())
        diagnostics.warning(d.file, d.line, d.path, d.message + "; settings are taken as new");
    if (!document)
        return {};
    Settings settings;
    for (const TomlEntry& entry : std::get<TomlTable>(document->content).entries) {
        if (const auto* text = std::get_if<std::string>(&entry.value.content))
            settings[entry.key] = *text;
        else
            diagnostics.warning(
                path, entry.value.line, entry.key,
                fmt::format("a setting is a text, and this is {}; it is left out", kind_of(entry.value)));
    }
    return settings;
}

std::optional<Problem> write_settings(const std::string& path, const Settings& settings)
{
    std::string content;
    for (const auto& [key, value] : settings)
        content += fmt::format("{} = {}\n", toml_text(key), toml_text(value));
    return write_text_file(path, content);
}

}  // namespace incursion
