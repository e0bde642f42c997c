#include "render/scope/chart_lines.h"

#include <algorithm>
#include <cmath>

namespace incursion {
namespace {

constexpr float least_step_px = 0.8F;

/// The part in pixels: its ends, and between them points no closer than a step, except where the line turns.
std::vector<Point> points_of(const Rect& plot, const std::vector<Point>& part)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const Point at{plot.x + part[i].x * plot.width, plot.bottom() - part[i].y * plot.height};
        const bool is_end = i == 0 || i + 1 == part.size();
        if (is_end || std::fabs(at.x - points.back().x) >= least_step_px ||
            std::fabs(at.y - points.back().y) >= least_step_px)
            points.push_back(at);
    }
    return points;
}

/// From the line down to the bottom, fading.
void shade_below(const Pen& pen, const Rect& plot, const std::vector<Point>& points, ImU32 top, ImU32 bottom)
{
    if (points.size() < 2)
        return;
    const auto count = static_cast<int>(points.size());
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    pen.list->PrimReserve((count - 1) * 6, count * 2);
    const unsigned first = pen.list->_VtxCurrentIdx;
    for (int i = 0; i + 1 < count; ++i) {
        const unsigned at = first + static_cast<unsigned>(i) * 2;
        for (const unsigned index : {at, at + 2, at + 3, at, at + 3, at + 1})
            pen.list->PrimWriteIdx(static_cast<ImDrawIdx>(index));
    }
    for (const Point& point : points) {
        pen.list->PrimWriteVtx(vec(point), white, top);
        pen.list->PrimWriteVtx(ImVec2(point.x, plot.bottom()), white, bottom);
    }
}

}  // namespace

void draw_chart_line(const Pen& pen, const Rect& plot, const ChartLine& drawn, float opacity)
{
    for (const std::vector<Point>& part : drawn.parts) {
        const std::vector<Point> points = points_of(plot, part);
        if (points.size() < 2)
            continue;
        if (drawn.is_selected && drawn.line == LineStyle::solid)
            shade_below(pen, plot, points, pen.colour(drawn.style, 0.20F * opacity), pen.colour(drawn.style, 0.02F));
        if (pen.look->is_dark)
            polyline(pen, pen.colour(drawn.style, 0.16F * opacity), LineStyle::solid, points,
                     std::round(pen.px(drawn.is_selected ? 6.0F : 5.0F)));
        polyline(pen, pen.colour(drawn.style, opacity), drawn.line, points,
                 std::fmax(pen.px(drawn.is_selected ? 1.8F : 1.3F), 1.0F));
    }
}

std::optional<float> chart_value(const ChartLine& drawn, float at)
{
    for (const std::vector<Point>& part : drawn.parts) {
        const auto after = std::find_if(part.begin(), part.end(), [&](const Point& p) { return p.x >= at; });
        if (after == part.end() || (after == part.begin() && after->x > at))
            continue;
        if (after == part.begin())
            return after->y;
        const Point& before = *(after - 1);
        const float width = after->x - before.x;
        return width > 0 ? before.y + (after->y - before.y) * (at - before.x) / width : after->y;
    }
    return std::nullopt;
}

}  // namespace incursion
