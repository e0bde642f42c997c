#pragma once

#include <memory>
#include <string>

#include "sim/base/result.h"
#include "sim/io/table.h"

namespace incursion {

/// A table as a layer of one of OGR's formats (see ogr_formats.h); create_table says in which form. Besides:
/// - Integers have 64 bits, or are reals where the format has no such integers; truths are 0 and 1 where it has none.
/// - An instant is a text as format_time gives it. GeoPackage and FlatGeobuf get a field of date and time beside it, to
///   the millisecond (rounded down) for programs that show a table by time: `entry_datetime` beside `entry_time`,
///   `start_datetime` beside `start`.
/// - Paths are multi line strings. Where heights are not all known, FlatGeobuf has NaN for all of the row's and
/// Shapefile
///   0: they have no row without heights among others.
/// - FlatGeobuf has no spatial index, because it would put the rows into another order.
/// - Shapefile cuts names to ten letters (`max_depth_`), GeoJSON coordinates to nine decimals.
Result<std::unique_ptr<TableWriter>> create_ogr_table(const TableTarget& target, const std::string& format,
                                                      const TableLayout& layout);

}  // namespace incursion
