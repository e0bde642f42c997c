#include <cmath>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

void draw_switch(const Pen& pen, const Rect& row, float middle, bool is_on)
{
    const float size = pen.px(9);
    const Rect box{row.x + pen.px(2), middle - size / 2, size, size};
    frame(pen, StyleId::text_dim, box);
    if (is_on)
        fill(pen, StyleId::accent, inset(box, pen.px(2), pen.px(2)));
}

/// Its switch, where somebody could turn it, the style of its lines, title and content.
void draw_account(const Pen& pen, const Rect& row, const AccountRow& account, bool is_hovered)
{
    if (is_hovered)
        fill(pen, StyleId::row_selected, row, 0.5F);
    const float opacity = account.is_shown ? 1 : 0.45F;
    const bool is_wide = row.width >= pen.px(160);
    const float middle = std::round(row.y + row.height / 2), sample = pen.px(is_wide ? 28 : pen.is_film ? 24 : 15);
    if (!pen.is_film)
        draw_switch(pen, row, middle, account.is_shown);
    const float from = row.x + pen.px(pen.is_film ? 2 : is_wide ? 18 : 13);
    // Dashes grow with the width of the line: a short sample has to be thin to show its style.
    polyline(pen, pen.colour(StyleId::text_bright, opacity), account.line, {{from, middle}, {from + sample, middle}},
             std::fmax(pen.px(sample < pen.px(20) ? 1.1F : 1.6F), 1.0F));
    const float x = from + sample + pen.px(is_wide ? 6 : 3);
    const float end = is_wide && !pen.is_film ? account_only(row, pen.gui->scale()).x - pen.px(4) : row.right();
    // Rows may stand a little closer than lines of text.
    const float height = line_height(pen, FontId::panel_small);
    const Rect text{x, middle - height / 2, std::fmax(end - x, 0.0F), height};
    const float taken =
        write_in(pen, FontId::panel_small, StyleId::text_bright, text, Align::left, account.title, opacity);
    const float rest = text.width - taken - pen.px(10);
    if (text_width(pen, FontId::panel_small, account.content) <= rest)
        write_in(pen, FontId::panel_small, StyleId::text_dim, {text.x + taken + pen.px(10), text.y, rest, text.height},
                 Align::left, account.content, opacity);
}

Rect widened(const Rect& row, const Rect& bar)
{
    return {row.x, row.y, bar.right() - row.x, row.height};
}

/// One row of the list and what is asked of it.
void handle_account(const Pen& pen, const Rect& row, const AccountRow& account, std::size_t place, bool is_alone,
                    Requests& requests)
{
    const Rect only = account_only(row, pen.gui->scale());
    const Touch at = touch("account", {row.x, row.y, only.x - row.x - pen.px(2), row.height}, place);
    draw_account(pen, row, account, at.is_hovered);
    if (at.is_hovered)
        show_hint(pen, account.title + (account.content.empty() ? "" : "  ·  " + account.content));
    if (at.is_clicked)
        requests.push_back(ShowAccount{account.account, !account.is_shown});
    if (at.is_right_clicked)
        requests.push_back(ShowOnlyAccount{account.account});
    if (only.width > 0 && !is_alone && text_button(pen, "only", only, "only", false, "show this account alone", place))
        requests.push_back(ShowOnlyAccount{account.account});
}

}  // namespace

void draw_accounts(const Pen& pen, const Rect& rect, const std::vector<AccountRow>& rows, GuiState& state,
                   Requests& requests)
{
    const float scale = pen.gui->scale();
    const bool has_title = has_accounts_title(rect, scale);
    if (has_title)
        panel_frame(pen, rect, "Accounts");
    const ListPlace list = accounts_place(rect, scale, rows.size());
    if (pen.is_film) {
        std::size_t place = 0;
        for (const AccountRow& account : rows)
            if (account.is_shown && place < list.shown)
                draw_account(pen, widened(list.row(place++), list.bar), account, false);
        return;
    }
    if (has_title && rows.size() > 1 &&
        text_button(pen, "all", accounts_all(rect, scale), "all", false, "show all accounts  (0)"))
        requests.push_back(ShowOnlyAccount{});
    scroll(pen, rect, list.bar, rows.size(), list.shown, state.first_account);
    // Where nothing scrolls, narrow rows take the place of the bar.
    const bool takes_bar = rows.size() <= list.shown && list.area.width < 160 * scale;
    for (std::size_t i = 0; i < list.shown && state.first_account + i < rows.size(); ++i)
        handle_account(pen, takes_bar ? widened(list.row(i), list.bar) : list.row(i), rows[state.first_account + i], i,
                       rows.size() == 1, requests);
}

}  // namespace incursion
