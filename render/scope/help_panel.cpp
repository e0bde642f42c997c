#include <cmath>
#include <optional>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"
#include "render/scope/shortcuts.h"

namespace incursion {
namespace {

void draw_shortcut(const Pen& pen, const Rect& cell, const Shortcut& shortcut, const ViewState& view, bool is_hovered)
{
    if (is_hovered)
        fill(pen, StyleId::row_selected, cell, 1, pen.px(2));
    const float width = pen.px(66);
    const Rect cap{cell.x + pen.px(2), cell.y + pen.px(1.5F), width, cell.height - pen.px(3)};
    const bool is_on = shortcut.is_on && shortcut.is_on(view);
    fill(pen, is_on ? StyleId::button_on : StyleId::button, cap, 1, pen.px(2));
    write_in(pen, FontId::panel_small, is_on ? StyleId::text_bright : StyleId::button_text, inset(cap, pen.px(2), 0),
             Align::centre, shortcut.keys);
    const float dot = shortcut.is_on ? pen.px(14) : 0;
    const Rect text{cap.right() + pen.px(8), cell.y, std::fmax(cell.right() - cap.right() - pen.px(10) - dot, 0.0F),
                    cell.height};
    write_in(pen, FontId::panel_small, StyleId::text, text, Align::left, shortcut.meaning);
    if (!shortcut.is_on)
        return;
    const ImVec2 at{cell.right() - pen.px(8), cell.y + cell.height / 2};
    if (is_on)
        pen.list->AddCircleFilled(at, pen.px(3.5F), pen.colour(StyleId::accent), 12);
    pen.list->AddCircle(at, pen.px(3.5F), pen.colour(is_on ? StyleId::accent : StyleId::text_dim), 12);
}

/// A line of the help: a shortcut, the name of a group, or nothing.
struct HelpRow {
    const Shortcut* shortcut = nullptr;
    std::string_view heading;
};

/// Groups below each other; a heading does not stand alone at the foot of a column.
std::vector<HelpRow> help_rows(std::size_t rows_of_column, std::size_t accounts)
{
    std::vector<HelpRow> rows;
    std::optional<ShortcutGroup> group;
    for (const Shortcut& shortcut : shortcuts()) {
        if (shortcut.account && *shortcut.account >= accounts)
            continue;
        if (group != shortcut.group) {
            if (rows_of_column > 2 && (rows.size() + 1) % rows_of_column == 0)
                rows.emplace_back();
            rows.push_back({nullptr, name_of(shortcut.group)});
        }
        group = shortcut.group;
        rows.push_back({&shortcut, {}});
    }
    return rows;
}

void draw_heading(const Pen& pen, const Rect& cell, std::string_view text)
{
    const float width =
        write_in(pen, FontId::panel_bold, StyleId::panel_title, inset(cell, pen.px(2), 0), Align::left, text);
    const float middle = std::round(cell.y + cell.height / 2);
    if (width > 0)
        line(pen, StyleId::panel_edge, {cell.x + width + pen.px(10), middle}, {cell.right(), middle});
}

}  // namespace

void draw_help(const Pen& pen, const ViewState& view, std::size_t accounts, GuiState& state, Requests& requests)
{
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const HelpPlace place = help_place(size.x, size.y, pen.gui->scale(), help_rows(0, accounts).size() + 2);
    const std::vector<HelpRow> list = help_rows(place.rows, accounts);
    const PanelWindow window(pen, "##help", place.card, true);
    const Pen& card = window.pen();
    fill(card, StyleId::panel, place.card, 1, pen.px(3));
    panel_frame(card, place.card, "Keys, and all that can be shown: click");
    fill(card, StyleId::panel, inset(place.close, -pen.px(6), 0));
    if (icon_button(card, "close", place.close, Icon::loop_off, false, "close  (Esc)"))
        requests.push_back(Toggle{Switch::help});
    scroll(card, place.card,
           {place.card.right() - pen.px(9), place.card.y + pen.px(34), pen.px(4), place.card.height - pen.px(48)},
           list.size(), place.cells.size(), state.first_help_row);
    for (std::size_t i = 0; i < place.cells.size() && state.first_help_row + i < list.size(); ++i) {
        const HelpRow& row = list[state.first_help_row + i];
        if (!row.heading.empty())
            draw_heading(card, place.cells[i], row.heading);
        if (!row.shortcut)
            continue;
        const Shortcut& shortcut = *row.shortcut;
        const Touch at = touch("shortcut", place.cells[i], i);
        draw_shortcut(card, place.cells[i], shortcut, view, at.is_hovered);
        if (at.is_clicked)
            for (const Request& request : shortcut.requests(view))
                requests.push_back(request);
    }
}

}  // namespace incursion
