#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/geo/vertical.h"
#include "sim/model/evidence.h"

namespace incursion {

/// `source: https://...`: one line of what a description says.
struct ExportFact {
    std::string label;
    std::string text;
};
using ExportFacts = std::vector<ExportFact>;

/// Adds a line unless its text is empty.
void add_fact(ExportFacts& facts, std::string label, std::string text);

/// What a statement rests on: `source`, `confidence`, `note`, as far as they are told.
void add_evidence(ExportFacts& facts, const Evidence& evidence);

/// `label: text`, one a line, without a newline at the end.
std::string facts_as_text(const ExportFacts& facts);

/// The same for a balloon: `<b>label</b>: text<br>`, escaped; a text that is nothing but an http(s) address is a link.
std::string facts_as_html(const ExportFacts& facts);

/// A text for XML 1.0 and JSON: bytes that are no UTF-8 become U+FFFD, control characters but tab and newline go.
std::string clean_text(std::string_view text);

/// clean_text with `&`, `<`, `>`, `"` escaped, for XML and HTML.
std::string escaped_text(std::string_view text);

/// `metres above mean sea level`, and likewise for the other zeros: the words of a description.
std::string_view datum_words(AltitudeDatum datum);

}  // namespace incursion
