#include <cmath>

#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

void draw_account(const Pen& pen, const Rect& row, const AccountRow& account, bool is_hovered)
{
    if (is_hovered)
        fill(pen, StyleId::row_selected, row, 0.5F);
    const float opacity = account.is_shown ? 1 : 0.45F;
    const bool is_wide = row.width >= pen.px(160);
    const float middle = std::round(row.y + row.height / 2), size = pen.px(9), sample = pen.px(is_wide ? 28 : 16);
    const Rect box{row.x + pen.px(2), middle - size / 2, size, size};
    frame(pen, StyleId::text_dim, box);
    if (account.is_shown)
        fill(pen, StyleId::accent, inset(box, pen.px(2), pen.px(2)));
    polyline(pen, pen.colour(StyleId::text_bright, opacity), account.line,
             {{row.x + pen.px(18), middle}, {row.x + pen.px(18) + sample, middle}}, std::fmax(pen.px(1.6F), 1.0F));
    const float x = row.x + pen.px(18) + sample + pen.px(6), end = row.right() - (is_wide ? pen.px(40) : 0);
    const Rect text{x, row.y, std::fmax(end - x, 0.0F), row.height};
    const float taken =
        write_in(pen, FontId::panel_small, StyleId::text_bright, text, Align::left, account.title, opacity);
    const float rest = text.width - taken - pen.px(10);
    if (text_width(pen, FontId::panel_small, account.content) <= rest)
        write_in(pen, FontId::panel_small, StyleId::text_dim, {text.x + taken + pen.px(10), text.y, rest, text.height},
                 Align::left, account.content, opacity);
}

}  // namespace

void draw_accounts(const Pen& pen, const Rect& rect, const std::vector<AccountRow>& rows, GuiState& state,
                   Requests& requests)
{
    const float scale = pen.gui->scale();
    const bool has_title = has_accounts_title(rect, scale);
    if (has_title)
        panel_frame(pen, rect, "Accounts");
    if (has_title && rows.size() > 1 &&
        text_button(pen, "all", accounts_all(rect, scale), "all", false, "show all accounts  (0)"))
        requests.push_back(ShowOnlyAccount{});
    const ListPlace list = accounts_place(rect, scale);
    scroll(pen, rect, list.bar, rows.size(), list.shown, state.first_account);
    for (std::size_t i = 0; i < list.shown && state.first_account + i < rows.size(); ++i) {
        const AccountRow& account = rows[state.first_account + i];
        const Rect row = list.row(i), only = account_only(row, scale);
        const Touch at = touch("account", {row.x, row.y, only.x - row.x - pen.px(2), row.height}, i);
        draw_account(pen, row, account, at.is_hovered);
        if (at.is_hovered)
            show_hint(pen, account.title + (account.content.empty() ? "" : "  ·  " + account.content));
        if (at.is_clicked)
            requests.push_back(ShowAccount{account.account, !account.is_shown});
        if (at.is_right_clicked)
            requests.push_back(ShowOnlyAccount{account.account});
        if (only.width > 0 && rows.size() > 1 &&
            text_button(pen, "only", only, "only", false, "show this account alone", i))
            requests.push_back(ShowOnlyAccount{account.account});
    }
}

}  // namespace incursion
