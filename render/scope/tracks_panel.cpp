#include <algorithm>
#include <array>
#include <cmath>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

struct Column {
    const char* name;
    const std::string* unit;
    std::string TrackRow::*value;
    float share;  ///< of the width beside the label's
    int rank;     ///< those of higher rank go first where there is little room
};

std::vector<Column> columns_of(const TracksData& data, float width, float scale)
{
    static const std::string degrees = "°";
    std::vector<Column> columns{{"level", &data.level_unit, &TrackRow::level, 0.95F, 2},
                                {"speed", &data.speed_unit, &TrackRow::speed, 0.8F, 1},
                                {"track", &degrees, &TrackRow::heading, 0.75F, 3},
                                {"border", &data.border_unit, &TrackRow::border, 1.7F, 0},
                                {"range", &data.range_unit, &TrackRow::range, 0.85F, 4}};
    const float least = 46 * scale, label = 84 * scale;
    const auto fitting = static_cast<int>(std::floor((width - label) / least));
    std::erase_if(columns, [&](const Column& column) { return column.rank >= fitting; });
    return columns;
}

/// Boxes of the label and of the columns within a row.
std::vector<Rect> cells_of(const Rect& row, const std::vector<Column>& columns, float scale)
{
    float shares = 0;
    for (const Column& column : columns)
        shares += column.share;
    const float label = columns.empty() ? row.width : std::fmax(84 * scale, row.width * 0.28F);
    std::vector<Rect> cells{{row.x, row.y, label, row.height}};
    float x = row.x + label;
    for (const Column& column : columns) {
        const float width = (row.width - label) * column.share / shares;
        cells.push_back({x, row.y, width - 4 * scale, row.height});
        x += width;
    }
    return cells;
}

void draw_names(const Pen& pen, const Rect& row, const std::vector<Column>& columns)
{
    const std::vector<Rect> cells = cells_of(row, columns, pen.gui->scale());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string& unit = *columns[i].unit;
        const std::string full = columns[i].name + (unit.empty() ? "" : " " + unit);
        const bool fits = text_width(pen, FontId::panel_small, full) <= cells[i + 1].width;
        write_in(pen, FontId::panel_small, StyleId::text_dim, cells[i + 1], Align::right,
                 fits ? full : std::string(columns[i].name));
    }
    line(pen, StyleId::panel_edge, {row.x, row.bottom()}, {row.right(), row.bottom()});
}

void draw_row(const Pen& pen, const Rect& row, const TrackRow& track, const std::vector<Column>& columns,
              bool is_hovered)
{
    if (track.is_selected || is_hovered)
        fill(pen, StyleId::row_selected, row, track.is_selected ? 1 : 0.5F);
    const std::vector<Rect> cells = cells_of(row, columns, pen.gui->scale());
    const float opacity = track.is_seen ? 1 : 0.45F;
    const float middle = row.y + row.height / 2;
    polyline(pen, pen.colour(track.side, opacity), track.line,
             {{row.x + pen.px(4), middle}, {row.x + pen.px(20), middle}}, std::fmax(pen.px(2), 1.0F));
    Rect label = cells.front();
    label.x += pen.px(26);
    label.width = std::fmax(label.width - pen.px(30), 0.0F);
    write_in(pen, FontId::panel_bold, track.side, label, Align::left, track.label, opacity);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool is_border = columns[i].value == &TrackRow::border;
        const StyleId style = is_border && track.is_inside ? StyleId::state_inside : StyleId::text;
        write_in(pen, FontId::panel_text, style, cells[i + 1], Align::right, track.*columns[i].value, opacity);
    }
}

/// Keeps a row that was just selected in sight.
void follow(const TracksData& data, std::size_t shown, GuiState& state)
{
    const auto selected =
        std::find_if(data.rows.begin(), data.rows.end(), [](const TrackRow& row) { return row.is_selected; });
    if (selected == data.rows.end() || state.selected == selected->track || shown == 0)
        return;
    const auto place = static_cast<std::size_t>(selected - data.rows.begin());
    if (place < state.first_track)
        state.first_track = place;
    else if (place >= state.first_track + shown)
        state.first_track = place - shown + 1;
}

}  // namespace

void draw_tracks(const Pen& pen, const Rect& rect, const TracksData& data, GuiState& state, Requests& requests)
{
    panel_frame(pen, rect, "Tracks", data.count);
    const ListPlace list = tracks_place(rect, pen.gui->scale());
    const std::vector<Column> columns = columns_of(data, list.area.width, pen.gui->scale());
    const Rect names{list.area.x, list.area.y - pen.px(18), list.area.width, pen.px(17)};
    if (list.shown == 0)
        return;
    draw_names(pen, names, columns);
    follow(data, list.shown, state);
    scroll(pen, rect, list.bar, data.rows.size(), list.shown, state.first_track);
    for (std::size_t i = 0; i < list.shown && state.first_track + i < data.rows.size(); ++i) {
        const TrackRow& track = data.rows[state.first_track + i];
        const Touch at = touch("row", list.row(i), i);
        draw_row(pen, list.row(i), track, columns, at.is_hovered);
        if (at.is_clicked)
            requests.push_back(Select{track.track});
    }
}

}  // namespace incursion
