#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostics.h"
#include "sim/io/row_problems.h"
#include "sim/io/track_piece.h"
#include "sim/io/track_read_options.h"

namespace incursion {

/// How the rows of one CSV or TSV are read, worked out from its beginning. Then any stretch of whole rows can be read
/// by itself: threads may share it.
class CsvTracks {
public:
    /// How much of a file's beginning `make` looks at.
    static constexpr std::size_t start_bytes = std::size_t{4} << 20U;

    /// `start` is the file's first start_bytes (or more), all of a smaller one: it holds the header row, and rows to
    /// choose among altitude columns by. Nothing, with errors, where columns are missing or unclear.
    static std::optional<CsvTracks> make(std::string_view start, const TrackReadOptions& options,
                                         const std::string& name, Diagnostics& diagnostics);
    CsvTracks(CsvTracks&&) noexcept;
    CsvTracks& operator=(CsvTracks&&) noexcept;
    ~CsvTracks();

    /// Where the rows begin, behind the header; and the line that the first of them stands on.
    std::size_t rows_begin() const;
    std::int64_t first_line() const;

    /// How much of `text`, which begins at a row, are whole rows: up to and with the line end that closes the last one
    /// (quotes may hold line ends). 0 where it holds no whole row. All of it where `is_last`.
    std::size_t whole_rows(std::string_view text, bool is_last) const;

    /// Reads whole rows into pieces, in their order: a piece ends where the track changes. `pieces` keeps the memory of
    /// its former contents, of which the first `return value` are filled: no memory is asked for once it is warm.
    /// `line` is that of the first row, and is moved on to that behind the last.
    std::size_t read(std::string_view rows, std::int64_t& line, std::vector<TrackPiece>& pieces,
                     RowProblems& problems) const;

private:
    struct Format;
    explicit CsvTracks(std::unique_ptr<const Format> format);
    std::unique_ptr<const Format> format_;
};

}  // namespace incursion
