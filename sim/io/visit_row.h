#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/io/table.h"

namespace incursion {

// The tables of many tracks: their columns, and the cells of their rows. Names and units are those of the visit record
// (see visit_json). `input` is the file that a track came from.

/// Whether a run looked for the greatest depth of its visits. Where it did not, the columns stay and are empty.
enum class DepthFigures { measured, left_out };

/// Cells look at the texts of what they were made from: it must outlive them.
using TableCells = std::vector<TableCell>;

struct VisitRow {
    std::string_view track;
    std::string_view input;
    const Visit* visit = nullptr;  ///< must not be null
    AltitudeDatum datum = AltitudeDatum::msl;  ///< of its altitudes
};

/// One row a visit: the members of visit_json in their order, then `altitude_datum` (from which zero the altitudes count;
/// empty where there are none) and `input`. As JSON Lines without a shape it is the text that visit_json(...).dump()
/// gives, with these two more.
TableLayout visit_layout(RowShape shape);
TableCells visit_cells(const VisitRow& row, DepthFigures depth);

/// One track in one airspace.
struct TrackSummaryRow {
    std::string track;
    std::string airspace;
    std::string owner;
    bool foreign = false;
    std::int64_t visits = 0;
    Duration dwell{};
    double path_m = 0;  ///< flown inside
    double max_depth_m = 0;
    Time first_entry{};
    Time last_exit{};
    std::string input;
};

TableLayout summary_layout();
TableCells summary_cells(const TrackSummaryRow& row, DepthFigures depth);

/// One track.
struct TrackTableRow {
    std::string track;
    std::int64_t fixes = 0;
    TimeSpan span;  ///< from the first fix to the last; not written where there are no fixes
    Duration observed{};
    Duration gap{};
    Duration outside{};  ///< outside every airspace
    Duration foreign{};  ///< in any foreign airspace
    std::int64_t visits = 0;
    std::int64_t airspaces = 0;  ///< different ones that were visited
    AltitudeDatum datum = AltitudeDatum::msl;
    std::string input;
};

TableLayout track_layout();
TableCells track_cells(const TrackTableRow& row);

}  // namespace incursion
