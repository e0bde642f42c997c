#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

/// How one format of track files is recognised and read. A new format is a file of its own and its line in the table of
/// track_format.cpp.
struct TrackFormat {
    std::string_view name;     ///< as --input-format takes it: `gpx`
    std::string_view title;    ///< `GPX 1.1`
    std::string_view endings;  ///< usual ones, for the help: `.gpx`
    /// True if a file of that ending (lower case, with its point) that begins so is of this format. The first of the
    /// table that says so reads it.
    bool (*fits)(std::string_view ending, std::string_view start);
    /// Hands every piece to the sink, in the order of the input; what cannot be read is dropped and told to
    /// sink.problems(). An error in `diagnostics` means that the input as a whole cannot be read (any further).
    void (*read)(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics);
};

/// In the order in which they are tried.
std::span<const TrackFormat> track_formats();

/// The format that `options` names, else the first that fits. Null, with an error that lists the formats, where none
/// does.
const TrackFormat* track_format_of(InputBytes& input, const TrackReadOptions& options, Diagnostics& diagnostics);

/// Reads an input of a format as format.read does, but altitudes of another datum than options.altitude are left out,
/// with a note, where one is asked for.
void read_with(const TrackFormat& format, InputBytes& input, const TrackReadOptions& options, TrackSink& sink,
               Diagnostics& diagnostics);

}  // namespace incursion
