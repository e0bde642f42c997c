#pragma once

#include <optional>
#include <vector>

#include "sim/io/export_airspaces.h"

namespace incursion {

/// The polygons with holes that hold what the rings hold, read even-odd; rings may touch, overlap and run to and fro.
/// Outer rings are counterclockwise, holes clockwise (RFC 7946 section 3.1.6; KML asks for the same). None where GDAL
/// cannot make them, for which it needs GEOS.
std::optional<std::vector<ExportedPolygon>> even_odd_polygons(const std::vector<std::vector<LonLat>>& rings);

}  // namespace incursion
