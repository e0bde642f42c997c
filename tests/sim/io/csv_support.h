#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "sim/base/random.h"
#include "sim/io/csv_fix.h"
#include "sim/io/csv_tracks.h"

namespace incursion::test {

/// What rows came to, one line for each fix and problem: comparable to the last bit.
struct RowResults {
    std::vector<std::string> fixes;
    std::vector<std::string> problems;
    std::int64_t line = 0;  ///< behind the last row
    friend bool operator==(const RowResults&, const RowResults&) = default;
};

inline std::string bits_of(const std::optional<double>& number)
{
    return number ? fmt::format("{:016x}", std::bit_cast<std::uint64_t>(*number)) : "-";
}

inline std::string fix_line(std::string_view track, std::int64_t line, const Fix& fix)
{
    return fmt::format("{} '{}' {} {} {} {} {}", line, track, fix.time.time_since_epoch().count(),
                       bits_of(fix.place.lon_deg), bits_of(fix.place.lat_deg), bits_of(fix.altitude_m),
                       bits_of(fix.accuracy_m));
}

inline void add_problems(RowResults& results, const RowProblems& problems)
{
    for (const RowProblems::Kind& kind : problems.kinds()) {
        results.problems.push_back(fmt::format("{} {}", kind.count, kind.name));
        for (const RowProblems::Told& told : kind.told)
            results.problems.push_back(fmt::format("{}: {}", told.line, told.message));
    }
}

/// In the order of the columns' preference; the first one where no row has a value.
inline std::optional<MetreColumn> first_altitude_with_a_value(const CsvRows& behind_header, const TrackColumns& columns)
{
    for (const MetreColumn& column : columns.altitudes)
        for (CsvRows rows = behind_header; rows.next();)
            if (column.index < rows.cells().size() && !rows.cells()[column.index].empty())
                return column;
    return columns.altitudes.empty() ? std::nullopt : std::optional{columns.altitudes.front()};
}

/// The slow twin: every row taken apart into cells, every cell read by itself.
inline RowResults read_cell_by_cell(std::string_view text)
{
    CsvFormat format;
    format.delimiter = sniff_delimiter(text);
    CsvRows rows{text, format.delimiter};
    Diagnostics diagnostics;
    RowResults results;
    if (!rows.next())
        return results;
    const auto columns = find_track_columns(rows.cells(), {}, "twin", 1, diagnostics);
    if (!columns)
        return results;
    format.columns = *columns;
    format.width = rows.cells().size();
    format.altitude = first_altitude_with_a_value(rows, *columns);
    RowProblems problems;
    while (rows.next()) {
        auto bad = shape_problem(rows, format.width);
        if (!bad) {
            const auto parsed = parse_fix(rows.cells(), format);
            if (const auto* fix = std::get_if<Fix>(&parsed))
                results.fixes.push_back(
                    fix_line(columns->track ? rows.cells()[*columns->track] : "", rows.line(), *fix));
            else
                bad = *std::get_if<BadRow>(&parsed);
        }
        if (bad)
            problems.add(bad->kind, rows.line(), bad->message);
    }
    results.line = rows.next_line();
    add_problems(results, problems);
    return results;
}

/// By CsvTracks, in blocks of about that many bytes; 0 for all at once. `pieces` is used memory.
inline RowResults read_in_blocks(std::string_view text, std::size_t block_bytes, std::vector<TrackPiece>& pieces)
{
    Diagnostics diagnostics;
    RowResults results;
    const auto csv = CsvTracks::make(text, {}, "blocks", diagnostics);
    if (!csv)
        return results;
    RowProblems problems;
    results.line = csv->first_line();
    std::string_view rest = text.substr(csv->rows_begin());
    std::size_t window = block_bytes == 0 ? rest.size() : block_bytes;
    while (!rest.empty()) {
        const bool is_last = window >= rest.size();
        const std::size_t whole = csv->whole_rows(rest.substr(0, window), is_last);
        if (whole == 0) {
            window += block_bytes;
            continue;
        }
        const std::size_t count = csv->read(rest.substr(0, whole), results.line, pieces, problems);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t k = 0; k < pieces[i].fixes.size(); ++k)
                results.fixes.push_back(fix_line(pieces[i].id, pieces[i].lines[k], pieces[i].fixes[k]));
        rest.remove_prefix(whole);
        window = block_bytes;
    }
    add_problems(results, problems);
    return results;
}

