#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/io/table.h"

namespace incursion {

/// Joins tables that create_table has written, all in the target's format, into the table that it would have written
/// for all their rows, part by part. Of any size: nothing is kept in memory but what the format's own writer keeps.
/// - CSV, JSON Lines, GeoJSON and GeoJSONSeq are joined as text, so they are equal byte by byte.
/// - Other formats of OGR are read feature by feature and written again: for FlatGeobuf, Shapefile and GeoPackage equal
///   byte by byte too, for others as well as their drivers read back what they wrote.
/// A part that is missing, cut off, or has other columns than the first is a problem that names it; then nothing is
/// written. The target may be one of the parts if it may be overwritten.
std::optional<Problem> join_tables(const std::vector<std::string>& parts, const TableTarget& target);

}  // namespace incursion
