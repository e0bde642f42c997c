#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// What GDAL reads: GeoPackage, FlatGeobuf, Shapefile, and Parquet where it can.

bool fits_ogr(std::string_view ending, std::string_view start);

/// Points with a time field are fixes: time, track, altitude and accuracy are fields found by the usual names of
/// columns. Lines with measures (LineStringM, LineStringZM) are tracks whose M are seconds or milliseconds since 1970,
/// told apart by magnitude; the parts of a MultiLineString are `name`, `name (2)`. Fields of the kind date-and-time are
/// exact to a millisecond; those without a time zone are refused unless their name or `columns` says `utc`. A Shapefile
/// has dates without time of day, so its times must be texts or numbers.
/// An altitude field with a unit goes before Z. Z is metres above mean sea level, or in the unit of the layer's
/// vertical reference system; above the ellipsoid where the reference system is three-dimensional without such one.
/// FlatGeobuf keeps features in an order of place: its points are held in memory and sorted by time; those of other
/// formats are handed on as they come.
/// Other reference systems are transformed to WGS-84. Lines are numbers of features, from 1.
void read_ogr(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);

}  // namespace incursion
