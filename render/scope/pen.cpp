#include "render/scope/pen.h"

#include <algorithm>
#include <cmath>

namespace incursion {
namespace {

constexpr std::string_view ellipsis = "…";

ImVec2 upper_left(const Rect& r)
{
    return {r.x, r.y};
}
ImVec2 lower_right(const Rect& r)
{
    return {r.right(), r.bottom()};
}

/// Lengths of dashes and spaces between them, in widths of the line.
std::vector<float> dashes_of(LineStyle style)
{
    switch (style) {
    case LineStyle::dashed: return {5, 3};
    case LineStyle::dotted: return {1.2F, 2.2F};
    case LineStyle::dash_dotted: return {5, 2.2F, 1.2F, 2.2F};
    case LineStyle::solid: break;
    }
    return {};
}

Point between(Point a, Point b, float t)
{
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

void draw_through(const Pen& pen, ImU32 colour, const std::vector<ImVec2>& points, float width)
{
    if (points.size() > 1)
        pen.list->AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None, width);
}

}  // namespace

ImU32 Pen::colour(StyleId style, float opacity) const
{
    const Colour& c = (*look)[style].colour;
    return ImGui::ColorConvertFloat4ToU32(ImVec4(c.r, c.g, c.b, c.a * opacity));
}

Rect snapped(const Rect& rect)
{
    const float x = std::round(rect.x), y = std::round(rect.y);
    return {x, y, std::round(rect.right()) - x, std::round(rect.bottom()) - y};
}

Rect inset(const Rect& rect, float x, float y)
{
    return {rect.x + x, rect.y + y, std::fmax(rect.width - 2 * x, 0.0F), std::fmax(rect.height - 2 * y, 0.0F)};
}

float text_width(const Pen& pen, FontId font, std::string_view text)
{
    const ImFont* face = pen.gui->font(font);
    return face->CalcTextSizeA(face->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float line_height(const Pen& pen, FontId font)
{
    return pen.gui->font(font)->FontSize;
}

std::string fitted(const Pen& pen, FontId font, std::string_view text, float width)
{
    if (text_width(pen, font, text) <= width)
        return std::string(text);
    const ImFont* face = pen.gui->font(font);
    const float room = width - text_width(pen, font, ellipsis);
    if (room < 0)
        return {};
    const char* rest = nullptr;
    face->CalcTextSizeA(face->FontSize, room, 0, text.data(), text.data() + text.size(), &rest);
    std::string head(text.data(), rest);
    while (!head.empty() && head.back() == ' ')
        head.pop_back();
    return head + std::string(ellipsis);
}

std::vector<std::string_view> wrapped(const Pen& pen, FontId font, std::string_view text, float width)
{
    const ImFont* face = pen.gui->font(font);
    std::vector<std::string_view> lines;
    const char* end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        const char* stop = std::max(face->CalcWordWrapPositionA(1, at, end, std::fmax(width, 1.0F)), at + 1);
        while (stop < end && (static_cast<unsigned char>(*stop) & 0xC0U) == 0x80U)
            ++stop;  // never within a letter
        const char* line_end = std::find(at, stop, '\n');
        lines.emplace_back(at, static_cast<std::size_t>(line_end - at));
        at = line_end < stop ? line_end + 1 : stop;
        while (at < end && *at == ' ')
            ++at;
    }
    return lines;
}

void write(const Pen& pen, FontId font, StyleId style, Point at, std::string_view text, float opacity)
{
    const ImFont* face = pen.gui->font(font);
    pen.list->AddText(face, face->FontSize, ImVec2(std::round(at.x), std::round(at.y)), pen.colour(style, opacity),
                      text.data(), text.data() + text.size());
}

float write_in(const Pen& pen, FontId font, StyleId style, const Rect& box, Align align, std::string_view text,
               float opacity)
{
    const float height = line_height(pen, font);
    if (text.empty() || height > box.height + 1)
        return 0;
    const std::string shown = fitted(pen, font, text, box.width);
    const float width = text_width(pen, font, shown);
    const float spare = box.width - width;
    const float x = box.x + (align == Align::left ? 0 : align == Align::right ? spare : spare / 2);
    write(pen, font, style, {x, box.y + (box.height - height) / 2}, shown, opacity);
    return width;
}

void fill(const Pen& pen, StyleId style, const Rect& rect, float opacity, float rounding)
{
    pen.list->AddRectFilled(upper_left(rect), lower_right(rect), pen.colour(style, opacity), rounding);
}

void frame(const Pen& pen, StyleId style, const Rect& rect, float opacity, float rounding)
{
    pen.list->AddRect(upper_left(rect), lower_right(rect), pen.colour(style, opacity), rounding, ImDrawFlags_None,
                      std::fmax(1.0F, std::round(pen.px(1))));
}

void line(const Pen& pen, StyleId style, Point from, Point to, float width, float opacity)
{
    pen.list->AddLine(vec(from), vec(to), pen.colour(style, opacity), width > 0 ? width : std::fmax(1.0F, pen.px(1)));
}

void polyline(const Pen& pen, ImU32 colour, LineStyle style, const std::vector<Point>& points, float width)
{
    const std::vector<float> dashes = dashes_of(style);
    std::vector<ImVec2> run;
    if (!points.empty())
        run.push_back(vec(points.front()));
    std::size_t dash = 0;
    float left = dashes.empty() ? 0 : dashes.front() * width;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point a = points[i - 1], b = points[i];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        float done = 0;
        while (!dashes.empty() && length - done > left) {
            done += left;
            const bool was_drawn = dash % 2 == 0;
            run.push_back(vec(between(a, b, done / length)));
            if (was_drawn)
                draw_through(pen, colour, run, width);
            run.assign(1, run.back());
            dash = (dash + 1) % dashes.size();
            left = dashes[dash] * width;
        }
        left -= length - done;
        run.push_back(vec(b));
    }
    if (dash % 2 == 0)
        draw_through(pen, colour, run, width);
}

}  // namespace incursion
