#include "render/view/symbols.h"

#include <cmath>
#include <numbers>

#include "render/view/look.h"
#include "render/view/polyline.h"

namespace incursion {

namespace {

/// Corners as multiples of a radius about a point.
Polyline shape(Point at, float radius_px, std::initializer_list<Point> corners)
{
    Polyline line;
    for (const Point corner : corners)
        line.push_back({at.x + corner.x * radius_px, at.y + corner.y * radius_px});
    return line;
}

Polyline half_circle(Point at, float radius_px)
{
    constexpr int pieces = 12;
    const float base = at.y + radius_px * 0.45F;
    Polyline line;
    for (int i = 0; i <= pieces; ++i) {
        const float angle = std::numbers::pi_v<float> * (static_cast<float>(i) / pieces - 0.5F);
        line.push_back({at.x + radius_px * std::sin(angle), base - radius_px * 1.1F * std::cos(angle)});
    }
    return line;
}

Polyline outline(std::size_t side, Point at, float radius_px)
{
    switch (side % 4) {
    case 0: return shape(at, radius_px, {{0, -1}, {0.9F, 0.65F}, {-0.9F, 0.65F}, {0, -1}});
    case 1: return half_circle(at, radius_px);
    case 2: return shape(at, radius_px * 0.8F, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}});
    default: return shape(at, radius_px * 1.05F, {{0, -1}, {1, 0}, {0, 1}, {-1, 0}, {0, -1}});
    }
}

Stroke stroke(StyleId style, Polyline points, float opacity = 1)
{
    return {style, LineStyle::solid, opacity, 0, std::move(points)};
}

}  // namespace

void add_symbol(std::vector<Stroke>& strokes, std::size_t side, Point at, float scale)
{
    strokes.push_back(stroke(side_style(side), outline(side, at, symbol_radius_px * scale)));
    add_dot(strokes, side_style(side), at, 2.4F * scale, 1);
}

void add_brackets(std::vector<Stroke>& strokes, Point at, float scale)
{
    const float half = symbol_radius_px * scale * 1.9F;
    constexpr float arm = 0.5F;
    for (const float right : {-1.0F, 1.0F})
        for (const float down : {-1.0F, 1.0F})
            strokes.push_back(
                stroke(StyleId::selected, shape(at, half, {{right * arm, down}, {right, down}, {right, down * arm}})));
}

void add_ghost(std::vector<Stroke>& strokes, Point at, float scale)
{
    const float radius = symbol_radius_px * scale * 0.8F;
    strokes.push_back(stroke(StyleId::ghost, circle(at, radius)));
    strokes.push_back(stroke(StyleId::ghost, shape(at, radius, {{-1.6F, 0}, {1.6F, 0}})));
    strokes.push_back(stroke(StyleId::ghost, shape(at, radius, {{0, -1.6F}, {0, 1.6F}})));
}

void add_event_mark(std::vector<Stroke>& strokes, Point at, float opacity, float scale)
{
    const float radius = symbol_radius_px * scale;
    strokes.push_back(stroke(StyleId::event, shape(at, radius, {{-1, -1}, {1, 1}}), opacity));
    strokes.push_back(stroke(StyleId::event, shape(at, radius, {{-1, 1}, {1, -1}}), opacity));
}

void add_dot(std::vector<Stroke>& strokes, StyleId style, Point at, float width_px, float opacity)
{
    strokes.push_back({style, LineStyle::solid, opacity, width_px, {{at.x - 0.2F, at.y}, {at.x + 0.2F, at.y}}});
}

}  // namespace incursion
