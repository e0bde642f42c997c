#include "sim/io/read_tracks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include "sim/io/csv_columns.h"
#include "sim/io/csv_rows.h"
#include "sim/io/csv_warnings.h"
#include "sim/io/read_text_file.h"

namespace incursion {

namespace {

constexpr std::size_t max_file_bytes = std::size_t{8} << 30U;

constexpr std::size_t longest_time = 100;

/// A row that cannot be used, and what it has in common with others.
struct BadRow {
    const char* kind;
    std::string message;
};
template <class T>
using Cell = std::variant<T, BadRow>;

Cell<double> parse_number(std::string_view text, const char* what)
{
    std::string_view digits = text;
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    double value = 0;
    const auto [end, error] = fast_float::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc{} && end == digits.data() + digits.size() && std::isfinite(value) && !digits.starts_with('+'))
        return value;
    const bool decimal_comma = text.find(',') != std::string_view::npos;
    return BadRow{"rows with a bad number", fmt::format("'{}' is no {}{}; row dropped", text.substr(0, 40), what,
                                                        decimal_comma ? " (decimals need a point)" : "")};
}

Cell<std::optional<double>> parse_metres(std::string_view text, const MetreColumn& column, const char* what)
{
    if (text.empty())
        return std::optional<double>{};
    const auto number = parse_number(text, what);
    if (const auto* bad = std::get_if<BadRow>(&number))
        return *bad;
    return std::optional{*std::get_if<double>(&number) * column.metres};
}

Cell<LonLat> parse_place(std::string_view lon, std::string_view lat)
{
    if (lon.empty() || lat.empty())
        return BadRow{"rows without a position", "the position is missing; row dropped"};
    const auto x = parse_number(lon, "longitude");
    if (const auto* bad = std::get_if<BadRow>(&x))
        return *bad;
    const auto y = parse_number(lat, "latitude");
    if (const auto* bad = std::get_if<BadRow>(&y))
        return *bad;
    const LonLat place{*std::get_if<double>(&x), *std::get_if<double>(&y)};
    if (is_valid(place))
        return place;
    const bool swapped = std::abs(place.lat_deg) > 90 && std::abs(place.lon_deg) <= 90;
    return BadRow{"rows with an impossible position",
                  fmt::format("there is no place at longitude {}, latitude {}{}; row dropped", lon.substr(0, 40),
                              lat.substr(0, 40), swapped ? " (are the two columns swapped?)" : "")};
}

/// How the rows of one file are read.
struct RowFormat {
    TrackColumns columns;
    std::size_t width = 0;                ///< cells of the header
    std::optional<MetreColumn> altitude;  ///< the chosen one
};

Cell<Fix> parse_fix(const std::vector<std::string_view>& cells, const RowFormat& format)
{
    const TrackColumns& columns = format.columns;
    Fix fix;
    if (cells[columns.time].size() > longest_time)
        return BadRow{"rows with a bad time", "the time is far too long; row dropped"};
    const auto time = parse_time_cell(cells[columns.time], columns.time_cells);
    if (!time)
        return BadRow{"rows with a bad time", time.problem() + "; row dropped"};
    fix.time = *time;
    const auto place = parse_place(cells[columns.lon], cells[columns.lat]);
    if (const auto* bad = std::get_if<BadRow>(&place))
        return *bad;
    fix.place = *std::get_if<LonLat>(&place);
    if (format.altitude) {
        const auto altitude = parse_metres(cells[format.altitude->index], *format.altitude, "altitude");
        if (const auto* bad = std::get_if<BadRow>(&altitude))
            return *bad;
        fix.altitude_m = *std::get_if<std::optional<double>>(&altitude);
    }
    if (columns.accuracy) {
        const auto accuracy = parse_metres(cells[columns.accuracy->index], *columns.accuracy, "accuracy");
        if (const auto* bad = std::get_if<BadRow>(&accuracy))
            return *bad;
        fix.accuracy_m = *std::get_if<std::optional<double>>(&accuracy);
        if (fix.accuracy_m && *fix.accuracy_m < 0)
            return BadRow{"rows with a bad number", "an accuracy cannot be negative; row dropped"};
    }
    return fix;
}

/// What is wrong with the shape of a row. Cells beyond the header must be empty: a stray delimiter at the end.
std::optional<BadRow> shape_problem(const CsvRows& rows, std::size_t width)
{
    const auto& cells = rows.cells();
    if (rows.broken())
        return BadRow{"rows with broken quotes", "a quote is not closed where its cell ends; row dropped"};
    const bool extra = cells.size() > width && std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(width),
                                                           cells.end(), [](auto cell) { return !cell.empty(); });
    if (cells.size() < width || extra)
        return BadRow{"rows of another width", fmt::format("{} cells where the header has {}; row dropped",
                                                           cells.size(), width)};
    return std::nullopt;
}

