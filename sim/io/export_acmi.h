#pragma once

#include <optional>
#include <string>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/export_incident.h"
#include "sim/io/table.h"

namespace incursion {

// ACMI 2.2 flight recordings (tacview.net/documentation/acmi/en), UTF-8 with its byte order mark.
//
// - Each track is an object, from its first fix to its last, when it is removed; what gaps cut apart are several
// objects,
//   as nobody knows what was flown between. `Name` is the id of the aircraft type, `CallSign` that of the aircraft;
//   coalition and colour are the account's.
// - Altitudes are metres above mean sea level: ellipsoidal ones and pressure altitudes (by the altimeter setting) are converted and
//   told to be such. Without one the third part of T is left empty.
// - Crossings into and out of what is foreign and events are bookmarks; other crossings and calls are messages.
// - Places are static objects. Borders and plots have no place in a recording, and a note says so.

std::string acmi_text(const ExportedIncident& incident, Diagnostics& diagnostics);

/// See IncidentOutput.
std::optional<Problem> write_export_acmi(const TableTarget& target, const ExportedIncident& incident,
                                         Diagnostics& diagnostics);
/// `incident.txt.acmi` in a zip.
std::optional<Problem> write_export_acmi_zip(const TableTarget& target, const ExportedIncident& incident,
                                             Diagnostics& diagnostics);

}  // namespace incursion
