#include "sim/io/read_tracks.h"

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <utility>

#include "sim/io/csv_tracks.h"
#include "sim/io/read_text_file.h"
#include "sim/io/track_gatherer.h"

namespace incursion {

namespace {

constexpr std::size_t max_file_bytes = std::size_t{8} << 30U;

}  // namespace

std::vector<Track> read_tracks(const std::string& path, const TrackReadOptions& options, Diagnostics& diagnostics)
{
    const auto text = read_text_file(path, max_file_bytes);
    if (!text) {
        diagnostics.error(path, std::nullopt, "", text.problem());
        return {};
    }
    const auto csv = CsvTracks::make(*text, options, path, diagnostics);
    if (!csv)
        return {};
    TrackGatherer gatherer;
    gatherer.set_default_id(options.default_id.value_or(std::filesystem::path{path}.stem().string()));
    std::vector<TrackPiece> pieces;
    std::int64_t line = csv->first_line();
    const std::size_t count =
        csv->read(std::string_view{*text}.substr(csv->rows_begin()), line, pieces, gatherer.problems());
    for (std::size_t i = 0; i < count; ++i)
        gatherer.take(std::move(pieces[i]));
    std::vector<Track> tracks = gatherer.tracks(options);
    const bool refused = options.dirty == DirtyFixes::refuse && !gatherer.problems().empty();
    gatherer.problems().tell(path, refused ? Severity::error : Severity::warning, diagnostics);
    if (refused)
        return {};
    if (tracks.empty())
        diagnostics.error(path, std::nullopt, "", "no row holds a time and a position that can be read");
    return tracks;
}

}  // namespace incursion
