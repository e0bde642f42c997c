#include "sim/io/toml_depth.h"

#include <algorithm>
#include <cstddef>

namespace incursion {

namespace {

/// Where the text goes on behind the string that begins at `at`. A string of one line ends with it at the latest.
std::size_t end_of_string(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    const bool escapes = quote == '"';
    const std::string_view three = escapes ? "\"\"\"" : "'''";
    const bool many_lines = text.substr(at, 3) == three;
    std::size_t i = at + (many_lines ? 3 : 1);
    while (i < text.size()) {
        if (escapes && text[i] == '\\')
            i += 2;
        else if (many_lines && text.substr(i, 3) == three)
            return i + 3;
        else if (!many_lines && (text[i] == quote || text[i] == '\n'))
            return i + (text[i] == quote ? 1 : 0);
        else
            ++i;
    }
    return text.size();
}

bool continues_key(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ' ' || c == '\t';
}

}  // namespace

std::optional<int> line_of_deep_key(std::string_view text, int max_dots)
{
    int dots = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if (c == '"' || c == '\'') {
            i = end_of_string(text, i);
            continue;
        }
        dots = continues_key(c) ? dots + (c == '.' ? 1 : 0) : 0;
        if (dots > max_dots)
            return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i), '\n'));
        ++i;
    }
    return std::nullopt;
}

}  // namespace incursion
