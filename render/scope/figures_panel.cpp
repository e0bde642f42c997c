#include <cmath>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

void draw_figure(const Pen& pen, const Rect& row, const FigureRow& figure, bool is_hovered)
{
    if (is_hovered && figure.moment)
        fill(pen, StyleId::row_selected, row, 0.6F);
    if (figure.is_heading) {
        const float width = write_in(pen, FontId::panel_bold, StyleId::text_bright, row, Align::left,
                                     figure.name + (figure.value.empty() ? "" : "  " + figure.value));
        const float middle = std::round(row.y + row.height / 2);
        if (width + pen.px(10) < row.width)
            line(pen, StyleId::panel_edge, {row.x + width + pen.px(8), middle}, {row.right(), middle});
        return;
    }
    const float left = row.x + pen.px(10), width = row.width - pen.px(10);
    const float name = width * 0.27F, gap = pen.px(8);
    const float value = figure.beside.empty() ? width - name - gap : width * 0.36F;
    write_in(pen, FontId::panel_small, StyleId::text_dim, {left, row.y, name, row.height}, Align::left, figure.name);
    const float x = left + name + gap;
    const float taken = write_in(pen, FontId::panel_text, StyleId::text_bright, {x, row.y, value, row.height},
                                 Align::left, figure.value);
    const float beside = x + std::fmax(taken > 0 ? value : 0, taken) + gap;
    write_in(pen, FontId::panel_small, StyleId::text,
             {beside, row.y, std::fmax(row.right() - beside - pen.px(12), 0.0F), row.height}, Align::left,
             figure.beside);
    if (figure.moment && !pen.is_film)
        draw_icon(pen, Icon::play, {row.right() - pen.px(12), row.y, pen.px(12), row.height}, StyleId::accent,
                  is_hovered ? 1 : 0.4F);
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
    scroll(pen, rect, list.bar, rows.size(), list.shown, state.first_figure);
    for (std::size_t i = 0; i < list.shown && state.first_figure + i < rows.size(); ++i) {
        const FigureRow& figure = rows[state.first_figure + i];
        const Touch at = touch("figure", list.row(i), i);
        draw_figure(pen, list.row(i), figure, at.is_hovered);
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
