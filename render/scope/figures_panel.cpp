#include <cmath>
#include <optional>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

/// Where names end and values stand: as wide as the widest of them, within limits.
struct FigureColumns {
    float value = 0, beside = 0;  ///< from the left of a row
};

FigureColumns columns_of(const Pen& pen, const std::vector<FigureRow>& rows, float width)
{
    float name = 0, value = 0;
    for (const FigureRow& row : rows)
        if (!row.is_heading) {
            name = std::fmax(name, text_width(pen, FontId::panel_small, row.name));
            value = std::fmax(value, text_width(pen, FontId::panel_text, row.value));
        }
    const float gap = pen.px(8);
    FigureColumns columns;
    columns.value = std::fmin(pen.px(10) + name + gap, width * 0.45F);
    columns.beside = std::fmin(columns.value + value + gap, width * 0.85F);
    return columns;
}

float room_at_end(const Pen& pen, const FigureRow& figure)
{
    return figure.moment && !pen.is_film ? pen.px(14) : 0;
}

/// Where the text beside a value stands: in its column, else at the end of the row; none where the value leaves too
/// little room, and it stands below.
std::optional<float> beside_at(const Pen& pen, const FigureRow& figure, const FigureColumns& columns, float width)
{
    const float last = width - room_at_end(pen, figure) - text_width(pen, FontId::panel_small, figure.beside);
    const float first = columns.value + text_width(pen, FontId::panel_text, figure.value) + pen.px(8);
    if (last < first)
        return std::nullopt;
    return std::fmin(columns.beside, last);
}

bool is_beside_below(const Pen& pen, const FigureRow& figure, const FigureColumns& columns, float width)
{
    return !figure.is_heading && !figure.beside.empty() && !beside_at(pen, figure, columns, width);
}

struct FigureLine {
    std::size_t row = 0;
    bool is_below = false;
};

std::vector<FigureLine> lines_of(const Pen& pen, const std::vector<FigureRow>& rows, const FigureColumns& columns,
                                 float width)
{
    std::vector<FigureLine> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        lines.push_back({i, false});
        if (is_beside_below(pen, rows[i], columns, width))
            lines.push_back({i, true});
    }
    return lines;
}

void draw_heading(const Pen& pen, const Rect& row, const FigureRow& figure)
{
    const float width = write_in(pen, FontId::panel_bold, StyleId::text_bright, row, Align::left,
                                 figure.name + (figure.value.empty() ? "" : "  " + figure.value));
    const float middle = std::round(row.y + row.height / 2);
    if (width + pen.px(10) < row.width)
        line(pen, StyleId::panel_edge, {row.x + width + pen.px(8), middle}, {row.right(), middle});
}

void draw_figure(const Pen& pen, const Rect& row, const FigureRow& figure, const FigureColumns& columns)
{
    const float left = row.x + pen.px(10), value = row.x + columns.value;
    write_in(pen, FontId::panel_small, StyleId::text_dim,
             {left, row.y, std::fmax(value - left - pen.px(4), 0.0F), row.height}, Align::left, figure.name);
    const float end = row.right() - room_at_end(pen, figure);
    write_in(pen, FontId::panel_text, StyleId::text_bright, {value, row.y, std::fmax(end - value, 0.0F), row.height},
             Align::left, figure.value);
    if (const std::optional<float> beside = beside_at(pen, figure, columns, row.width))
        write(pen, FontId::panel_small, StyleId::text,
              {row.x + *beside, row.y + (row.height - line_height(pen, FontId::panel_small)) / 2}, figure.beside);
}

void draw_below(const Pen& pen, const Rect& row, const FigureRow& figure, const FigureColumns& columns)
{
    // From where the value stands if there is room, else as far left as need be.
    const float room = row.width - columns.value;
    const bool fits = text_width(pen, FontId::panel_small, figure.beside) <= room;
    const Rect box = fits ? Rect{row.x + columns.value, row.y, room, row.height} : inset(row, pen.px(10), 0);
    write_in(pen, FontId::panel_small, StyleId::text, box, Align::left, figure.beside);
}

}  // namespace

void draw_side_tabs(const Pen& pen, const Rect& rect, SidePage page, Requests& requests)
{
    frame(pen, StyleId::panel_edge, rect);
    const SideTabs tabs = side_tabs(rect, pen.gui->scale());
    const auto tab = [&](const char* id, const Rect& box, std::string_view text, SidePage opened) {
        const Touch at = touch(id, box);
        const bool is_on = page == opened;
        write_in(pen, FontId::panel_small, is_on || at.is_hovered ? StyleId::panel_title : StyleId::text_dim, box,
                 Align::centre, text);
        if (is_on)
            fill(pen, StyleId::accent, {box.x + pen.px(4), box.bottom() - pen.px(2), box.width - pen.px(8), pen.px(2)});
        if (at.is_clicked)
            requests.push_back(SetPage{opened});
    };
    if (pen.is_film) {
        tab("page", tabs.charts, page == SidePage::charts ? "CHARTS" : "FIGURES", page);
        return;
    }
    tab("charts", tabs.charts, "CHARTS", SidePage::charts);
    tab("figures", tabs.figures, "FIGURES", SidePage::figures);
}

void draw_figures(const Pen& pen, const Rect& rect, const std::vector<FigureRow>& rows, GuiState& state,
                  Requests& requests)
{
    const ListPlace list = figures_place(rect, pen.gui->scale());
    const FigureColumns columns = columns_of(pen, rows, list.area.width);
    const std::vector<FigureLine> lines = lines_of(pen, rows, columns, list.area.width);
    scroll(pen, rect, list.bar, lines.size(), list.shown, state.first_figure);
    for (std::size_t i = 0; i < list.shown && state.first_figure + i < lines.size(); ++i) {
        const FigureLine& at_line = lines[state.first_figure + i];
        const FigureRow& figure = rows[at_line.row];
        const Rect row = list.row(i);
        const Touch at = touch("figure", row, i);
        if (at.is_hovered && figure.moment)
            fill(pen, StyleId::row_selected, row, 0.6F);
        if (figure.is_heading)
            draw_heading(pen, row, figure);
        else if (at_line.is_below)
            draw_below(pen, row, figure, columns);
        else
            draw_figure(pen, row, figure, columns);
        if (figure.moment && !pen.is_film && !at_line.is_below)
            draw_icon(pen, Icon::play, {row.right() - pen.px(12), row.y, pen.px(12), row.height}, StyleId::accent,
                      at.is_hovered ? 1 : 0.4F);
        if (at.is_hovered && !figure.is_heading && !figure.beside.empty())
            show_hint(pen, figure.name + ": " + figure.value + "  " + figure.beside);
        if (!at.is_clicked)
            continue;
        if (figure.track)
            requests.push_back(Select{figure.track});
        if (figure.moment)
            requests.push_back(SeekTo{*figure.moment});
    }
}

}  // namespace incursion
