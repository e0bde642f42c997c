#pragma once

#include <optional>
#include <span>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// GeoJSON (RFC 7946): a feature for each track that has a fix, a line each. Its id is the property `track_id`, the
/// instant of each position stands in the property `coordTimes`, to the nanosecond; places to 1e-8 degrees. The
/// geometry is a LineString, a MultiPoint where there is one fix only, and a MultiLineString where the track goes over
/// 180 degrees: it is cut there (section 3.1.9), at the place and instant at which its geodesic meets the meridian, so
/// that nothing that is analysed along geodesic legs changes. Heights above the ellipsoid are third coordinates
/// (section 3.1.1). Others and accuracies stand in the property `coordinateProperties`, a value for each position as
/// the coordinates are nested, null where unknown: `alt_m`, `alt_pressure_m`, `accuracy_m`. All is read back.
std::optional<Problem> write_geojson(const TableTarget& target, std::span<const Track> tracks,
                                     Diagnostics& diagnostics);
/// The same features, one a line, without a collection around them.
std::optional<Problem> write_geojson_sequence(const TableTarget& target, std::span<const Track> tracks,
                                              Diagnostics& diagnostics);

}  // namespace incursion
