#include "sim/io/csv_tracks.h"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "sim/io/csv_fix.h"
#include "sim/io/csv_plain_rows.h"
#include "sim/io/csv_rows.h"

namespace incursion {

struct CsvTracks::Format {
    CsvFormat rows;
    std::size_t rows_begin = 0;
    std::int64_t first_line = 1;
};

namespace {

/// The first column, best datum first, with a value in any row. `rows` stand behind the header.
std::optional<MetreColumn> choose_altitude(CsvRows rows, const TrackColumns& columns)
{
    if (columns.altitudes.size() < 2)
        return columns.altitudes.empty() ? std::nullopt : std::optional{columns.altitudes.front()};
    std::size_t best = columns.altitudes.size();
    while (best > 0 && rows.next())
        for (std::size_t i = 0; i < best; ++i)
            if (columns.altitudes[i].index < rows.cells().size() && !rows.cells()[columns.altitudes[i].index].empty())
                best = i;
    return columns.altitudes[best < columns.altitudes.size() ? best : 0];
}

void note_altitude(const std::string& name, const CsvFormat& format, Diagnostics& diagnostics)
{
    if (format.columns.altitudes.size() < 2)
        return;
    std::string others;
    for (const MetreColumn& column : format.columns.altitudes)
        if (column.index != format.altitude->index)
            others += fmt::format("{}'{}'", others.empty() ? "" : ", ", column.name);
    diagnostics.note(name, std::nullopt, "",
                     fmt::format("altitudes are read from '{}' ({}), not from {}", format.altitude->name,
                                 name_of(format.altitude->datum), others));
}

/// Fills pieces that keep their memory.
class RowPieces {
public:
    RowPieces(std::vector<TrackPiece>& pieces, AltitudeDatum datum) : pieces_{pieces}, datum_{datum} {}

    std::size_t count() const { return count_; }
    /// The track of the last piece. REQUIRES: count() > 0.
    const std::string& track() const { return pieces_[count_ - 1].id; }

    void begin(std::string_view track)
    {
        if (count_ == pieces_.size())
            pieces_.emplace_back();
        TrackPiece& piece = pieces_[count_++];
        piece.id = track;
        piece.datum = datum_;
        piece.fixes.clear();
        piece.lines.clear();
    }
    void add(const Fix& fix, std::int64_t line)
    {
        TrackPiece& piece = pieces_[count_ - 1];
        piece.fixes.push_back(fix);
        piece.lines.push_back(line);
    }

private:
    std::vector<TrackPiece>& pieces_;
    std::size_t count_ = 0;
    AltitudeDatum datum_;
};

/// Walks through rows, the plain ones fast, and hands on their fixes.
class RowReader {
public:
    RowReader(const CsvFormat& format, std::string_view text, std::int64_t line, std::vector<TrackPiece>& pieces,
              RowProblems& problems)
        : format_{format},
          text_{text},
          line_{line},
          plain_{format, text},
          rows_{text, format.delimiter},
          writer_{pieces, format.altitude ? format.altitude->datum : AltitudeDatum::msl},
          problems_{problems}
    {
    }

    void read()
    {
        Fix fix;
        while (at_ < text_.size()) {
            if (!plain_.read(at_, fix)) {
                read_cells();
                continue;
            }
            if (!plain_.same_track() || writer_.count() == 0)
                begin(plain_.track());
            writer_.add(fix, line_++);
        }
    }

    std::int64_t line() const { return line_; }
    std::size_t pieces() const { return writer_.count(); }

private:
    void begin(std::string_view track)
    {
        writer_.begin(track);
        plain_.set_track(writer_.track());
    }

    /// The next row by its cells, however it is written.
    void read_cells()
    {
        rows_.go_to(at_, line_);
        const bool row = rows_.next();
        at_ = rows_.position();
        line_ = rows_.next_line();
        if (!row)
            return;
        if (auto bad = shape_problem(rows_, format_.width)) {
            problems_.add(bad->kind, rows_.line(), std::move(bad->message));
            return;
        }
        auto parsed = parse_fix(rows_.cells(), format_);
        if (auto* bad = std::get_if<BadRow>(&parsed)) {
            problems_.add(bad->kind, rows_.line(), std::move(bad->message));
            return;
        }
        const std::string_view track = format_.columns.track ? rows_.cells()[*format_.columns.track] : "";
        if (writer_.count() == 0 || writer_.track() != track)
            begin(track);
        writer_.add(*std::get_if<Fix>(&parsed), rows_.line());
    }

    const CsvFormat& format_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::int64_t line_;
    PlainRows plain_;
    CsvRows rows_;
    RowPieces writer_;
    RowProblems& problems_;
};

}  // namespace

CsvTracks::CsvTracks(std::unique_ptr<const Format> format) : format_{std::move(format)} {}
CsvTracks::CsvTracks(CsvTracks&&) noexcept = default;
CsvTracks& CsvTracks::operator=(CsvTracks&&) noexcept = default;
CsvTracks::~CsvTracks() = default;

std::optional<CsvTracks> CsvTracks::make(std::string_view start, const TrackReadOptions& options,
                                         const std::string& name, Diagnostics& diagnostics)
{
    start = start.substr(0, start_bytes);
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
        diagnostics.error(name, std::nullopt, "",
                          "the text is UTF-16; write it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE");
        return std::nullopt;
    }
    Format format;
    format.rows.delimiter = sniff_delimiter(start);
    CsvRows rows{start, format.rows.delimiter};
    if (!rows.next()) {
        diagnostics.error(name, std::nullopt, "", "the file is empty; it needs a header row that names the columns");
        return std::nullopt;
    }
    auto columns = find_track_columns(rows.cells(), options.columns, name, static_cast<int>(rows.line()), diagnostics,
                                      options.altitude);
    if (!columns)
        return std::nullopt;
    format.rows.columns = std::move(*columns);
    format.rows.width = rows.cells().size();
    format.rows_begin = std::min(rows.position(), start.size());
    format.first_line = rows.next_line();
    format.rows.altitude = choose_altitude(std::move(rows), format.rows.columns);
    note_altitude(name, format.rows, diagnostics);
    return CsvTracks{std::make_unique<const Format>(std::move(format))};
}

std::size_t CsvTracks::rows_begin() const
{
    return format_->rows_begin;
}

std::int64_t CsvTracks::first_line() const
{
    return format_->first_line;
}

std::size_t CsvTracks::whole_rows(std::string_view text, bool is_last) const
{
    if (is_last)
        return text.size();
    const std::size_t quote = text.find('"');
    const std::size_t last_end = text.substr(0, quote).rfind('\n');
    const std::size_t begin = last_end == std::string_view::npos ? 0 : last_end + 1;
    if (quote == std::string_view::npos)
        return begin;
    // From here on a line end may be part of a cell.
    CsvRows rows{text.substr(begin), format_->rows.delimiter};
    std::size_t whole = begin;
    while (rows.next()) {
        if (rows.open() || begin + rows.position() > text.size())
            return whole;
        whole = begin + rows.position();
    }
    return text.rfind('\n') + 1;  // only lines to be skipped were left
}

std::size_t CsvTracks::read(std::string_view rows, std::int64_t& line, std::vector<TrackPiece>& pieces,
                            RowProblems& problems) const
{
    RowReader reader{format_->rows, rows, line, pieces, problems};
    reader.read();
    line = reader.line();
    return reader.pieces();
}

}  // namespace incursion
