#include "sim/io/visit_row.h"

#include <cassert>

#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

void append_end_columns(std::vector<TableColumn>& columns, const std::string& name)
{
    columns.push_back({name + "_time", CellType::time});
    columns.push_back({name + "_lon", CellType::real});
    columns.push_back({name + "_lat", CellType::real});
    columns.push_back({name + "_alt_m", CellType::real});
    columns.push_back({name + "_by", CellType::text});
    columns.push_back({name + "_error_s", CellType::real});
}

void append_end(TableCells& cells, const VisitEnd& end)
{
    cells.emplace_back(end.time);
    cells.emplace_back(reported_lon(end.place));
    cells.emplace_back(end.place.lat_deg);
    cells.push_back(end.altitude_m ? TableCell{*end.altitude_m} : TableCell{});
    cells.emplace_back(name_of(end.by));
    cells.emplace_back(end.error_s);
}

template <class T>
TableCell depth_cell(DepthFigures depth, T value)
{
    return depth == DepthFigures::measured ? TableCell{value} : TableCell{};
}

}  // namespace

TableLayout visit_layout(RowShape shape)
{
    TableLayout layout{"visits", {}, shape};
    layout.columns = {{"track", CellType::text},
                      {"airspace", CellType::text},
                      {"owner", CellType::text},
                      {"foreign", CellType::boolean}};
    append_end_columns(layout.columns, "entry");
    append_end_columns(layout.columns, "exit");
    layout.columns.push_back({"duration_s", CellType::real});
    layout.columns.push_back({"path_m", CellType::real});
    layout.columns.push_back({"max_depth_m", CellType::real});
    layout.columns.push_back({"max_depth_time", CellType::time});
    layout.columns.push_back({"altitude_datum", CellType::text});
    layout.columns.push_back({"input", CellType::text});
    return layout;
}

TableCells visit_cells(const VisitRow& row, DepthFigures depth)
{
    assert(row.visit != nullptr);
    const Visit& visit = *row.visit;
    TableCells cells;
    cells.reserve(22);
    cells.emplace_back(row.track);
    cells.emplace_back(std::string_view{visit.airspace});
    cells.emplace_back(std::string_view{visit.owner});
    cells.emplace_back(visit.foreign);
    append_end(cells, visit.entry);
    append_end(cells, visit.exit);
    cells.emplace_back(to_seconds(visit.duration()));
    cells.emplace_back(visit.path_m);
    cells.push_back(depth_cell(depth, visit.max_depth_m));
    cells.push_back(depth_cell(depth, visit.max_depth_time));
    cells.push_back(visit.entry.altitude_m || visit.exit.altitude_m ? TableCell{name_of(row.datum)} : TableCell{});
    cells.emplace_back(row.input);
    return cells;
}

TableLayout summary_layout()
{
    return {"summary",
            {{"track", CellType::text},
             {"airspace", CellType::text},
             {"owner", CellType::text},
             {"foreign", CellType::boolean},
             {"visits", CellType::integer},
             {"dwell_s", CellType::real},
             {"path_m", CellType::real},
             {"max_depth_m", CellType::real},
             {"first_entry_time", CellType::time},
             {"last_exit_time", CellType::time},
             {"input", CellType::text}},
            RowShape::none};
}

TableCells summary_cells(const TrackSummaryRow& row, DepthFigures depth)
{
    return {std::string_view{row.track},
            std::string_view{row.airspace},
            std::string_view{row.owner},
            row.foreign,
            row.visits,
            to_seconds(row.dwell),
            row.path_m,
            depth_cell(depth, row.max_depth_m),
            row.first_entry,
            row.last_exit,
            std::string_view{row.input}};
}

TableLayout track_layout()
{
    return {"tracks",
            {{"track", CellType::text},
             {"fixes", CellType::integer},
             {"start", CellType::time},
             {"end", CellType::time},
             {"duration_s", CellType::real},
             {"observed_s", CellType::real},
             {"gap_s", CellType::real},
             {"outside_s", CellType::real},
             {"foreign_s", CellType::real},
             {"visits", CellType::integer},
             {"airspaces", CellType::integer},
             {"altitude_datum", CellType::text},
             {"input", CellType::text}},
            RowShape::none};
}

TableCells track_cells(const TrackTableRow& row)
{
    const bool has_span = row.fixes > 0;
    return {std::string_view{row.track},
            row.fixes,
            has_span ? TableCell{row.span.from} : TableCell{},
            has_span ? TableCell{row.span.to} : TableCell{},
            to_seconds(row.span.length()),
            to_seconds(row.observed),
            to_seconds(row.gap),
            to_seconds(row.outside),
            to_seconds(row.foreign),
            row.visits,
            row.airspaces,
            name_of(row.datum),
            std::string_view{row.input}};
}

}  // namespace incursion
