#include "render/scope/timeline_bar.h"

#include <algorithm>
#include <cmath>

namespace incursion {
namespace {

constexpr float mark_reach = 6, least_bar = 2;

float x_of(const TimelineParts& parts, float at)
{
    return parts.bar.x + at * parts.bar.width;
}

/// Lanes of visits from the top, the calls' below them.
Rect lane_of(const TimelineParts& parts, const TimelineData& data, std::optional<int> visit_lane)
{
    int visits = 1;
    for (const TimelineBar& bar : data.visits)
        visits = std::max(visits, bar.lane + 1);
    const float height = parts.lanes.height / static_cast<float>(visits + 1);
    const float lane = static_cast<float>(visit_lane ? *visit_lane : visits);
    return {parts.lanes.x, parts.lanes.y + lane * height, parts.lanes.width, height};
}

Rect bar_rect(const Pen& pen, const TimelineParts& parts, const Rect& lane, const TimelineBar& bar)
{
    const float from = x_of(parts, bar.from), width = std::fmax(x_of(parts, bar.to) - from, pen.px(least_bar));
    const float height = std::fmin(lane.height * 0.76F, pen.px(11));
    return {std::fmin(from, parts.bar.right() - width), lane.y + (lane.height - height) / 2, width, height};
}

void draw_ticks(const Pen& pen, const TimelineParts& parts, const TimelineData& data)
{
    float end = -INFINITY;
    for (const ChartTick& tick : data.ticks) {
        const float x = std::round(x_of(parts, tick.at));
        line(pen, StyleId::chart_grid, {x, parts.lanes.y}, {x, parts.lanes.bottom() + pen.px(3)}, 1);
        if (parts.ticks.height <= 0)
            continue;
        const float width = text_width(pen, FontId::panel_small, tick.text);
        const float left = std::clamp(x - width / 2, parts.bar.x + pen.px(2), parts.bar.right() - width - pen.px(2));
        if (left < end + pen.px(5))
            continue;
        write_in(pen, FontId::panel_small, StyleId::text_dim, {left, parts.ticks.y, width + 1, parts.ticks.height},
                 Align::left, tick.text);
        end = left + width;
    }
}

void draw_mark(const Pen& pen, const TimelineParts& parts, const TimelineMark& mark)
{
    const float x = std::round(x_of(parts, mark.at)), top = parts.marks.y + pen.px(1);
    const float size = std::fmin(pen.px(4.5F), parts.marks.height / 2);
    line(pen, mark.style, {x, top}, {x, parts.lanes.bottom()}, 1, mark.is_bookmark ? 0.7F : 0.45F);
    const ImU32 colour = pen.colour(mark.style);
    if (mark.is_bookmark)
        pen.list->AddTriangleFilled({x, top}, {x + 2 * size, top + size}, {x, top + 2 * size}, colour);
    else if (mark.kind == MomentKind::exit)
        pen.list->AddTriangleFilled({x, top}, {x + size, top + 1.7F * size}, {x - size, top + 1.7F * size}, colour);
    else if (mark.kind == MomentKind::entry)
        pen.list->AddTriangleFilled({x - size, top}, {x + size, top}, {x, top + 1.7F * size}, colour);
    else
        pen.list->AddQuadFilled({x, top}, {x + size, top + size}, {x, top + 2 * size}, {x - size, top + size}, colour);
}

void draw_loop(const Pen& pen, const TimelineParts& parts, float from, float to)
{
    const float left = x_of(parts, std::fmin(from, to)), right = x_of(parts, std::fmax(from, to));
    fill(pen, StyleId::loop, {left, parts.bar.y, right - left, parts.bar.height - parts.ticks.height}, 0.22F);
    for (const float x : {left, right})
        line(pen, StyleId::loop, {std::round(x), parts.bar.y}, {std::round(x), parts.lanes.bottom()}, pen.px(1.5F));
}

void draw_cursor(const Pen& pen, const TimelineParts& parts, float at)
{
    const float x = std::round(x_of(parts, at)), half = pen.px(4);
    const float bottom = parts.lanes.bottom() + pen.px(2);
    if (pen.look->is_dark)
        line(pen, StyleId::cursor, {x, parts.bar.y}, {x, bottom}, pen.px(7), 0.18F);
    line(pen, StyleId::cursor, {x, parts.bar.y}, {x, bottom}, std::fmax(pen.px(2), 1.0F));
    fill(pen, StyleId::cursor, {x - half, parts.bar.y, 2 * half, pen.px(3)});
}

const TimelineMark* mark_at(const Pen& pen, const TimelineParts& parts, const TimelineData& data, Point mouse)
{
    const TimelineMark* found = nullptr;
    float nearest = pen.px(mark_reach);
    if (mouse.y > parts.lanes.y + parts.lanes.height / 3)
        return nullptr;
    for (const TimelineMark& mark : data.marks)
        if (const float distance = std::fabs(x_of(parts, mark.at) - mouse.x); distance <= nearest) {
            nearest = distance;
            found = &mark;
        }
    return found;
}

const TimelineBar* bar_at(const Pen& pen, const TimelineParts& parts, const std::vector<TimelineBar>& bars,
                          const TimelineData& data, bool is_call, Point mouse)
{
    for (const TimelineBar& bar : bars) {
        const Rect lane = lane_of(parts, data, is_call ? std::nullopt : std::optional(bar.lane));
        const Rect box = bar_rect(pen, parts, lane, bar);
        if (inset(box, -pen.px(2), -pen.px(2)).contains(mouse))
            return &bar;
    }
    return nullptr;
}

void touch_left(const TimelineParts& parts, const TimelineData& data, const TimelineMark* mark, const TimelineBar* call,
                GuiState& state, Requests& requests)
{
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.is_on_mark = mark || call;
        if (state.is_on_mark) {
            requests.push_back(SeekTo{mark ? mark->time : call->time});
            return;
        }
    }
    // A hand that shakes on a mark does not leave it.
    if (state.is_on_mark && !ImGui::IsMouseDragging(ImGuiMouseButton_Left))
        return;
    state.is_on_mark = false;
    requests.push_back(SeekTo{time_at(data.span, fraction_at(ImGui::GetIO().MousePos.x, parts.bar))});
}

/// The right button came up: a loop where it was dragged, else nothing where it was clicked.
void finish_right(const Pen& pen, const TimelineParts& parts, const TimelineData& data, const TimelineMark* mark,
                  float to, Requests& requests, float from)
{
    if (std::fabs(to - from) * parts.bar.width >= pen.px(4))
        requests.push_back(
            SetLoop{TimeSpan{time_at(data.span, std::fmin(from, to)), time_at(data.span, std::fmax(from, to))}});
    else if (mark && mark->is_bookmark)
        requests.push_back(RemoveBookmark{mark->index});
    else
        requests.push_back(SetLoop{});
}

}  // namespace

