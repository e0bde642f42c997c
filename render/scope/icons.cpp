#include <algorithm>

#include "render/scope/panel_parts.h"

namespace incursion {
namespace {

/// Draws in a square of 2 by 2 about the middle of a button.
struct IconPen {
    const Pen& pen;
    ImU32 colour;
    Point middle;
    float unit;

    ImVec2 at(float x, float y) const { return {middle.x + x * unit, middle.y + y * unit}; }
    void triangle(float x, float direction, float size = 1) const
    {
        // Clockwise either way, as ImGui's smooth edges want it.
        const float tip = x + direction * size * 0.9F;
        if (direction > 0)
            pen.list->AddTriangleFilled(at(x, -size), at(tip, 0), at(x, size), colour);
        else
            pen.list->AddTriangleFilled(at(x, size), at(tip, 0), at(x, -size), colour);
    }
    void bar(float x, float width) const { pen.list->AddRectFilled(at(x, -1), at(x + width, 1), colour); }
    void stroke(float x0, float y0, float x1, float y1) const
    {
        pen.list->AddLine(at(x0, y0), at(x1, y1), colour, unit * 0.3F);
    }
    /// A bracket open to the right (1) or left (-1).
    void bracket(float direction) const
    {
        stroke(-0.4F * direction, -1, -0.4F * direction, 1);
        stroke(-0.5F * direction, -0.9F, 0.4F * direction, -0.9F);
        stroke(-0.5F * direction, 0.9F, 0.4F * direction, 0.9F);
    }
    void arc(float direction) const
    {
        const float from = direction > 0 ? -2.6F : -0.55F, to = direction > 0 ? 2.2F : -4.9F;
        pen.list->PathArcTo(at(0, 0), unit * 0.85F, from, to, 20);
        pen.list->PathStroke(colour, ImDrawFlags_None, unit * 0.28F);
        pen.list->AddCircleFilled(at(0, 0), unit * 0.25F, colour, 8);
    }
};

void draw_jump(const IconPen& pen, Icon icon)
{
    switch (icon) {
    case Icon::next:
        pen.triangle(-0.9F, 1, 0.8F);
        pen.triangle(0, 1, 0.8F);
        break;
    case Icon::previous:
        pen.triangle(0.9F, -1, 0.8F);
        pen.triangle(0, -1, 0.8F);
        break;
    case Icon::start:
        pen.bar(-0.9F, 0.3F);
        pen.triangle(0.7F, -1);
        break;
    case Icon::end:
        pen.triangle(-0.7F, 1);
        pen.bar(0.6F, 0.3F);
        break;
    default: break;
    }
}

void draw_play(const IconPen& pen, Icon icon)
{
    switch (icon) {
    case Icon::play: pen.triangle(-0.5F, 1.2F); break;
    case Icon::play_back: pen.triangle(0.5F, -1.2F); break;
    case Icon::pause:
        pen.bar(-0.75F, 0.5F);
        pen.bar(0.25F, 0.5F);
        break;
    case Icon::step:
        pen.bar(-0.8F, 0.3F);
        pen.triangle(-0.2F, 1, 0.9F);
        break;
    case Icon::step_back:
        pen.bar(0.5F, 0.3F);
        pen.triangle(0.2F, -1, 0.9F);
        break;
    default: break;
    }
}

void draw_sign(const IconPen& pen, Icon icon)
{
    switch (icon) {
    case Icon::loop_from: pen.bracket(1); break;
    case Icon::loop_to: pen.bracket(-1); break;
    case Icon::loop_off:
        pen.stroke(-0.7F, -0.7F, 0.7F, 0.7F);
        pen.stroke(-0.7F, 0.7F, 0.7F, -0.7F);
        break;
    case Icon::bookmark:
        pen.pen.list->AddRectFilled(pen.at(-0.6F, -1), pen.at(0.6F, 0.3F), pen.colour);
        pen.pen.list->AddTriangleFilled(pen.at(-0.6F, 0.3F), pen.at(0, 0.3F), pen.at(-0.6F, 1), pen.colour);
        pen.pen.list->AddTriangleFilled(pen.at(0, 0.3F), pen.at(0.6F, 0.3F), pen.at(0.6F, 1), pen.colour);
        break;
    case Icon::plus: pen.stroke(0, -0.7F, 0, 0.7F); [[fallthrough]];
    case Icon::minus: pen.stroke(-0.7F, 0, 0.7F, 0); break;
    default: break;
    }
}

}  // namespace

void draw_icon(const Pen& pen, Icon icon, const Rect& rect, StyleId style, float opacity)
{
    if (icon == Icon::question) {
        write_in(pen, FontId::panel_bold, style, rect, Align::centre, "?", opacity);
        return;
    }
    const float unit = std::min(std::min(rect.width, rect.height) * 0.24F, pen.px(7));
    const IconPen drawn{pen, pen.colour(style, opacity), {rect.x + rect.width / 2, rect.y + rect.height / 2}, unit};
    if (icon == Icon::turn || icon == Icon::turn_back) {
        drawn.arc(icon == Icon::turn ? 1.0F : -1.0F);
        drawn.triangle(icon == Icon::turn ? 0.6F : -0.6F, icon == Icon::turn ? 1.0F : -1.0F, 0.5F);
    }
    draw_play(drawn, icon);
    draw_jump(drawn, icon);
    draw_sign(drawn, icon);
}

}  // namespace incursion
