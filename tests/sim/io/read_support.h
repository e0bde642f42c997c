#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/base/random.h"
#include "tests/support/temporary_folder.h"

namespace incursion::test {

/// `error 12 aircraft[0].id: message`, one each, for CAPTURE and for looking through.
inline std::vector<std::string> told(const Diagnostics& diagnostics)
{
    std::vector<std::string> lines;
    for (const Diagnostic& d : diagnostics.list()) {
        const char* kind = d.severity == Severity::error ? "error" : d.severity == Severity::warning ? "warning" : "note";
        lines.push_back(std::string{kind} + " " + (d.line ? std::to_string(*d.line) : "-") + " " + d.path + ": " + d.message);
    }
    return lines;
}

/// Is there a diagnostic that begins so and has this in its message?
inline bool tells(const Diagnostics& diagnostics, std::string_view beginning, std::string_view part = "")
{
    const auto lines = told(diagnostics);
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        return std::string_view{line}.starts_with(beginning) && line.find(part) != std::string::npos;
    });
}

inline long count(const Diagnostics& diagnostics, Severity severity)
{
    return std::count_if(diagnostics.list().begin(), diagnostics.list().end(),
                         [&](const Diagnostic& d) { return d.severity == severity; });
}

/// Random bytes; every third text is drawn from the letters of the format, so as to get further into it.
inline std::string garbage(RandomStream& random, std::size_t size, std::string_view letters)
{
    const bool structured = random.uniform() < 1.0 / 3;
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
        text += structured ? letters[random.bits() % letters.size()] : static_cast<char>(random.bits() & 0xFFU);
    return text;
}

}  // namespace incursion::test
