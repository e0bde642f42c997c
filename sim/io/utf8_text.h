#pragma once

#include <string>
#include <string_view>

namespace incursion {

/// The text itself where it is sound UTF-8 (RFC 3629), else what it says in ISO-8859-1, as UTF-8.
std::string as_utf8(std::string_view text);

}  // namespace incursion
