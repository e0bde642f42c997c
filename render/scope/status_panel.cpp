#include "render/scope/panel_list.h"

namespace incursion {

void draw_status(const Pen& pen, const Rect& rect, const std::string& text)
{
    write_in(pen, FontId::panel_small, StyleId::text, inset(rect, pen.px(8), 0), Align::left, text);
}

void draw_caption(const Pen& pen, const Rect& rect, const std::string& text)
{
    const Rect in = inset(rect, pen.px(8), 0);
    const bool is_low = line_height(pen, FontId::panel_text) > in.height;
    write_in(pen, is_low ? FontId::panel_small : FontId::panel_text, StyleId::text_bright, in, Align::centre, text);
}

}  // namespace incursion
