#pragma once

#include <string>
#include <string_view>

namespace incursion {

/// The text as it can stand in an element or in an attribute in double quotes: & < > " ' escaped, control characters
/// made spaces, bytes that are not UTF-8 made U+FFFD.
std::string html_escaped(std::string_view text);

/// Bytes in base64 (RFC 4648, section 4), with padding.
std::string base64(std::string_view bytes);

}  // namespace incursion
