#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incursion {

/// How many bytes the sound character has that the text begins with (RFC 3629; no surrogate, none in more bytes than it
/// needs); 0 where there is none. REQUIRES: the text is not empty.
std::size_t utf8_length(std::string_view text);

/// The text itself where it is sound UTF-8 (RFC 3629), else what it says in ISO-8859-1, as UTF-8.
std::string as_utf8(std::string_view text);

}  // namespace incursion
