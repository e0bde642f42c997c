#pragma once

#include <string>

#include "sim/base/result.h"
#include "sim/model/terrain.h"

namespace incursion {

/// Degrees, west below east and south below north; may run over 180 on either side.
struct TerrainBox {
    double west_deg = 0, south_deg = 0, east_deg = 0, north_deg = 0;
};

/// The first band of any raster that GDAL opens, as heights in metres above mean sea level on a grid of longitude and
/// latitude, within a box: as fine as the raster, bilinear where it has another reference system (one
/// without any is taken for WGS-84 longitude and latitude). Where the raster has no data, or ends, nothing is known.
/// A grid of more than 200 million nodes is a problem, and so is one that reaches over a pole, or over 180 degrees where
/// the raster's columns on both sides do not go on from each other.
Result<Terrain> read_terrain(const std::string& path, const TerrainBox& box);
/// Likewise, within `range_m` of a place, but only to 180 degrees.
Result<Terrain> read_terrain(const std::string& path, LonLat place, double range_m);

}  // namespace incursion
