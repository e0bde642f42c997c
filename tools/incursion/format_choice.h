#pragma once

#include <string>

namespace incursion {

enum class ReportFormat { text, json };

/// The format that is asked for by name (`text`, `json`), or where `name` is empty the one that the output
/// path ends in: `.json`, `.txt`; text for a path without an ending. Throws WrongCall for another ending.
ReportFormat choose_format(const std::string& name, const std::string& output_path);

}  // namespace incursion
