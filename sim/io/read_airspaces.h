#pragma once

#include <optional>

#include "sim/base/diagnostics.h"
#include "sim/model/airspace.h"
#include "sim/model/scenario.h"

namespace incursion {

/// Reads airspaces from prepared borders (see open_prepared_borders), from a format of our own (airspace_format.h:
/// OpenAir, AIXM, OpenAIP; airspace_records.h tells their fields) or through OGR: GeoJSON, GeoPackage, FlatGeobuf,
/// Shapefile, KML, or whatever else GDAL opens, in any reference system; a source without one is taken as WGS-84
/// longitude and latitude, with a note. The stored coordinates are kept to the bit where the source is in WGS-84, and
/// go through PROJ where not.
/// Sides join the (transformed) points as `source.edges` says; a side that is straight in another projection
/// is not followed in between.
/// Rings are read as they are, even-odd, without repair. Features with one key, owner, floor, ceiling and activation
/// make one airspace, with a note; a feature that repeats another of them exactly is dropped with a warning, for
/// even-odd it would cancel the first. The order is that of first appearance.
/// In the formats of our own, limits and activation are those that the file tells where the source names no fields.
/// Returns nothing if and only if it adds an error: the source cannot be opened or read to its end, a field is
/// missing or is no text with a unit, or a feature has no reading (no key, no area, coordinates that are no
/// place, limits upside down, an activation that cannot be understood), named by its number, or by its line and key in
/// the formats of our own, and the reason. All are told, not just the first.
/// Nothing is written to standard error: GDAL's own messages become diagnostics.
std::optional<Airspaces> read_airspaces(const AirspaceSource& source, Diagnostics& diagnostics);

}  // namespace incursion
