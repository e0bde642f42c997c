#include <algorithm>
#include <cmath>

#include "render/scope/panel_geometry.h"
#include "render/scope/pen.h"

namespace incursion {
namespace {

using Button = TimelineButton;

constexpr float gap = 2, button_width = 25, play_width = 38;

float width_of(Button button)
{
    return button == Button::play ? play_width : button_width;
}

/// Puts buttons in a row from the left, at scale 1 of `scale`; returns where the row ends.
float add_row(TimelineParts& parts, const std::vector<Button>& buttons, Point at, float height, float scale)
{
    for (const Button button : buttons) {
        const float width = width_of(button) * scale;
        parts.buttons.emplace_back(button, Rect{std::round(at.x), at.y, width, height});
        at.x += width + gap * scale;
    }
    return at.x;
}

const std::vector<Button>& transport()
{
    static const std::vector<Button> list{Button::start,   Button::previous, Button::turn_back, Button::step_back,
                                          Button::reverse, Button::play,     Button::step,      Button::turn,
                                          Button::next,    Button::end};
    return list;
}

const std::vector<Button>& further()
{
    static const std::vector<Button> list{Button::loop_from, Button::loop_to, Button::loop_off, Button::bookmark,
                                          Button::help};
    return list;
}

/// Two rows of controls at the left: transport and speeds. Returns where they end.
float add_two_rows(TimelineParts& parts, const Rect& in, float scale)
{
    const float height = std::fmin((in.height - gap * scale) / 2, 27 * scale);
    const float top = in.y + (in.height - 2 * height - gap * scale) / 2, second = top + height + gap * scale;
    const float end = add_row(parts, transport(), {in.x, top}, height, scale) - gap * scale;
    const float step = (end - in.x + gap * scale) / static_cast<float>(timeline_speeds.size());
    for (std::size_t i = 0; i < timeline_speeds.size(); ++i)
        parts.speeds.push_back({in.x + static_cast<float>(i) * step, second, step - gap * scale, height});
    const float loops = end + 8 * scale;
    const float state =
        add_row(parts, {Button::loop_from, Button::loop_to, Button::loop_off}, {loops, top}, height, scale);
    add_row(parts, {Button::bookmark, Button::help}, {loops, second}, height, scale);
    parts.speed = {state + 6 * scale, top, 52 * scale, height};
    parts.state = {state + 6 * scale, second, 52 * scale, height};
    return parts.state.right() + 10 * scale;
}

/// One row of controls from `at`; `left_px` of room decide how many.
float add_one_row(TimelineParts& parts, Point at, float room, float height, float scale)
{
    float x = at.x;
    if (room >= 620 * scale)
        x = add_row(parts, transport(), at, height, scale);
    else if (room >= 400 * scale)
        x = add_row(parts, {Button::previous, Button::reverse, Button::play, Button::next}, at, height, scale);
    else if (room >= 200 * scale)
        return add_row(parts, {Button::previous, Button::reverse, Button::play, Button::next, Button::help}, at, height,
                       scale) +
               8 * scale;
    else
        return add_row(parts, {Button::play, Button::help}, at, height, scale) + 8 * scale;
    x = add_row(parts, {Button::slower}, {x + 6 * scale, at.y}, height, scale);
    parts.speed = {x, at.y, 44 * scale, height};
    x = add_row(parts, {Button::faster}, {parts.speed.right() + gap * scale, at.y}, height, scale);
    return add_row(parts, further(), {x + 6 * scale, at.y}, height, scale) + 8 * scale;
}

void split_bar(TimelineParts& parts, float scale)
{
    const Rect& bar = parts.bar;
    const bool is_high = bar.height >= 36 * scale;
    const float marks = std::fmin(11 * scale, bar.height / 3), ticks = is_high ? 15 * scale : 0;
    parts.marks = {bar.x, bar.y, bar.width, marks};
    parts.ticks = {bar.x, bar.bottom() - ticks, bar.width, ticks};
    parts.lanes = {bar.x, bar.y + marks, bar.width, std::fmax(bar.height - marks - ticks, 0.0F)};
}

}  // namespace

TimelineParts timeline_parts(const Rect& timeline, float scale)
{
    TimelineParts parts;
    const Rect in{timeline.x + 8 * scale, timeline.y + 5 * scale, std::fmax(timeline.width - 16 * scale, 0.0F),
                  std::fmax(timeline.height - 10 * scale, 0.0F)};
    const float row = std::fmin(26 * scale, in.height);
    if (in.width >= 860 * scale && in.height >= 44 * scale) {
        const float x = add_two_rows(parts, in, scale);
        parts.bar = {x, in.y, in.right() - x, in.height};
    } else if (in.height >= 72 * scale) {
        add_one_row(parts, {in.x, in.y}, in.width, row, scale);
        parts.bar = {in.x, in.y + row + 6 * scale, in.width, in.height - row - 6 * scale};
    } else {
        // The bar keeps at least half of the width.
        const float x = add_one_row(parts, {in.x, in.y + (in.height - row) / 2}, in.width / 2, row, scale);
        parts.bar = {x, in.y, std::fmax(in.right() - x, 0.0F), in.height};
    }
    split_bar(parts, scale);
    return parts;
}

TimelineParts film_timeline_parts(const Rect& timeline, float scale, bool has_speed)
{
    TimelineParts parts;
    parts.bar = inset(timeline, 8 * scale, 5 * scale);
    if (has_speed) {
        const float width = std::fmin(44 * scale, parts.bar.width / 4);
        parts.speed = {parts.bar.x, parts.bar.y, width, parts.bar.height};
        parts.bar.x += width + 8 * scale;
        parts.bar.width = std::fmax(parts.bar.width - width - 8 * scale, 0.0F);
    }
    split_bar(parts, scale);
    return parts;
}

TimelineParts timeline_parts_of(const Rect& timeline, float scale, bool is_film, const TimelineData& data)
{
    return is_film ? film_timeline_parts(timeline, scale, data.speed_factor != 1) : timeline_parts(timeline, scale);
}

}  // namespace incursion