/// The fixes of each track, in the order of their first row.
class TrackCollector {
public:
    std::optional<BadRow> add(const std::string& id, const Fix& fix)
    {
        const auto [found, fresh] = places_.try_emplace(id, ids_.size());
        if (fresh) {
            ids_.push_back(id);
            fixes_.emplace_back();
        }
        std::vector<Fix>& fixes = fixes_[found->second];
        if (fixes.empty() || fixes.back().time < fix.time) {
            fixes.push_back(fix);
            return std::nullopt;
        }
        const bool again = fixes.back().time == fix.time;
        if (again && fixes.back().place == fix.place) {
            ++repeated_;
            return std::nullopt;
        }
        const std::string last = format_time(fixes.back().time);
        if (again)
            return BadRow{"rows that repeat an instant",
                          fmt::format("a second position of track '{}' at {}; row dropped", id, last)};
        return BadRow{"rows that go back in time", fmt::format("{} is before {}, the fix before of track '{}'; row dropped",
                                                               format_time(fix.time), last, id)};
    }

    long repeated() const { return repeated_; }

    std::vector<Track> tracks(AltitudeDatum datum) &&
    {
        std::vector<Track> tracks;
        for (std::size_t i = 0; i < ids_.size(); ++i)
            if (auto track = Track::make(std::move(ids_[i]), datum, std::move(fixes_[i])))
                tracks.push_back(std::move(track).value());
        return tracks;
    }

private:
    std::unordered_map<std::string, std::size_t> places_;  // looked up, never walked
    std::vector<std::string> ids_;
    std::vector<std::vector<Fix>> fixes_;
    long repeated_ = 0;
};

/// The first column, best datum first, with a value in any row.
std::optional<MetreColumn> choose_altitude(std::string_view text, char delimiter, const TrackColumns& columns)
{
    if (columns.altitudes.size() < 2)
        return columns.altitudes.empty() ? std::nullopt : std::optional{columns.altitudes.front()};
    std::size_t best = columns.altitudes.size();
    CsvRows rows{text, delimiter};
    rows.next();
    while (best > 0 && rows.next())
        for (std::size_t i = 0; i < best; ++i)
            if (columns.altitudes[i].index < rows.cells().size() && !rows.cells()[columns.altitudes[i].index].empty())
                best = i;
    return columns.altitudes[best < columns.altitudes.size() ? best : 0];
}

void note_altitude(const std::string& path, const RowFormat& format, Diagnostics& diagnostics)
{
    if (format.columns.altitudes.size() < 2)
        return;
    std::string others;
    for (const MetreColumn& column : format.columns.altitudes)
        if (column.index != format.altitude->index)
            others += fmt::format("{}'{}'", others.empty() ? "" : ", ", column.name);
    diagnostics.note(path, std::nullopt, "",
                     fmt::format("altitudes are read from '{}' ({}), not from {}", format.altitude->name,
                                 name_of(format.altitude->datum), others));
}

std::vector<Track> read_rows(CsvRows& rows, const RowFormat& format, const std::string& default_id,
                             const std::string& path, Diagnostics& diagnostics)
{
    TrackCollector collector;
    RowWarnings warnings{path, diagnostics};
    while (rows.next()) {
        auto bad = shape_problem(rows, format.width);
        if (!bad) {
            auto parsed = parse_fix(rows.cells(), format);
            if (const auto* fix = std::get_if<Fix>(&parsed)) {
                const std::string_view id = format.columns.track ? rows.cells()[*format.columns.track] : "";
                bad = collector.add(id.empty() ? default_id : std::string{id}, *fix);
            } else {
                bad = std::move(*std::get_if<BadRow>(&parsed));
            }
        }
        if (bad)
            warnings.add(bad->kind, rows.line(), std::move(bad->message));
    }
    warnings.finish();
    if (collector.repeated() > 0)
        diagnostics.note(path, std::nullopt, "", fmt::format("rows that only repeat the fix before: {} dropped",
                                                             collector.repeated()));
    return std::move(collector).tracks(format.altitude ? format.altitude->datum : AltitudeDatum::msl);
}

}  // namespace

std::vector<Track> read_tracks(const std::string& path, const TrackReadOptions& options, Diagnostics& diagnostics)
{
    const auto text = read_text_file(path, max_file_bytes);
    if (!text) {
        diagnostics.error(path, std::nullopt, "", text.problem());
        return {};
    }
    const char delimiter = sniff_delimiter(*text);
    CsvRows rows{*text, delimiter};
    if (!rows.next()) {
        diagnostics.error(path, std::nullopt, "", "the file is empty; it needs a header row that names the columns");
        return {};
    }
    auto columns = find_track_columns(rows.cells(), options.columns, path, rows.line(), diagnostics);
    if (!columns)
        return {};
    RowFormat format{std::move(*columns), rows.cells().size(), std::nullopt};
    format.altitude = choose_altitude(*text, delimiter, format.columns);
    note_altitude(path, format, diagnostics);
    const std::string default_id = options.default_id.value_or(std::filesystem::path{path}.stem().string());
    std::vector<Track> tracks = read_rows(rows, format, default_id, path, diagnostics);
    if (tracks.empty())
        diagnostics.error(path, std::nullopt, "", "no row holds a time and a position that can be read");
    return tracks;
}

}  // namespace incursion
