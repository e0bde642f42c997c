// CSV: read as a whole, in blocks and cell by cell, the same comes out; and what is cleaned is a track.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sim/io/track_gatherer.h"
#include "tests/sim/io/csv_support.h"

using namespace incursion;
using namespace incursion::test;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Track::make refuses what does not ascend, so that a track would be missing.
void clean_all(std::string_view text, const TrackReadOptions& options)
{
    Diagnostics diagnostics;
    const auto csv = CsvTracks::make(text, options, "fuzz", diagnostics);
    if (!csv)
        return;
    TrackGatherer gatherer;
    std::vector<TrackPiece> pieces;
    std::int64_t line = csv->first_line();
    const std::size_t count = csv->read(text.substr(csv->rows_begin()), line, pieces, gatherer.problems());
    std::size_t fixes = 0, kept = 0;
    for (std::size_t i = 0; i < count; ++i) {
        fixes += pieces[i].fixes.size();
        gatherer.take(pieces[i]);
    }
    for (const Track& track : gatherer.tracks(options))
        kept += track.fixes().size();
    require((kept > 0) == (fixes > 0) && kept <= fixes);
}

}  // namespace

/// The first byte chooses options and the size of blocks, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const unsigned choice = *data;
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    TrackReadOptions options;
    if ((choice & 1U) != 0)
        options.dirty = DirtyFixes::repair;
    if ((choice & 2U) != 0)
        options.max_speed_mps = 350;
    const RowResults whole = read_in_blocks(text);
    require(whole == read_in_blocks(text, 1 + (choice >> 2U)));
    require(whole == read_cell_by_cell(text));
    clean_all(text, options);
    return 0;
}
