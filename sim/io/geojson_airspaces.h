#pragma once

#include <optional>
#include <vector>

#include "sim/io/ogr_airspaces.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Reads plain GeoJSON ten times as fast as OGR does: one FeatureCollection (RFC 7946) of Polygons and MultiPolygons
/// without heights, in longitude and latitude, whose features all have the asked fields as text. The airspaces and the
/// notes are the very same as through OGR, since the same AirspaceBuilder makes them.
/// Nothing, and no findings, where the file is anything else, a layer or a filter is asked for, or there is anything to
/// warn of: OGR must then read it, and tell.
std::optional<std::vector<Airspace>> read_plain_geojson(const AirspaceSource& source, Findings& findings);

}  // namespace incursion
