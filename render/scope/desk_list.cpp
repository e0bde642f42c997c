#include "render/scope/desk_list.h"

#include <algorithm>
#include <cmath>

namespace incursion {
namespace {

constexpr float row_gap = 5;

struct RowForm {
    std::vector<std::string_view> lines;
    float height = 0;
};

float text_room(const Pen& pen, const WrappedRow& row, float width, float lead_width)
{
    const float right = row.right.empty() ? 0 : text_width(pen, FontId::panel_text, row.right) + pen.px(10);
    return std::fmax(width - lead_width - right, 1.0F);
}

RowForm form_of(const Pen& pen, const WrappedRow& row, float width, float lead_width, FontId font)
{
    RowForm form{wrapped(pen, font, row.text, text_room(pen, row, width, lead_width)), 0};
    form.height = line_height(pen, font) * static_cast<float>(std::max<std::size_t>(form.lines.size(), 1));
    return form;
}

std::size_t fitting(const Pen& pen, const Rect& area, const std::vector<WrappedRow>& rows, float lead_width,
                    FontId font, std::size_t first)
{
    float used = 0;
    std::size_t count = 0;
    for (std::size_t i = first; i < rows.size(); ++i, ++count) {
        used += form_of(pen, rows[i], area.width, lead_width, font).height;
        if (used > area.height)
            break;
        used += pen.px(row_gap);
    }
    return count;
}

/// The last first row from which on all the others fit.
std::size_t last_first(const Pen& pen, const Rect& area, const std::vector<WrappedRow>& rows, float lead_width,
                       FontId font)
{
    std::size_t first = rows.size();
    while (first > 0 && fitting(pen, area, rows, lead_width, font, first - 1) == rows.size() - first + 1)
        --first;
    return first;
}

void draw_lead(const Pen& pen, const Rect& place, const WrappedRow& row, float lead_width, FontId font)
{
    const float height = line_height(pen, font);
    const Rect box{place.x, place.y, lead_width - pen.px(8), height};
    if (row.is_lead_key && !row.lead.empty())
        fill(pen, StyleId::button, {box.x, box.y + pen.px(1), box.width, height - pen.px(2)}, 1, pen.px(2));
    write_in(pen, row.is_lead_key ? FontId::panel_bold : font, row.lead_style, box,
             row.is_lead_key ? Align::centre : Align::left, row.lead);
}

void draw_row(const Pen& pen, const Rect& place, const WrappedRow& row, const RowForm& form, float lead_width,
              FontId font, bool is_hovered)
{
    if (is_hovered)
        fill(pen, StyleId::row_selected, inset(place, -pen.px(4), -pen.px(2)), 0.8F, pen.px(2));
    draw_lead(pen, place, row, lead_width, font);
    Point at{place.x + lead_width, place.y};
    for (const std::string_view line : form.lines) {
        write(pen, font, row.style, at, line);
        at.y += line_height(pen, font);
    }
    write_in(pen, FontId::panel_text, row.style, {place.x, place.y, place.width, line_height(pen, font)}, Align::right,
             row.right);
}

}  // namespace

WrappedTouch draw_wrapped(const Pen& pen, const char* id, const Rect& whole, const std::vector<WrappedRow>& rows,
                          float lead_width, FontId font, std::size_t& first)
{
    WrappedTouch touched;
    const Rect area{whole.x, whole.y, std::fmax(whole.width - pen.px(8), 1.0F), whole.height};
    const std::size_t shown = rows.size() - last_first(pen, area, rows, lead_width, font);
    scroll(pen, whole, {area.right() + pen.px(3), area.y, pen.px(4), area.height}, rows.size(),
           std::max<std::size_t>(shown, 1), first);
    float y = area.y;
    for (std::size_t i = first; i < rows.size(); ++i) {
        const RowForm form = form_of(pen, rows[i], area.width, lead_width, font);
        if (y + form.height > area.bottom() + 1)
            break;
        const Rect place{area.x, std::round(y), area.width, form.height};
        const Touch at = rows[i].is_button ? touch(id, place, i) : Touch{};
        draw_row(pen, place, rows[i], form, lead_width, font, at.is_hovered);
        if (at.is_clicked)
            touched.clicked = i;
        y += form.height + pen.px(row_gap);
    }
    return touched;
}

bool key_button(const Pen& pen, const char* id, const Rect& rect, std::string_view key, std::string_view text,
                bool is_on, std::size_t index)
{
    const Touch at = touch(id, rect, index);
    fill(pen, is_on ? StyleId::button_on : StyleId::button, rect, at.is_held ? 0.7F : 1, pen.px(2));
    if (at.is_hovered)
        frame(pen, StyleId::accent, rect, 0.8F, pen.px(2));
    const Rect in = inset(rect, pen.px(8), 0);
    const float taken = write_in(pen, FontId::panel_bold, StyleId::accent, in, Align::left, key);
    const float used = taken > 0 ? taken + pen.px(8) : 0;
    write_in(pen, FontId::panel_text, is_on ? StyleId::text_bright : StyleId::button_text,
             {in.x + used, in.y, std::fmax(in.width - used, 0.0F), in.height}, Align::left, text);
    return at.is_clicked;
}

}  // namespace incursion
