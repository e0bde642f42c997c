#pragma once

#include <string_view>

namespace incursion {

/// Whether a text has the shape of a BCP 47 tag (RFC 5646, section 2.1) in small letters: `en`, `tr`, `pt-br`. Parts of
/// letters and digits, at most eight long, a letter first. Small letters only, so that one language has one spelling.
bool is_language_tag(std::string_view text);

}  // namespace incursion
