#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/export_incident.h"
#include "sim/io/table.h"

namespace incursion {

// CZML 1.0 (github.com/AnalyticalGraphicsInc/czml-writer/wiki/CZML-Guide).
//
// - A packet a line: the document with its clock, then accounts, to which the rest belongs as to its parent.
// - A track has its samples in degrees and metres above the WGS-84 ellipsoid, which is what CZML counts from: heights
//   above mean sea level are converted by EGM96 (see HeightChange), pressure altitudes likewise, by the altimeter setting.
//   It is available only where it was observed. Between samples Cesium joins chords (LINEAR), below the geodesic by
//   4 m at most where fixes are 15 km apart.
// - Without altitude a thing lies on the ground; Cesium draws the trail of such a track at height 0.
// - Borders and surfaces of airspaces are clamped to the ground; limits are told in their descriptions.

std::string czml_text(const ExportedIncident& incident, Diagnostics& diagnostics);

/// See IncidentOutput.
std::optional<Problem> write_export_czml(const TableTarget& target, const ExportedIncident& incident,
                                         Diagnostics& diagnostics);

}  // namespace incursion
