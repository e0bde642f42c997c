#include "sim/base/diagnostics.h"

#include <algorithm>

#include <fmt/format.h>

namespace incursion {

std::string to_string(const Diagnostic& diagnostic)
{
    std::string text = diagnostic.file;
    if (diagnostic.line)
        text += fmt::format("{}{}", text.empty() ? "line " : ":", *diagnostic.line);
    if (!text.empty())
        text += ": ";
    if (diagnostic.severity != Severity::error)
        text += diagnostic.severity == Severity::warning ? "warning: " : "note: ";
    if (!diagnostic.path.empty())
        text += diagnostic.path + ": ";
    return text + diagnostic.message;
}

void Diagnostics::error(std::string file, std::optional<int> line, std::string path, std::string message)
{
    add({Severity::error, std::move(file), line, std::move(path), std::move(message)});
}

void Diagnostics::warning(std::string file, std::optional<int> line, std::string path, std::string message)
{
    add({Severity::warning, std::move(file), line, std::move(path), std::move(message)});
}

void Diagnostics::note(std::string file, std::optional<int> line, std::string path, std::string message)
{
    add({Severity::note, std::move(file), line, std::move(path), std::move(message)});
}

bool Diagnostics::has_errors() const
{
    return std::any_of(list_.begin(), list_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace incursion
