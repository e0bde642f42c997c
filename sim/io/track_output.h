#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/base/result.h"
#include "sim/io/table.h"
#include "sim/model/track.h"

namespace incursion {

/// How one format of track files is written. A new format is a file of its own and its line in the table of
/// track_output.cpp.
struct TrackOutput {
    std::string_view name;     ///< as --format takes it: `gpx`
    std::string_view title;    ///< `GPX 1.1`
    std::string_view endings;  ///< usual ones, the first for new files: `.gpx`
    /// Writes all tracks, the same bytes for the same tracks on any day; `-` is standard output where the format is
    /// text. Nothing is at the final place unless all went well. Notes and warnings say what the format cannot hold
    /// (a datum, an accuracy, the time's last digits).
    std::optional<Problem> (*write)(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics);
};

/// In the order of the help.
std::span<const TrackOutput> track_outputs();

/// The output that the target's format names, else the first whose ending its path has. Null, with an error that lists
/// the formats, where none does.
const TrackOutput* track_output_of(const TableTarget& target, Diagnostics& diagnostics);

}  // namespace incursion
