#include "sim/io/write_toml.h"

#include <nlohmann/json.hpp>

#include "sim/io/output_file.h"

namespace incursion {

std::string toml_text(std::string_view text)
{
    // A JSON string in UTF-8 is a TOML basic string (its escapes are among TOML's, version 1.0, "String"), but for
    // the delete character, which TOML wants escaped.
    using nlohmann::json;
    const std::string quoted = json(std::string{text}).dump(-1, ' ', false, json::error_handler_t::replace);
    std::string result;
    for (const char c : quoted) {
        if (c == '\x7f')
            result += "\\u007F";
        else
            result += c;
    }
    return result;
}

std::optional<Problem> write_text_file(const std::string& path, std::string_view content)
{
    auto file = OutputFile::create(path, Overwrite::yes);
    if (!file)
        return Problem{file.problem()};
    OutputFile output = std::move(file).value();
    if (auto problem = output.write(content))
        return problem;
    return output.commit();
}

}  // namespace incursion
