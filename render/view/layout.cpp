#include "render/view/layout.h"

#include <algorithm>

namespace incursion {

namespace {

// Lengths of the design, at scale 1.
constexpr float gap = 6, header_height = 36;
// The caption wraps: two lines of it across a wide picture, three across an upright one.
constexpr float foot_height = 32, caption_height = 34, upright_caption_height = 50;
constexpr float narrow_column = 250;  // in less than that a panel cannot be read
constexpr float low_panel = 60;

/// What is left of a frame while parts are cut off its sides, in lengths of the design.
struct Space {
    Rect rest;

    Rect top(float height)
    {
        const float taken = std::clamp(height, 0.0F, rest.height);
        const Rect part{rest.x, rest.y, rest.width, taken};
        rest.y += std::min(taken + gap, rest.height);
        rest.height = std::max(rest.height - taken - gap, 0.0F);
        return part;
    }
    Rect bottom(float height)
    {
        const float taken = std::clamp(height, 0.0F, rest.height);
        const Rect part{rest.x, rest.bottom() - taken, rest.width, taken};
        rest.height = std::max(rest.height - taken - gap, 0.0F);
        return part;
    }
    Rect left(float width)
    {
        const float taken = std::clamp(width, 0.0F, rest.width);
        const Rect part{rest.x, rest.y, taken, rest.height};
        rest.x += std::min(taken + gap, rest.width);
        rest.width = std::max(rest.width - taken - gap, 0.0F);
        return part;
    }
};

Space space_of(const FrameSize& frame)
{
    const float width = static_cast<float>(frame.width_px) / frame.scale;
    const float height = static_cast<float>(frame.height_px) / frame.scale;
    return {{gap, gap, std::max(width - 2 * gap, 0.0F), std::max(height - 2 * gap, 0.0F)}};
}

/// The largest square in the middle of a rectangle.
Rect square_in(const Rect& rect)
{
    const float side = std::min(rect.width, rect.height);
    return {rect.x + (rect.width - side) / 2, rect.y + (rect.height - side) / 2, side, side};
}

/// Puts the round scope into the middle of layout.scope.
void place_glass(Layout& layout)
{
    const Rect square = square_in(layout.scope);
    const float half = square.width / 2;
    layout.scope_centre = {square.x + half, square.y + half};
    layout.scope_radius_px = half - std::min(39.0F, half * 0.17F);  // the bezel, with numbers of three digits
}

/// The lower left corner of the scope's square, which the round bezel leaves free: (1 - 0.41)^2 + (1 - 0.19)^2
/// is over 1.
Rect corner_beside_bezel(const Layout& layout)
{
    const Rect square = square_in(layout.scope);
    const float half = square.width / 2;
    return {square.x, square.bottom() - 0.19F * half, 0.41F * half, 0.19F * half};
}

/// One above the other: tracks, the selected one, and what is said.
void stack_panels(Space column, Layout& layout)
{
    const float height = column.rest.height;
    if (height < 2 * low_panel + gap) {
        layout.selected = column.rest;
        return;
    }
    if (height < 3 * low_panel + 2 * gap) {
        layout.selected = column.top((height - gap) / 2);
        layout.radio = column.rest;
        return;
    }
    layout.tracks = column.top(std::max(height * 0.36F, low_panel));
    layout.selected = column.top(std::clamp(height * 0.28F, low_panel, 190.0F));
    layout.radio = column.rest;
}

Layout full_layout(Space space)
{
    Layout layout;
    layout.header = space.top(header_height);
    Space foot{space.bottom(foot_height)};
    layout.status = foot.left((foot.rest.width - gap) * 0.5F);
    layout.caption = foot.rest;
    layout.timeline = space.bottom(std::clamp(space.rest.height * 0.11F, 44.0F, 62.0F));
    layout.scope = space.left(std::min(space.rest.height, space.rest.width * 0.5F));
    if (space.rest.width >= 2 * narrow_column + gap)
        stack_panels({space.left((space.rest.width - gap) * 0.5F)}, layout), layout.side = space.rest;
    else
        stack_panels(space, layout);
    place_glass(layout);
    layout.accounts = corner_beside_bezel(layout);
    return layout;
}

Layout scope_layout(Space space)
{
    Layout layout;
    layout.header = space.top(header_height);
    layout.timeline = space.bottom(std::clamp(space.rest.height * 0.072F, 20.0F, 48.0F));
    layout.caption = space.bottom(caption_height);
    layout.scope = space.rest;
    place_glass(layout);
    layout.accounts = corner_beside_bezel(layout);
    const float beside = (layout.scope.width - layout.scope.height) / 2;
    if (beside > layout.accounts->width) {
        // The whole strip beside the square is free.
        layout.accounts->x = layout.scope.x;
        layout.accounts->width += beside;
    }
    return layout;
}

Layout vertical_layout(Space space)
{
    Layout layout;
    layout.header = space.top(header_height);
    layout.timeline = space.bottom(std::clamp(space.rest.height * 0.06F, 44.0F, 72.0F));
    layout.caption = space.bottom(upright_caption_height);
    layout.scope = space.top(std::min(space.rest.width, space.rest.height * 0.62F));
    const float height = space.rest.height;
    if (height >= 3 * low_panel + 2 * gap) {
        layout.selected = space.top(std::clamp(height * 0.32F, low_panel, 150.0F));
        Space foot{space.rest};
        if (foot.rest.width >= 2 * narrow_column + gap) {
            layout.radio = foot.left((foot.rest.width - gap) * 0.5F);
            layout.side = foot.rest;
        } else {
            layout.radio = foot.rest;
        }
    } else if (height >= low_panel) {
        layout.selected = space.rest;
    }
    place_glass(layout);
    layout.accounts = corner_beside_bezel(layout);
    return layout;
}

/// The desk beside the scope, or below it where the frame is upright.
Layout exercise_layout(Space space)
{
    Layout layout;
    layout.header = space.top(header_height);
    layout.strip = space.bottom(std::clamp(space.rest.height * 0.085F, 40.0F, 58.0F));
    layout.status = space.bottom(std::min(20.0F, space.rest.height * 0.05F));
    layout.timeline = {space.rest.x, space.rest.bottom(), 0, 0};
    const bool is_upright = space.rest.width < space.rest.height * 1.2F;
    layout.scope = is_upright ? space.top(std::min(space.rest.width, space.rest.height * 0.5F))
                              : space.left(std::min(space.rest.height, space.rest.width * 0.55F));
    layout.desk = space.rest;
    place_glass(layout);
    return layout;
}

void scale(Rect& rect, float by)
{
    rect = {rect.x * by, rect.y * by, rect.width * by, rect.height * by};
}

void scale(Layout& layout, float by)
{
    for (Rect* rect : {&layout.header, &layout.scope, &layout.timeline})
        scale(*rect, by);
    for (std::optional<Rect>* rect : {&layout.tracks, &layout.selected, &layout.radio, &layout.side, &layout.accounts,
                                      &layout.caption, &layout.status, &layout.desk, &layout.strip})
        if (*rect)
            scale(**rect, by);
    layout.scope_centre = {layout.scope_centre.x * by, layout.scope_centre.y * by};
    layout.scope_radius_px *= by;
}

Layout design_of(LayoutId layout, Space space)
{
    switch (layout) {
    case LayoutId::scope: return scope_layout(space);
    case LayoutId::vertical: return vertical_layout(space);
    case LayoutId::exercise: return exercise_layout(space);
    case LayoutId::full: break;
    }
    return full_layout(space);
}

}  // namespace

float natural_scale(LayoutId layout, int width_px, int height_px)
{
    const bool upright = layout == LayoutId::vertical;
    const float across = static_cast<float>(width_px) / (upright ? 720.0F : 1280.0F);
    const float down = static_cast<float>(height_px) / (upright ? 1280.0F : 720.0F);
    return std::min(across, down);
}

Layout layout_of(LayoutId layout, const FrameSize& frame)
{
    Layout result = design_of(layout, space_of(frame));
    scale(result, frame.scale);
    return result;
}

}  // namespace incursion
