#include "sim/io/read_tracks.h"

#include <memory>
#include <utility>

#include "sim/io/input_bytes.h"
#include "sim/io/track_format.h"
#include "sim/io/track_gatherer.h"

namespace incursion {

namespace {

/// Reads all files inside an input into a gatherer and tells what was wrong with their rows, each under its own name.
/// How many there were.
int read_members(const std::string& path, const TrackReadOptions& options, Severity row_severity,
                 TrackGatherer& gatherer, Diagnostics& diagnostics)
{
    const auto members = open_input(path);
    if (!members) {
        diagnostics.error(path, std::nullopt, "", members.problem());
        return 0;
    }
    for (int count = 0;; ++count) {
        const auto member = members.value()->next();
        if (!member)
            diagnostics.error(path, std::nullopt, "", member.problem());
        if (!member || *member == nullptr)
            return count;
        InputBytes& input = **member;
        gatherer.set_default_id(options.default_id.value_or(input.stem()));
        if (const TrackFormat* format = track_format_of(input, options, diagnostics))
            read_with(*format, input, options, gatherer, diagnostics);
        std::exchange(gatherer.problems(), {}).tell(input.name(), row_severity, diagnostics);
    }
}

}  // namespace

std::vector<Track> read_tracks(const std::string& path, const TrackReadOptions& options, Diagnostics& diagnostics)
{
    const Severity row_severity = options.dirty == DirtyFixes::refuse ? Severity::error : Severity::warning;
    Diagnostics found;
    TrackGatherer gatherer;
    const int count = read_members(path, options, row_severity, gatherer, found);
    if (count > 1)
        gatherer.forget_lines();
    std::vector<Track> tracks = gatherer.tracks(options);
    gatherer.problems().tell(path, row_severity, found);
    if (tracks.empty() && !found.has_errors())
        found.error(path, std::nullopt, "", "no row holds a time and a position that can be read");
    for (const Diagnostic& each : found.list())
        diagnostics.add(each);
    return found.has_errors() ? std::vector<Track>{} : std::move(tracks);
}

}  // namespace incursion
