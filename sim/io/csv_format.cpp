#include "sim/io/csv_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/io/csv_rows.h"
#include "sim/io/csv_tracks.h"

namespace incursion {

namespace {

constexpr std::size_t csv_block_bytes = CsvTracks::start_bytes;

/// What is at hand of an input, from the row that is to be read next.
class Window {
public:
    explicit Window(InputBytes& input) : input_{input} {}

    /// Reads on until that much is at hand, or all.
    void fill(std::size_t bytes)
    {
        while (!ended_ && text_.size() < bytes) {
            const auto more = input_.next(bytes - text_.size());
            ended_ = !more || more->empty();
            if (!more)
                problem_ = more.problem();
            else
                text_.append(*more);
        }
    }
    std::string_view text() const { return text_; }
    void drop(std::size_t bytes) { text_.erase(0, bytes); }
    bool ended() const { return ended_; }
    const std::optional<std::string>& problem() const { return problem_; }

private:
    InputBytes& input_;
    std::string text_;
    bool ended_ = false;
    std::optional<std::string> problem_;
};

/// False where the sink wants no more.
bool hand_on(std::vector<TrackPiece>& pieces, std::size_t count, TrackSink& sink)
{
    for (std::size_t i = 0; i < count; ++i)
        if (!sink.take(std::move(pieces[i])))
            return false;
    return true;
}

void read_rows(const CsvTracks& csv, Window& window, TrackSink& sink)
{
    std::vector<TrackPiece> pieces;
    std::int64_t line = csv.first_line();
    window.drop(csv.rows_begin());
    std::size_t wanted = window.text().size();
    for (;;) {
        window.fill(wanted);
        // What damage cuts off is no whole row.
        const std::size_t whole = csv.whole_rows(window.text(), window.ended() && !window.problem());
        const std::size_t count = csv.read(window.text().substr(0, whole), line, pieces, sink.problems());
        if (!hand_on(pieces, count, sink) || window.ended())
            return;
        // A row may be longer than a block.
        wanted = whole == 0 ? std::max(2 * wanted, csv_block_bytes) : csv_block_bytes;
        window.drop(whole);
    }
}

}  // namespace

bool fits_csv(std::string_view ending, std::string_view start)
{
    constexpr std::array<std::string_view, 4> usual{".csv", ".tsv", ".txt", ".tab"};
    if (std::find(usual.begin(), usual.end(), ending) != usual.end())
        return true;
    if (start.find('\0') != std::string_view::npos || start.starts_with('<') || start.starts_with('{') ||
        start.starts_with('['))
        return false;
    CsvRows rows{start, sniff_delimiter(start)};
    return rows.next() && !rows.broken() && rows.cells().size() > 1;
}

void read_csv(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    Window window{input};
    window.fill(CsvTracks::start_bytes);
    if (!window.problem() || !window.text().empty())
        if (const auto csv = CsvTracks::make(window.text(), options, input.name(), diagnostics))
            read_rows(*csv, window, sink);
    if (window.problem())
        diagnostics.error(input.name(), std::nullopt, "", *window.problem());
}

}  // namespace incursion
