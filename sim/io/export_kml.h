#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/export_incident.h"
#include "sim/io/table.h"

namespace incursion {

// KML 2.2 (OGC 07-147r2) with Google's gx:Track (developers.google.com/kml/documentation/kmlreference).
//
// - A folder an account: its claims in the description, its tracks, crossings, calls, events and, hidden at first, what
//   radars saw. Beside them the borders near the incident and the places.
// - A track is a gx:Track, or a gx:MultiTrack that is not interpolated where gaps cut it. Altitudes are metres above
//   mean sea level (KML's `absolute`, EGM96): ellipsoidal ones and pressure altitudes (by the altimeter setting) are converted and
//   told to be such; a track without altitudes for all its fixes lies on the ground.
// - Crossings and events are there from their instant on; a call for as long as its words take; a plot for one turn of
//   the antenna: TimeSpans all of them, because points with a TimeStamp are fixes to whoever reads tracks from KML.
// - Borders lie on the ground. Limits above mean sea level or the ground are surfaces at their height besides; flight
//   levels are only told, as their height depends on the weather.

std::string kml_text(const ExportedIncident& incident, Diagnostics& diagnostics);

/// See IncidentOutput.
std::optional<Problem> write_export_kml(const TableTarget& target, const ExportedIncident& incident,
                                        Diagnostics& diagnostics);
/// `doc.kml` in a zip.
std::optional<Problem> write_export_kmz(const TableTarget& target, const ExportedIncident& incident,
                                        Diagnostics& diagnostics);

}  // namespace incursion
