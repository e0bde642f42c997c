#include <algorithm>
#include <cmath>

#include "render/scope/panel_list.h"

namespace incursion {
namespace {

void draw_wave(const Pen& pen, const Rect& rect, const RadioData& data)
{
    fill(pen, StyleId::chart_ground, rect);
    frame(pen, StyleId::panel_edge, rect);
    const Rect in = inset(rect, pen.px(4), pen.px(4));
    const float step = std::fmax(pen.px(3), 2.0F), width = std::fmax(std::round(step * 0.6F), 1.0F);
    const auto bars = static_cast<std::size_t>(in.width / step);
    const std::size_t count = data.envelope.size();
    for (std::size_t i = 0; i < bars; ++i) {
        // The loudest of the samples that fall together in one bar.
        const std::size_t from = i * count / bars, to = std::max((i + 1) * count / bars, from + 1);
        float loud = 0;
        for (std::size_t k = from; k < std::min(to, count); ++k)
            loud = std::fmax(loud, data.envelope[k]);
        const float half = std::fmax(std::clamp(loud, 0.0F, 1.0F) * in.height / 2, 0.5F);
        const bool is_heard = static_cast<float>(i) < data.spoken * static_cast<float>(bars);
        fill(pen, StyleId::call, {in.x + static_cast<float>(i) * step, in.y + in.height / 2 - half, width, 2 * half},
             is_heard ? 1 : 0.35F);
    }
    if (data.spoken > 0 && data.spoken < 1) {
        const float x = std::round(in.x + data.spoken * static_cast<float>(bars) * step);
        line(pen, StyleId::text_bright, {x, rect.y}, {x, rect.bottom()});
    }
}

/// Height that a call takes, and its lines of text.
struct CallBlock {
    std::vector<std::string_view> lines;
    float height = 0;
    bool is_cut = false;  ///< more was said than is shown
};

CallBlock block_of(const Pen& pen, const RadioLine& call, float width)
{
    CallBlock block{wrapped(pen, FontId::panel_text, call.text, width)};
    block.height = line_height(pen, FontId::panel_small) +
                   line_height(pen, FontId::panel_text) * static_cast<float>(block.lines.size()) + pen.px(2);
    return block;
}

/// Leaves out the last lines of a call that alone is higher than the panel.
void shorten(const Pen& pen, CallBlock& block, float height)
{
    while (block.height > height && !block.lines.empty()) {
        block.lines.pop_back();
        block.height -= line_height(pen, FontId::panel_text);
        block.is_cut = true;
    }
}

void draw_call(const Pen& pen, const Rect& rect, const RadioLine& call, const CallBlock& block, bool is_hovered)
{
    if (is_hovered)
        fill(pen, StyleId::row_selected, inset(rect, -pen.px(4), -pen.px(2)), 0.5F);
    if (call.is_speaking)
        fill(pen, StyleId::call_now, {rect.x - pen.px(8), rect.y + pen.px(1), pen.px(2), rect.height - pen.px(2)});
    const float opacity = std::clamp(call.opacity, 0.0F, 1.0F);
    const StyleId accent = call.is_speaking ? StyleId::call_now : StyleId::call;
    const float head = line_height(pen, FontId::panel_small);
    const Rect row{rect.x, rect.y, rect.width, head};
    float x = write_in(pen, FontId::panel_small, StyleId::text_dim, row, Align::left, call.clock, opacity) + pen.px(8);
    const float channel = text_width(pen, FontId::panel_small, call.channel);
    const float room = rect.width - x;
    const bool has_channel = channel + pen.px(60) <= room;
    x += write_in(pen, FontId::panel_small, accent,
                  {rect.x + x, rect.y, room - (has_channel ? channel + pen.px(8) : 0), head}, Align::left, call.who,
                  opacity);
    if (has_channel)
        write_in(pen, FontId::panel_small, StyleId::text_dim, row, Align::right, call.channel, opacity);
    Point at{rect.x, rect.y + head + pen.px(1)};
    for (const std::string_view text : block.lines) {
        const StyleId style = call.is_speaking ? StyleId::text_bright : StyleId::text;
        const bool is_last = text.data() == block.lines.back().data();
        const std::string more = block.is_cut && is_last ? std::string(text) + " …" : std::string(text);
        write(pen, FontId::panel_text, style, at, fitted(pen, FontId::panel_text, more, rect.width), opacity);
        at.y += line_height(pen, FontId::panel_text);
    }
}

/// How many calls fit, from `first` on; at least one where the panel is not tiny.
std::size_t fitting(const Pen& pen, const Rect& in, const std::vector<RadioLine>& lines, std::size_t first)
{
    float used = 0;
    std::size_t count = 0;
    while (first + count < lines.size()) {
        const float height = block_of(pen, lines[first + count], in.width).height;
        if (used + height > in.height)
            break;
        used += height + pen.px(7);
        ++count;
    }
    return count;
}

}  // namespace

void draw_radio(const Pen& pen, const Rect& rect, const RadioData& data, GuiState& state, Requests& requests)
{
    Rect in = panel_frame(pen, rect, "Radio", data.count);
    in.width = std::fmax(in.width - pen.px(7), 0.0F);
    if (!data.envelope.empty() && in.height >= pen.px(110)) {
        const float height = std::fmin(pen.px(38), in.height / 4);
        draw_wave(pen, {in.x, in.y, in.width + pen.px(7), height}, data);
        in.y += height + pen.px(8);
        in.height -= height + pen.px(8);
    }
    const std::size_t shown = fitting(pen, in, data.lines, std::min(state.first_call, data.lines.size()));
    scroll(pen, rect, {in.right() + pen.px(3), in.y, pen.px(4), in.height}, data.lines.size(),
           std::max<std::size_t>(shown, 1), state.first_call);
    float y = in.y;
    for (std::size_t i = state.first_call; i < data.lines.size(); ++i) {
        const RadioLine& call = data.lines[i];
        CallBlock block = block_of(pen, call, in.width);
        if (i == state.first_call)
            shorten(pen, block, in.height);
        if (y + block.height > in.bottom())
            break;
        const Rect place{in.x, y, in.width, block.height};
        const Touch at = touch("call", place, call.call);
        draw_call(pen, place, call, block, at.is_hovered);
        if (at.is_clicked)
            requests.push_back(SeekTo{call.time});
        y += block.height + pen.px(7);
    }
}

}  // namespace incursion
