#include <algorithm>
#include <cmath>

#include "render/scope/chart_lines.h"
#include "render/scope/panel_geometry.h"
#include "render/scope/panel_list.h"

namespace incursion {
namespace {

float x_of(const Rect& plot, float at)
{
    return plot.x + at * plot.width;
}
float y_of(const Rect& plot, float at)
{
    return plot.bottom() - at * plot.height;
}

void draw_ground(const Pen& pen, const Rect& plot, const Chart& chart)
{
    for (const ChartBand& band : chart.bands) {
        const float top = y_of(plot, std::clamp(std::fmax(band.from, band.to), 0.0F, 1.0F));
        const float bottom = y_of(plot, std::clamp(std::fmin(band.from, band.to), 0.0F, 1.0F));
        fill(pen, band.style, {plot.x, top, plot.width, bottom - top});
    }
    for (const ChartTick& tick : chart.x_ticks)
        line(pen, StyleId::chart_grid, {std::round(x_of(plot, tick.at)), plot.y},
             {std::round(x_of(plot, tick.at)), plot.bottom()}, 1);
    for (const ChartTick& tick : chart.y_ticks)
        line(pen, StyleId::chart_grid, {plot.x, std::round(y_of(plot, tick.at))},
             {plot.right(), std::round(y_of(plot, tick.at))}, 1);
    frame(pen, StyleId::panel_edge, plot);
}

/// Numbers along the sides; one that would touch the one before it is left out.
void write_ticks(const Pen& pen, const ChartPlace& place, const Chart& chart)
{
    const float height = line_height(pen, FontId::panel_small);
    float last = INFINITY;
    for (const ChartTick& tick : chart.y_ticks) {
        const float y = std::clamp(y_of(place.plot, tick.at) - height / 2, place.plot.y - height * 0.3F,
                                   place.plot.bottom() - height);
        const float room = place.plot.x - place.whole.x - pen.px(5);
        if (y + height > last || text_width(pen, FontId::panel_small, tick.text) > room)
            continue;
        write_in(pen, FontId::panel_small, StyleId::text_dim, {place.whole.x, y, room, height}, Align::right,
                 tick.text);
        last = y;
    }
    if (!place.has_x_ticks)
        return;
    float end = -INFINITY;
    for (const ChartTick& tick : chart.x_ticks) {
        const float width = text_width(pen, FontId::panel_small, tick.text);
        const float x = x_of(place.plot, tick.at) - width / 2;
        if (x < end + pen.px(8) || x < place.whole.x || x + width > place.whole.right())
            continue;
        write(pen, FontId::panel_small, StyleId::text_dim, {x, place.plot.bottom() + pen.px(1)}, tick.text);
        end = x + width;
    }
}

bool overlap(const Rect& a, const Rect& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Height of a line of limits in pixels, between two places of the plot: its highest and lowest.
struct LimitHeight {
    float top = 0, bottom = 0;
};

/// A line that a text names: level, or that of a chart line.
struct NamedLimit {
    const std::string* text = nullptr;
    const ChartLine* line = nullptr;
    float level_y = 0;
};

std::optional<LimitHeight> height_of(const NamedLimit& limit, const Rect& plot, float left, float right)
{
    if (!limit.line)
        return LimitHeight{limit.level_y, limit.level_y};
    LimitHeight height{INFINITY, -INFINITY};
    for (const float x : {left, (left + right) / 2, right}) {
        const std::optional<float> at = chart_value(*limit.line, (x - plot.x) / plot.width);
        if (!at)
            return std::nullopt;
        height.top = std::fmin(height.top, y_of(plot, *at));
        height.bottom = std::fmax(height.bottom, y_of(plot, *at));
    }
    return height;
}

bool is_crossed(const Rect& box, const NamedLimit& limit, const Rect& plot)
{
    const std::optional<LimitHeight> height = height_of(limit, plot, box.x, box.right());
    return height && height->bottom > box.y && height->top < box.bottom();
}

std::vector<NamedLimit> named_limits(const Rect& plot, const Chart& chart)
{
    std::vector<NamedLimit> limits;
    for (const ChartLimit& limit : chart.limits)
        if (limit.at >= 0 && limit.at <= 1)
            limits.push_back({&limit.text, nullptr, std::round(y_of(plot, limit.at))});
    for (const ChartLine& line : chart.lines)
        if (line.style == StyleId::chart_limit)
            limits.push_back({&line.label, &line, 0});
    return limits;
}

/// Beside its line at either end of the plot, in the plot, and on no other line of limits and no other text.
std::optional<Rect> limit_text_place(const Pen& pen, const Rect& plot, const NamedLimit& limit,
                                     const std::vector<NamedLimit>& limits, const std::vector<Rect>& taken)
{
    const float height = line_height(pen, FontId::panel_small), margin = pen.px(4);
    const float width = text_width(pen, FontId::panel_small, *limit.text);
    for (const float x : {plot.x + margin, plot.right() - margin - width})
        for (const bool is_above : {true, false}) {
            const std::optional<LimitHeight> line = height_of(limit, plot, x, x + width);
            if (!line)
                continue;
            const Rect box{x, is_above ? line->top - height : line->bottom, width, height};
            const bool is_inside =
                box.x >= plot.x && box.right() <= plot.right() && box.y >= plot.y && box.bottom() <= plot.bottom();
            const bool is_free =
                std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return overlap(other, box); }) &&
                std::none_of(limits.begin(), limits.end(),
                             [&](const NamedLimit& other) { return &other != &limit && is_crossed(box, other, plot); });
            if (is_inside && is_free)
                return box;
        }
    return std::nullopt;
}

/// Limits as broken lines with their names, which are left out where there is no room.
void draw_limits(const Pen& pen, const Rect& plot, const Chart& chart)
{
    const std::vector<NamedLimit> limits = named_limits(plot, chart);
    std::vector<Rect> taken;
    for (const NamedLimit& limit : limits) {
        if (!limit.line)
            polyline(pen, pen.colour(StyleId::chart_limit, 0.8F), LineStyle::dashed,
                     {{plot.x, limit.level_y}, {plot.right(), limit.level_y}}, std::fmax(pen.px(1), 1.0F));
        const std::optional<Rect> box = limit_text_place(pen, plot, limit, limits, taken);
        if (!box)
            continue;
        fill(pen, StyleId::chart_ground, *box, 0.6F);
        write(pen, FontId::panel_small, StyleId::chart_limit, {box->x, box->y}, *limit.text, 0.9F);
        taken.push_back(*box);
    }
}

/// What has been flown at the cursor in full light, what comes after it dimmer.
void draw_lines(const Pen& pen, const Rect& plot, const Chart& chart, float cursor)
{
    const float x = x_of(plot, std::clamp(cursor, 0.0F, 1.0F));
    const ImVec2 low{plot.x, plot.y}, high{plot.right(), plot.bottom()};
    for (const bool is_selected : {false, true})
        for (const ChartLine& drawn : chart.lines) {
            if (drawn.is_selected != is_selected)
                continue;
            pen.list->PushClipRect(ImVec2(x, low.y), high, true);
            draw_chart_line(pen, plot, drawn, 0.4F);
            pen.list->PopClipRect();
            pen.list->PushClipRect(low, ImVec2(x, high.y), true);
            draw_chart_line(pen, plot, drawn, 1);
            pen.list->PopClipRect();
        }
    line(pen, StyleId::cursor, {std::round(x), plot.y}, {std::round(x), plot.bottom()}, 0, 0.8F);
    for (const ChartLine& drawn : chart.lines)
        if (const std::optional<float> y = chart_value(drawn, cursor)) {
            const ImVec2 at{x, y_of(plot, *y)};
            pen.list->AddCircleFilled(at, pen.px(3.2F), pen.colour(StyleId::chart_ground), 12);
            pen.list->AddCircleFilled(at, pen.px(2.4F), pen.colour(drawn.style), 12);
        }
}

/// Values at the cursor, beside their lines where that is free, else below each other.
void write_values(const Pen& pen, const ChartPlace& place, const Chart& chart, float cursor)
{
    struct Value {
        const ChartLine* line = nullptr;
        float y = 0;
    };
    std::vector<Value> values;
    const float height = line_height(pen, FontId::panel_bold);
    for (const ChartLine& drawn : chart.lines)
        if (!drawn.value.empty()) {
            const float at = chart_value(drawn, cursor).value_or(0.5F);
            values.push_back({&drawn, std::clamp(y_of(place.plot, at) - height / 2, place.values.y,
                                                 place.values.bottom() - height)});
        }
    const auto fitting = static_cast<std::size_t>(std::fmax(place.values.height / height, 0.0F));
    values.resize(std::min(values.size(), fitting));
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < values.size(); ++i)
        values[i].y = std::fmax(values[i].y, values[i - 1].y + height);
    float bottom = place.values.bottom();
    for (std::size_t i = values.size(); i-- > 0;) {
        values[i].y = std::fmin(values[i].y, bottom - height);
        bottom = values[i].y;
    }
    for (const Value& value : values)
        write_in(pen, value.line->is_selected ? FontId::panel_bold : FontId::panel_text, value.line->style,
                 {place.values.x, value.y, place.values.width, height}, Align::left, value.line->value);
}

}  // namespace

void draw_chart(const Pen& pen, std::size_t number, const Rect& side, const ChartsData& data, Requests& requests)
{
    const ChartPlace place = chart_places(side, data.charts.size(), pen.gui->scale())[number];
    const Chart& chart = data.charts[number];
    const float taken = write_in(pen, FontId::panel_small, StyleId::text, place.title, Align::left, chart.title);
    const Rect rest{place.title.x + taken + pen.px(7), place.title.y,
                    std::fmax(place.title.width - taken - pen.px(7), 0.0F), place.title.height};
    write_in(pen, FontId::panel_small, StyleId::text_dim, rest, Align::left, chart.unit);
    draw_ground(pen, place.plot, chart);
    draw_lines(pen, place.plot, chart, data.cursor);
    draw_limits(pen, place.plot, chart);
    write_ticks(pen, place, chart);
    write_values(pen, place, chart, data.cursor);
    if (touch("plot", place.plot).is_held) {
        const float at = fraction_at(ImGui::GetIO().MousePos.x, place.plot);
        requests.push_back(SeekTo{time_at(data.span, at)});
    }
}

}  // namespace incursion
