#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/export_incident.h"
#include "sim/io/table.h"

namespace incursion {

/// How one format of whole incidents is written. A new format is a file of its own and its line in the table of
/// export_output.cpp.
struct IncidentOutput {
    std::string_view name;     ///< as --format takes it: `kml`
    std::string_view title;    ///< `KML 2.2 with gx:Track`
    std::string_view endings;  ///< apart by blanks, the first for new files: `.txt.acmi .acmi`
    bool is_text = true;       ///< may go to standard output
    /// Writes it, the same bytes for the same incident on any day; `-` is standard output where the format is text.
    /// Nothing is at the final place unless all went well. Notes and warnings say what the format cannot hold.
    std::optional<Problem> (*write)(const TableTarget& target, const ExportedIncident& incident,
                                    Diagnostics& diagnostics);
};

/// In the order of the help.
std::span<const IncidentOutput> incident_outputs();

/// The output that the target's format names, else the one with the longest ending that its path has; a problem that
/// lists the formats where none does, or where it cannot go to standard output. Opens no file.
Result<const IncidentOutput*> incident_output_of(const TableTarget& target);

/// Writes the whole of a file that was made in memory, or as the one member of a zip where that is named; a pipe whose
/// reader is gone is no problem.
std::optional<Problem> write_export(const TableTarget& target, std::string_view bytes, const std::string& zip_member = "");

}  // namespace incursion
