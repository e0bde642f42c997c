#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"
#include "sim/io/output_file.h"

namespace incursion {

// A table of records that is written row by row: CSV, JSON Lines, or whatever OGR writes. One interface, a file per
// format.

enum class CellType { text, real, integer, boolean, time };

struct TableColumn {
    std::string name;  ///< with its unit: `duration_s`
    CellType type = CellType::text;
};

/// Nothing where a value is not known. A cell holds its column's type.
using TableCell = std::variant<std::monostate, std::string_view, double, std::int64_t, bool, Time>;

/// A place of a path, with its height (metres, from the zero of its track) and instant.
struct PathPoint {
    Time time{};
    LonLat place;
    std::optional<double> altitude_m;
};

enum class RowShape { none, point, path };

struct TableLayout {
    std::string name;  ///< of the layer: `visits`
    std::vector<TableColumn> columns;
    RowShape shape = RowShape::none;
};

/// Rows in the order in which they are added, the same bytes for the same rows on any day. Nothing is at the final
/// place before finish().
class TableWriter {
public:
    virtual ~TableWriter() = default;
    /// REQUIRES: as many cells as there are columns; points as the layout's shape asks for: none, one, or a path of at
    /// least one. A problem (a full disk, a closed pipe) is final.
    virtual std::optional<Problem> add(std::span<const TableCell> cells, std::span<const PathPoint> points) = 0;
    /// Brings everything to the disk and gives it its name.
    virtual std::optional<Problem> finish() = 0;
    /// True once a write failed because the reader of a pipe is gone.
    virtual bool broken_pipe() const { return false; }
};

/// Where a table goes, and as what.
struct TableTarget {
    std::string path;    ///< `-` is standard output (CSV and JSON Lines)
    std::string format;  ///< `csv`, `jsonl`, or the short name of an OGR driver; by the ending of the path where empty
    Overwrite overwrite = Overwrite::no;
};

/// `csv`, `jsonl`, or the short name of the OGR driver; a problem that lists what there is where neither the format nor
/// the ending tells one that can be written, or where it cannot go to standard output. Opens no file.
Result<std::string> table_format_of(const TableTarget& target);

/// True if rows of that format can carry a shape (see table_format_of).
bool has_shapes(std::string_view format);

/// Opens the table for writing.
/// - CSV: a header row; RFC 4180 quotes where needed; times as format_time writes them, numbers in the shortest form
///   that reads back as the same double, `true` and `false`, nothing where nothing is known. Shapes are left out.
/// - JSON Lines: one object a row in the order of the columns, null where nothing is known. With a shape, a last member
///   `geometry` in GeoJSON's form.
/// - OGR: a layer in WGS-84; a point, or a (multi) line string with Z where all heights are known and M as seconds
///   since 1970; a path over 180 degrees is cut there; a path of one place is a line of two equal ones. Times as text,
///   and as OGR's date and time beside where it holds milliseconds and better (see table_ogr.h). Drivers that need
///   several files (Shapefile) put all of them in place at finish().
Result<std::unique_ptr<TableWriter>> create_table(const TableTarget& target, const TableLayout& layout);

}  // namespace incursion
