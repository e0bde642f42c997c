#pragma once

#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

// GeoJSON (RFC 7946) and sequences of it (RFC 8142, or one feature on each line), MF-JSON (OGC 19-045r3).

bool fits_geojson(std::string_view ending, std::string_view start);
bool fits_geojson_sequence(std::string_view ending, std::string_view start);

/// Points are fixes: time, track, altitude and accuracy are properties found by the usual names of columns; a feature's
/// `id` stands for a missing track. Lines are tracks, with a time for each position in `coordTimes`, `times`,
/// `datetimes` or `coordinateProperties.times` of their properties; so are moving points of MF-JSON. Lines of one name
/// stay apart: `name`, `name (2)`.
/// A third coordinate is metres above the ellipsoid by RFC 7946, section 3.1.1; of points, a property with an altitude
/// and its unit goes before it, with the datum that its name tells; of lines, such a list in `coordinateProperties`,
/// with a value for each position. Accuracy comes from such properties alone.
/// Times that are numbers are as exact as a double: microseconds.
/// Positions are WGS-84 longitude and latitude; a `crs` member that says otherwise is an error.
/// Features are read one by one, so a file may be larger than the memory; their line is that of their beginning.
void read_geojson(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);
/// As read_geojson; a feature that is broken off costs itself only.
void read_geojson_sequence(InputBytes& input, const TrackReadOptions& options, TrackSink& sink,
                           Diagnostics& diagnostics);

}  // namespace incursion
