#pragma once

#include <string>

namespace incursion {

enum class ReportFormat { text, json, html };

/// Which formats a command has, beside text and JSON.
enum class HtmlToo { no, yes };

/// The format that is asked for by name (`text`, `json`, `html`), or where `name` is empty the one that the output
/// path ends in: `.json`, `.txt`, and where there is HTML too `.html`, `.htm`; text for a path without an ending.
/// Throws WrongCall for another ending.
ReportFormat choose_format(const std::string& name, const std::string& output_path, HtmlToo html = HtmlToo::no);

}  // namespace incursion