inline RowResults read_in_blocks(std::string_view text, std::size_t block_bytes = 0)
{
    std::vector<TrackPiece> pieces;
    return read_in_blocks(text, block_bytes, pieces);
}

/// A file of up to `rows` rows, mostly plain, with everything that makes them not so.
class DirtyCsv {
public:
    explicit DirtyCsv(RandomStream& random) : random_{random} {}

    std::string make(std::size_t rows);

private:
    /// One of them; in `plain` files nearly always the first.
    std::string_view one_of(std::initializer_list<std::string_view> choices)
    {
        return plain_ && random_.uniform() < 0.95 ? *choices.begin()
                                                  : *(choices.begin() + random_.bits() % choices.size());
    }
    std::string number(double low, double high);
    std::string time();
    std::string cell(char column);

    RandomStream& random_;
    bool plain_ = true;
    char delimiter_ = ',';
};

inline std::string DirtyCsv::number(double low, double high)
{
    const double value = random_.uniform(low, high);
    switch (plain_ && random_.uniform() < 0.95 ? 0 : random_.bits() % 12) {
    case 0: return fmt::format("{:.6f}", value);
    case 1: return fmt::format("{}", value);
    case 2: return fmt::format("{:.0f}", value);
    case 3: return fmt::format("{:.25f}", value);
    case 4: return fmt::format("{:e}", value);
    case 5: return fmt::format("{:+.3f}", value);
    case 6: return fmt::format("\"{:.2f}\"", value);
    case 7: return fmt::format("  {:.2f} ", value);
    case 8: return fmt::format("{:020.3f}", value);
    case 9: return fmt::format("{:.1f}x", value);
    case 10: return fmt::format("{:.19g}", value);
    default:
        return std::string{one_of({"",
                                   ".5",
                                   "5.",
                                   "-0",
                                   "-0.0",
                                   "0",
                                   "-",
                                   ".",
                                   "nan",
                                   "inf",
                                   "1e400",
                                   "1e-400",
                                   "12,5",
                                   "+-1",
                                   "9007199254740993",
                                   "9007199254740992",
                                   "90.000000000000000000001",
                                   "1 2",
                                   "0x1p3",
                                   "\"",
                                   "12\r",
                                   "1e5",
                                   "1E1",
                                   "1e",
                                   "-90",
                                   "180",
                                   "540",
                                   "540.1",
                                   "90.1",
                                   "\"1\" 2"})};
    }
}

inline std::string DirtyCsv::time()
{
    const std::uint64_t s = 1'448'323'200 + random_.bits() % 100'000;
    const std::uint64_t part = random_.bits() % 1'000'000'000;
    const Time instant = Time{std::chrono::seconds{s}} + Duration{part};
    switch (plain_ && random_.uniform() < 0.95 ? random_.bits() % 4 : random_.bits() % 14) {
    case 0: return fmt::format("{}", s);
    case 1: return fmt::format("{}.{:03}", s, part / 1'000'000);
    case 2: return format_time(Time{std::chrono::seconds{s}});
    case 3: return format_time(instant);
    case 4: return fmt::format("{}{:03}", s, part / 1'000'000);
    case 5: return fmt::format("{}.{:09}5", s, part);
    case 6: return fmt::format("{}+02:00", format_time(instant).substr(0, 19));
    case 7: return fmt::format("{}Z", format_time(instant).substr(0, 19 + random_.bits() % 11));
    case 8: return format_time(instant).substr(0, random_.bits() % 30);
    case 9: return fmt::format("\"{}\"", format_time(instant));
    case 10: return fmt::format("{}.{}", s, part);
    default:
        return std::string{one_of({"",
                                   "1",
                                   "12",
                                   "123-4",
                                   "99999999.9",
                                   "100000000",
                                   "99999999999.9",
                                   "99999999999",
                                   "100000000000",
                                   "9999999999999",
                                   "9999999999999.9",
                                   "1448349845.",
                                   "-1448349845",
                                   "+1448349845",
                                   "1.448349845e9",
                                   "2015-11-24t07:24:05z",
                                   "2015-11-24 07:24:05Z",
                                   "2015-02-30T07:24:05Z",
                                   "2015-11-24T24:00:00Z",
                                   "2015-11-24T07:60:00Z",
                                   "2015-11-24T07:24:60Z",
                                   "1677-11-24T07:24:05Z",
                                   "2262-04-11T23:47:16Z",
                                   "2261-12-31T23:59:59Z",
                                   "1678-01-01T00:00:00Z",
                                   "2015-11-24",
                                   "24.11.2015 07:24:05",
                                   "2015-11-24T07:24:05.Z",
                                   "2015-11-24T0a:24:05Z",
                                   "2015-11-24T07-24-05Z",
                                   "later"})};
    }
}

