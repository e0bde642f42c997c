#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "render/scope/gui_context.h"
#include "render/view/look.h"

namespace incursion {

/// What panels draw with: the list of a window, the fonts and the look. Lengths are in pixels of the frame; px()
/// makes them of lengths of the design.
struct Pen {
    const GuiContext* gui = nullptr;
    const Look* look = nullptr;
    ImDrawList* list = nullptr;
    bool is_film = false;  ///< nobody is at the controls: what is there only to be touched is not drawn

    float px(float design) const { return design * gui->scale(); }
    ImU32 colour(StyleId style, float opacity = 1) const;
};

inline ImVec2 vec(Point p)
{
    return {p.x, p.y};
}
/// The rectangle with its edges on whole pixels.
Rect snapped(const Rect& rect);
/// The rectangle without a margin on each side; never of negative size.
Rect inset(const Rect& rect, float x, float y);

enum class Align { left, centre, right };

float text_width(const Pen& pen, FontId font, std::string_view text);
float line_height(const Pen& pen, FontId font);
/// The text, or as much of its beginning as fits into the width with an ellipsis behind it; empty where not even
/// the ellipsis fits.
std::string fitted(const Pen& pen, FontId font, std::string_view text, float width);
/// Lines no wider than a width; words that are wider are broken. Refers to `text`.
std::vector<std::string_view> wrapped(const Pen& pen, FontId font, std::string_view text, float width);

/// Writes one line with its upper left corner at a place.
void write(const Pen& pen, FontId font, StyleId style, Point at, std::string_view text, float opacity = 1);
/// Writes one line into a box, in the middle of its height, shortened to its width. What is higher than the box is
/// left out. Returns the width written.
float write_in(const Pen& pen, FontId font, StyleId style, const Rect& box, Align align, std::string_view text,
               float opacity = 1);

void fill(const Pen& pen, StyleId style, const Rect& rect, float opacity = 1, float rounding = 0);
void frame(const Pen& pen, StyleId style, const Rect& rect, float opacity = 1, float rounding = 0);
void line(const Pen& pen, StyleId style, Point from, Point to, float width = 0, float opacity = 1);
/// A line through points, broken as its style says; `width` in pixels.
void polyline(const Pen& pen, ImU32 colour, LineStyle style, const std::vector<Point>& points, float width);

}  // namespace incursion
