#pragma once

#include <optional>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/export_incident.h"
#include "sim/io/table.h"

namespace incursion {

/// A GeoPackage (OGC 12-128r15) with a layer for each kind of thing, all of it WGS-84 longitude and latitude:
/// `tracks`, `fixes`, `visits` (the record of visit_json and the line flown inside), `crossings`, `calls`, `events`,
/// `plots`, `places`, `airspaces` (surfaces) and `borders` (lines), and without shapes `accounts`, `claims`, `inputs`
/// and `about`. Layers without rows are there too. Heights are written as they are; `altitude_datum` says what they
/// count from. Lines have metres and seconds since 1970 as Z and M. Instants are texts to the last digit, and beside
/// them fields of date and time in UTC to the millisecond, by which QGIS' temporal controller plays them (see
/// table_ogr.h). What is not placed has no shape. See IncidentOutput; needs a file of its own.
std::optional<Problem> write_export_gpkg(const TableTarget& target, const ExportedIncident& incident,
                                         Diagnostics& diagnostics);

}  // namespace incursion
