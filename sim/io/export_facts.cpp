#include "sim/io/export_facts.h"

#include <cstddef>
#include <utility>

#include "sim/io/utf8_text.h"

namespace incursion {

namespace {

/// U+FFFE and U+FFFF, which XML 1.0 (section 2.2) has no place for.
bool is_no_character(std::string_view character)
{
    return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

bool is_address(std::string_view text)
{
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\n\"<>") == std::string_view::npos;
}

}  // namespace

void add_fact(ExportFacts& facts, std::string label, std::string text)
{
    if (!text.empty())
        facts.push_back({std::move(label), std::move(text)});
}

void add_evidence(ExportFacts& facts, const Evidence& evidence)
{
    add_fact(facts, "note", evidence.note);
    add_fact(facts, "source", evidence.source);
    add_fact(facts, "confidence", evidence.confidence);
}

std::string facts_as_text(const ExportFacts& facts)
{
    std::string lines;
    for (const ExportFact& fact : facts) {
        lines += lines.empty() ? "" : "\n";
        lines += clean_text(fact.label) + ": " + clean_text(fact.text);
    }
    return lines;
}

std::string facts_as_html(const ExportFacts& facts)
{
    std::string html;
    for (const ExportFact& fact : facts) {
        const std::string text = escaped_text(fact.text);
        html += "<b>" + escaped_text(fact.label) + "</b>: ";
        html += is_address(fact.text) ? "<a href=\"" + text + "\">" + text + "</a>" : text;
        html += "<br>";
    }
    return html;
}

std::string clean_text(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        const std::string_view character = text.substr(0, length == 0 ? 1 : length);
        text.remove_prefix(character.size());
        const auto code = static_cast<std::uint8_t>(character.front());
        if (length == 0 || is_no_character(character))
            clean += "\xEF\xBF\xBD";
        else if (length > 1 || (code >= 0x20 && code != 0x7F) || code == '\t' || code == '\n')
            clean += character;
    }
    return clean;
}

std::string escaped_text(std::string_view text)
{
    std::string escaped;
    for (const char c : clean_text(text)) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        default: escaped += c;
        }
    }
    return escaped;
}

std::string_view datum_words(AltitudeDatum datum)
{
    switch (datum) {
    case AltitudeDatum::msl: return "metres above mean sea level";
    case AltitudeDatum::pressure:
        return "metres of pressure altitude (ISA, 1013.25 hPa at its zero), drawn by the altimeter setting as above "
               "mean sea level";
    case AltitudeDatum::ellipsoid: return "metres above the WGS-84 ellipsoid";
    }
    return "";
}

}  // namespace incursion