void draw_bar(const Pen& pen, const TimelineParts& parts, const TimelineData& data, const GuiState& state)
{
    if (parts.bar.width < 1)
        return;
    frame(pen, StyleId::panel_edge, parts.bar);
    pen.list->PushClipRect({parts.bar.x, parts.bar.y}, {parts.bar.right(), parts.bar.bottom()}, true);
    draw_ticks(pen, parts, data);
    if (data.loop)
        draw_loop(pen, parts, data.loop->first, data.loop->second);
    if (state.loop_from)
        draw_loop(pen, parts, *state.loop_from, fraction_at(ImGui::GetIO().MousePos.x, parts.bar));
    for (const TimelineBar& visit : data.visits)
        fill(pen, visit.style, bar_rect(pen, parts, lane_of(parts, data, visit.lane), visit), 1, pen.px(1));
    for (const TimelineBar& call : data.calls)
        fill(pen, call.style, bar_rect(pen, parts, lane_of(parts, data, std::nullopt), call), 0.9F, pen.px(1));
    for (const TimelineMark& mark : data.marks)
        draw_mark(pen, parts, mark);
    draw_cursor(pen, parts, data.cursor);
    pen.list->PopClipRect();
}

std::string touch_bar(const Pen& pen, const TimelineParts& parts, const TimelineData& data, GuiState& state,
                      Requests& requests)
{
    const ImVec2 at = ImGui::GetIO().MousePos;
    const Point mouse{at.x, at.y};
    const Touch bar = touch("bar", parts.bar);
    const TimelineMark* mark = mark_at(pen, parts, data, mouse);
    const TimelineBar* call = mark ? nullptr : bar_at(pen, parts, data.calls, data, true, mouse);
    const TimelineBar* visit = mark || call ? nullptr : bar_at(pen, parts, data.visits, data, false, mouse);
    if (bar.is_held)
        touch_left(parts, data, mark, call, state, requests);
    const float place = fraction_at(at.x, parts.bar);
    if (bar.is_right_held && !state.loop_from)
        state.loop_from = place;
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Right) && state.loop_from) {
        finish_right(pen, parts, data, mark, place, requests, *state.loop_from);
        state.loop_from.reset();
    }
    if (!bar.is_hovered)
        return {};
    const std::string hint = mark ? mark->hint : call ? call->hint : visit ? visit->hint : "";
    if (!bar.is_held && !bar.is_right_held)
        show_hint(pen, hint);
    return format_time_of_day(time_at(data.span, place), 1) + (hint.empty() ? "" : "   " + hint);
}

}  // namespace incursion
