#pragma once

#include <string>
#include <string_view>

namespace incursion {

/// A zip of one file (PKWARE APPNOTE 6.3.3), deflated. Its date is 1980-01-01 whatever the day and the zone, and the
/// bytes are those of zlib: the same for the same content and version of zlib.
/// REQUIRES: the name is ASCII; content of less than 4 GB.
std::string zip_of(std::string_view name, std::string_view content);

}  // namespace incursion