inline std::string DirtyCsv::cell(char column)
{
    switch (column) {
    case 't': return time();
    case 'x': return number(-200, 200);
    case 'y': return number(-95, 95);
    case 'a': return random_.uniform() < 0.1 ? std::string{} : number(-100, 12'000);
    case 's': return random_.uniform() < 0.1 ? std::string{} : number(-1, 100);
    case 'i':
        return std::string{
            one_of({"AB1", "AB1", "AB1", "AB12", "AB", "", " AB1", "AB1 ", "\"AB1\"", "\"AB1,x\"", "AB1\r", "A\"B",
                    "\"A\nB\"", "ü", "a much longer name of a track than others", "\" \"", "'AB1'"})};
    default:
        return std::string{
            one_of({"note", "", "a \"b\"", "\"a, b; c\"", "\"two\nlines\"", "\"a \"\"b\"\"\"", "\"open", "#",
                    "  \"a\tb\"  ", "\"a\" b", std::string_view{"\0x", 2}, "\r", "eight8888888888888888888"})};
    }
}

inline std::string DirtyCsv::make(std::size_t rows)
{
    plain_ = random_.uniform() < 0.7;
    delimiter_ = random_.uniform() < 0.6 ? ',' : random_.uniform() < 0.5 ? ';' : '\t';
    const std::string_view columns = random_.uniform() < 0.5   ? "ityxa"
                                     : random_.uniform() < 0.5 ? "txyasin"
                                                               : "nyntxni";
    const std::string_view line_end = random_.uniform() < 0.7 ? "\n" : "\r\n";
    std::string text;
    for (const char column : columns) {
        text += text.empty() ? "" : std::string{delimiter_};
        text += column == 't'   ? random_.uniform() < 0.5 ? "time" : "utc"
                : column == 'x' ? "lon"
                : column == 'y' ? "lat"
                : column == 'a' ? "alt_ft"
                : column == 's' ? "accuracy_m"
                : column == 'i' ? "track_id"
                                : "note";
    }
    text += line_end;
    for (std::size_t i = 0; i < rows; ++i) {
        if (random_.uniform() < 0.03)
            text += one_of({"\n", "# a comment, \"quoted\n", " \t\r\n", ",,,,\n", "#\n", "\"\n", "\"\"\n"});
        const std::size_t cells = columns.size() - (random_.uniform() < 0.02 ? random_.bits() % 3 : 0);
        for (std::size_t k = 0; k < cells; ++k) {
            text += k == 0 ? "" : std::string{delimiter_};
            text += cell(columns[k]);
        }
        if (random_.uniform() < 0.03)
            text += std::string(1 + random_.bits() % 2, delimiter_) + (random_.uniform() < 0.5 ? "" : "x");
        text += line_end;
    }
    if (random_.uniform() < 0.3)
        text.resize(text.size() - random_.bits() % std::min<std::size_t>(text.size(), 40));
    return text;
}

}  // namespace incursion::test
