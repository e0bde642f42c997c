#include "tools/incursion/html_lanes.h"

#include <algorithm>

#include "sim/base/time_text.h"
#include "tools/incursion/html_labels.h"
#include "tools/incursion/html_svg.h"

namespace incursion {

namespace {

constexpr double narrow_below = 560;
constexpr double bar_height = 14, top = 8, right_margin = 18;
constexpr double tick_room = 86;  ///< for a time of day and some air

struct LaneLayout {
    bool narrow = false;
    double left = 0, right = 0, lane_height = 0;
    double middle(double y) const { return narrow ? y + lane_height - 16 : y + lane_height / 2; }
};

LaneLayout layout_of(const LaneChart& chart)
{
    if (chart.width < narrow_below)
        return {true, 8, chart.width - 8, 48};
    double widest = 0;
    for (const TimelineLane& lane : chart.lanes)
        widest = std::max(widest, svg_text_width(lane.title));
    return {false, std::clamp(widest + 22, 132.0, chart.width / 3), chart.width - right_margin, 32};
}

/// Its frame, bars, marks and the labels that have room.
void draw_lane(Svg& svg, const TimelineLane& lane, TimeSpan span, const LaneLayout& layout, double y)
{
    const SvgScale scale{0, to_seconds(span.length()), layout.left, layout.right};
    const auto x_of = [&](Time t) { return scale(to_seconds(std::clamp(t, span.from, span.to) - span.from)); };
    const double middle = layout.middle(y);
    if (layout.narrow)
        svg.text(layout.left, middle - 13, lane.title, "name");
    else
        svg.text(layout.left - 10, middle + 4, lane.title, "name", "end");
    svg.line(layout.left, middle, layout.right, middle, "grid");
    for (const TimelineLane::Bar& bar : lane.bars) {
        const bool is_thin = bar.style.starts_with("shown");
        const double height = is_thin ? bar_height / 2 : bar_height;
        svg.rect(x_of(bar.span.from), middle - height / 2, x_of(bar.span.to) - x_of(bar.span.from), height, bar.style,
                 bar.words);
    }
    double above_until = layout.left - 20, below_until = layout.left - 20;  // so that no label covers another
    for (const TimelineLane::Mark& mark : lane.marks) {
        const double x = x_of(mark.time);
        svg.circle(x, middle, 4.5, mark.style, mark.words);
        const double half = 4.0 * static_cast<double>(mark.label.size());
        const bool is_above = x - half > above_until && !layout.narrow;
        if (mark.label.empty() || (!is_above && x - half <= below_until))
            continue;
        svg.text(std::clamp(x, layout.left + half, layout.right - half), is_above ? middle - 7 : middle + 16,
                 mark.label, "label", "middle");
        (is_above ? above_until : below_until) = x + half;
    }
}

std::string description_of(const std::vector<TimelineLane>& lanes)
{
    std::string words;
    for (const TimelineLane& lane : lanes) {
        words += (words.empty() ? "" : " ") + lane.title + ":";
        if (!lane.summary.empty()) {
            words += " " + lane.summary + ".";
            continue;
        }
        for (const TimelineLane::Bar& bar : lane.bars)
            words += " " + bar.words + ";";
        for (const TimelineLane::Mark& mark : lane.marks)
            words += " " + mark.words + ";";
        words.back() = '.';
    }
    return words;
}

}  // namespace

std::string lane_chart(const LaneChart& chart)
{
    const LaneLayout layout = layout_of(chart);
    const double bottom = top + layout.lane_height * static_cast<double>(chart.lanes.size());
    Svg svg{chart.id, chart.width, bottom + 30, chart.title, description_of(chart.lanes)};
    const SvgScale scale{0, to_seconds(chart.span.length()), layout.left, layout.right};
    for (const Time t : clock_ticks(chart.span, static_cast<int>((layout.right - layout.left) / tick_room) + 1)) {
        const double x = scale(to_seconds(t - chart.span.from));
        svg.line(x, top, x, bottom, "grid");
        const bool is_last = x > layout.right - 24, is_first = x < layout.left + 24 && layout.narrow;
        svg.text(x, bottom + 18, format_time_of_day(t, 0), "axis", is_last ? "end" : is_first ? "start" : "middle");
    }
    double y = top;
    for (const TimelineLane& lane : chart.lanes) {
        draw_lane(svg, lane, chart.span, layout, y);
        y += layout.lane_height;
    }
    svg.line(layout.left, bottom, layout.right, bottom, "frame");
    return svg.markup();
}

}  // namespace incursion
