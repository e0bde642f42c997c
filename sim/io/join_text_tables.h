#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/io/table.h"

namespace incursion {

/// True for the formats whose rows follow each other as text between a head and a foot: CSV, JSON Lines, GeoJSON,
/// GeoJSONSeq.
bool is_joined_as_text(std::string_view format);

/// See join_tables. REQUIRES: a format that is joined as text, and at least one part.
std::optional<Problem> join_text_tables(const std::vector<std::string>& parts, const TableTarget& target,
                                        const std::string& format);

}  // namespace incursion
