#include <algorithm>
#include <array>
#include <cmath>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

constexpr float label_start = 24;  // after the sample of its line

struct Column {
    const char* name;
    const std::string* unit;
    std::string TrackRow::*value;
    const char* longest;  ///< what it usually has to hold
    int rank;             ///< those of higher rank go first where there is little room
    float width = 0;
};

/// The label's column, as wide as the longest label up to a third of the panel, and the others, which share what is
/// beyond what they need.
struct Columns {
    float label = 0;
    std::vector<Column> others;
};

std::string full_name(const Column& column)
{
    return column.name + (column.unit->empty() ? "" : " " + *column.unit);
}

float width_needed(const Pen& pen, const Column& column)
{
    return std::fmax(text_width(pen, FontId::panel_text, column.longest),
                     text_width(pen, FontId::panel_small, column.name)) +
           pen.px(5);
}

float label_needed(const Pen& pen, const std::vector<TrackRow>& rows)
{
    float width = 0;
    for (const TrackRow& row : rows)
        width = std::fmax(width, text_width(pen, FontId::panel_bold, row.label));
    return width + pen.px(label_start + 3);
}

Columns columns_of(const Pen& pen, const TracksData& data, float width)
{
    static const std::string degrees = "°";
    Columns columns;
    columns.others = {{"level", &data.level_unit, &TrackRow::level, data.level_unit == "m" ? "00000↑" : "000↑", 2},
                      {"speed", &data.speed_unit, &TrackRow::speed, "0000", 1},
                      {"track", &degrees, &TrackRow::heading, "000", 3},
                      {"border", &data.border_unit, &TrackRow::border, "−0.00", 0},
                      {"range", &data.range_unit, &TrackRow::range, "00.0", 4}};
    columns.label = std::clamp(label_needed(pen, data.rows), pen.px(84), std::fmax(width / 3, pen.px(84)));
    const auto needed = [&] {
        float sum = columns.label;
        for (Column& column : columns.others)
            sum += column.width = width_needed(pen, column);
        return sum;
    };
    while (!columns.others.empty() && needed() > width) {
        const auto last = static_cast<int>(columns.others.size()) - 1;
        std::erase_if(columns.others, [&](const Column& column) { return column.rank == last; });
    }
    if (columns.others.empty()) {
        columns.label = width;
        return columns;
    }
    float spare = std::fmax(width - needed(), 0.0F);
    // The border's unit first: its numbers have decimals, and the others' are as pilots use them.
    for (Column& column : columns.others)
        if (column.rank == 0) {
            const float full = text_width(pen, FontId::panel_small, full_name(column)) + pen.px(5);
            const float more = std::clamp(full - column.width, 0.0F, spare);
            column.width += more;
            spare -= more;
        }
    for (Column& column : columns.others)
        column.width += spare / static_cast<float>(columns.others.size());
    return columns;
}

/// Boxes of the label and of the columns within a row.
std::vector<Rect> cells_of(const Pen& pen, const Rect& row, const Columns& columns)
{
    std::vector<Rect> cells{{row.x, row.y, columns.label, row.height}};
    float x = row.x + columns.label;
    for (const Column& column : columns.others) {
        cells.push_back({x, row.y, column.width - pen.px(4), row.height});
        x += column.width;
    }
    return cells;
}

void draw_names(const Pen& pen, const Rect& row, const Columns& columns)
{
    const std::vector<Rect> cells = cells_of(pen, row, columns);
    for (std::size_t i = 0; i < columns.others.size(); ++i) {
        const std::string full = full_name(columns.others[i]);
        const bool fits = text_width(pen, FontId::panel_small, full) <= cells[i + 1].width;
        write_in(pen, FontId::panel_small, StyleId::text_dim, cells[i + 1], Align::right,
                 fits ? full : std::string(columns.others[i].name));
    }
    line(pen, StyleId::panel_edge, {row.x, row.bottom()}, {row.right(), row.bottom()});
}

void draw_row(const Pen& pen, const Rect& row, const TrackRow& track, const Columns& columns, bool is_hovered)
{
    if (track.is_selected || is_hovered)
        fill(pen, StyleId::row_selected, row, track.is_selected ? 1 : 0.5F);
    const std::vector<Rect> cells = cells_of(pen, row, columns);
    const float opacity = track.is_seen ? 1 : 0.45F;
    const float middle = row.y + row.height / 2;
    polyline(pen, pen.colour(track.side, opacity), track.line,
             {{row.x + pen.px(4), middle}, {row.x + pen.px(20), middle}}, std::fmax(pen.px(2), 1.0F));
    Rect label = cells.front();
    label.x += pen.px(label_start);
    label.width = std::fmax(label.width - pen.px(label_start), 0.0F);
    write_in(pen, FontId::panel_bold, track.side, label, Align::left, track.label, opacity);
    for (std::size_t i = 0; i < columns.others.size(); ++i) {
        const bool is_border = columns.others[i].value == &TrackRow::border;
        const StyleId style = is_border && track.is_inside ? StyleId::state_inside : StyleId::text;
        write_in(pen, FontId::panel_text, style, cells[i + 1], Align::right, track.*columns.others[i].value, opacity);
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

/// Nobody can scroll in a film, so there rows stand as close as letters allow where that shows more of them.
ListPlace list_of(const Pen& pen, const Rect& rect, std::size_t count)
{
    const ListPlace list = tracks_place(rect, pen.gui->scale());
    if (!pen.is_film || count <= list.shown)
        return list;
    const Rect whole{list.area.x, list.area.y, list.bar.right() - list.area.x, list.area.height};
    const float least = line_height(pen, FontId::panel_text);
    return list_place(whole, std::fmax(whole.height / static_cast<float>(count), least), pen.gui->scale());
}

}  // namespace

void draw_tracks(const Pen& pen, const Rect& rect, const TracksData& data, GuiState& state, Requests& requests)
{
    panel_frame(pen, rect, "Tracks", data.count);
    const ListPlace list = list_of(pen, rect, data.rows.size());
    const Columns columns = columns_of(pen, data, list.area.width);
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
