#include <algorithm>
#include <cmath>

#include "render/scope/panel_list.h"

namespace incursion {
namespace {

/// The first of some fonts whose line fits into a height, else the last.
FontId fitting_font(const Pen& pen, std::initializer_list<FontId> fonts, float height)
{
    for (const FontId font : fonts)
        if (line_height(pen, font) <= height)
            return font;
    return *(fonts.end() - 1);
}

/// The clock in the middle; returns what it takes.
Rect draw_clock(const Pen& pen, const Rect& rect, const HeaderData& data)
{
    const FontId font = fitting_font(pen, {FontId::clock, FontId::panel_value, FontId::panel_bold}, rect.height);
    const float gap = pen.px(1);
    const float width = text_width(pen, font, data.clock);
    const float rest = text_width(pen, FontId::panel_bold, data.clock_fraction);
    const float zone = text_width(pen, FontId::panel_small, "UTC");
    const float height = line_height(pen, font);
    const Point at{std::round(rect.x + (rect.width - width) / 2), rect.y + (rect.height - height) / 2};
    write(pen, font, StyleId::accent, at, data.clock);
    // On the same base line, which lies at about four fifths of a line.
    const float small = at.y + 0.79F * (height - line_height(pen, FontId::panel_bold));
    write(pen, FontId::panel_bold, StyleId::text_dim, {at.x + width + gap, small}, data.clock_fraction);
    const float tiny = at.y + 0.79F * (height - line_height(pen, FontId::panel_small));
    write(pen, FontId::panel_small, StyleId::text_dim, {at.x + width + gap + rest + pen.px(6), tiny}, "UTC");
    return {at.x - pen.px(16), rect.y, width + rest + zone + pen.px(16 + 16 + 8), rect.height};
}

/// A text in a box with its edge in its own colour, at the right end; returns its left end.
float draw_badge(const Pen& pen, const Rect& room, StyleId style, FontId font, const std::string& text, float ground)
{
    if (text.empty() || room.width < pen.px(40))
        return room.right();
    const float pad = pen.px(10);
    const std::string shown = fitted(pen, font, text, room.width - 2 * pad);
    const float width = text_width(pen, font, shown) + 2 * pad;
    const float height = std::fmin(line_height(pen, font) + pen.px(6), room.height);
    const Rect badge{std::round(room.right() - width), std::round(room.y + (room.height - height) / 2), width, height};
    fill(pen, style, badge, ground, pen.px(2));
    frame(pen, style, badge, 0.75F, pen.px(2));
    write_in(pen, font, style, inset(badge, pad, 0), Align::left, shown);
    return badge.x;
}

/// Title and date at the left; where there is no room for all of it, without the radar. Whether that was told.
bool draw_title(const Pen& pen, const Rect& left, const HeaderData& data)
{
    const std::string all = data.date + (data.radar.empty() ? "" : "  ·  " + data.radar);
    const bool has_room = text_width(pen, FontId::panel_small, all) <= left.width;
    const std::string& beside = has_room ? all : data.date;
    const float first = line_height(pen, FontId::panel_bold), second = line_height(pen, FontId::panel_small);
    if (first + second <= left.height) {
        const float top = left.y + (left.height - first - second) / 2;
        write_in(pen, FontId::panel_bold, StyleId::text_bright, {left.x, top, left.width, first}, Align::left,
                 data.title);
        write_in(pen, FontId::panel_small, StyleId::text_dim, {left.x, top + first, left.width, second}, Align::left,
                 beside);
        return has_room;
    }
    const float taken = write_in(pen, FontId::panel_bold, StyleId::text_bright, left, Align::left, data.title);
    const float rest = left.width - taken - pen.px(14);
    const bool has_room_beside = text_width(pen, FontId::panel_small, all) <= rest;
    if (text_width(pen, FontId::panel_small, data.date) <= rest)
        write_in(pen, FontId::panel_small, StyleId::text_dim, {left.x + taken + pen.px(14), left.y, rest, left.height},
                 Align::left, has_room_beside ? all : data.date);
    return has_room_beside;
}

}  // namespace

HeaderTold draw_header(const Pen& pen, const Rect& rect, const HeaderData& data)
{
    line(pen, StyleId::panel_edge, {rect.x, rect.bottom() - 0.5F}, {rect.right(), rect.bottom() - 0.5F});
    const Rect in = inset(rect, pen.px(12), pen.px(2));
    const Rect clock = draw_clock(pen, in, data);

    Rect right{clock.right(), in.y, std::fmax(in.right() - clock.right(), 0.0F), in.height};
    const float badge = draw_badge(pen, right, data.state_style, FontId::panel_bold, data.state, 0.16F);
    right.width = badge - right.x - pen.px(10);
    const bool has_room = text_width(pen, FontId::panel_small, data.label) + pen.px(24) <= right.width;
    if (has_room)
        draw_badge(pen, right, StyleId::text_dim, FontId::panel_small, data.label, 0);
    const bool told_radar = draw_title(pen, {in.x, in.y, std::fmax(clock.x - in.x, 0.0F), in.height}, data);
    return {has_room || data.label.empty(), told_radar || data.radar.empty()};
}

void draw_corner_label(const Pen& pen, const Rect& rect, const std::string& label)
{
    draw_badge(pen, {rect.x, rect.y, rect.width, line_height(pen, FontId::panel_small) + pen.px(6)}, StyleId::text_dim,
               FontId::panel_small, label, 0);
}

void draw_corner_radar(const Pen& pen, const Rect& rect, const std::string& radar)
{
    const float left = pen.px(8);
    if (text_width(pen, FontId::panel_small, radar) > rect.width - left)
        return;
    write_in(pen, FontId::panel_small, StyleId::text_dim,
             {rect.x + left, rect.y, rect.width - left, line_height(pen, FontId::panel_small) + pen.px(6)}, Align::left,
             radar);
}

}  // namespace incursion
