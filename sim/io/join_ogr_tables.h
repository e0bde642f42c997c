#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/io/table.h"

namespace incursion {

/// See join_tables. REQUIRES: a format of ogr_formats, and at least one part.
std::optional<Problem> join_ogr_tables(const std::vector<std::string>& parts, const TableTarget& target,
                                       const std::string& format);

}  // namespace incursion
