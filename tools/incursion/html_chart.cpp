#include "tools/incursion/html_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "sim/base/time_text.h"
#include "tools/incursion/html_labels.h"
#include "tools/incursion/html_map_lines.h"
#include "tools/incursion/html_svg.h"

namespace incursion {

namespace {

constexpr double title_height = 20, gap = 14, foot = 34, head = 16;
constexpr double label_height = 13;

struct Layout {
    double left = 0, right = 0, panel_height = 0;
    SvgScale x;
    double least = 0, most = 1;  ///< of values
};

std::pair<double, double> range_of(const TimeChart& chart)
{
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const PagePanel& panel : chart.panels)
        for (const PageLine& line : panel.lines)
            for (const auto& part : line.parts)
                for (const PagePoint& point : part) {
                    least = std::min(least, point.value);
                    most = std::max(most, point.value);
                }
    if (!(least <= most))
        return {0, 1};
    if (chart.from_zero || chart.inside_below) {
        least = std::min(least, 0.0);
        most = std::max(most, 0.0);
    }
    const double room = std::max((most - least) * 0.06, std::max(std::abs(most), 1e-3) * 0.01);
    return {least < 0 || !chart.from_zero ? least - room : least, most + room};
}

double names_width(const TimeChart& chart)
{
    double widest = 0;
    for (const PagePanel& panel : chart.panels)
        for (const PageLine& line : panel.lines)
            widest = std::max(widest, svg_text_width(line.name));
    return widest;
}

Layout layout_of(const TimeChart& chart, double width)
{
    const bool narrow = width < 500;
    Layout layout;
    layout.left = narrow ? 78 : 90;
    layout.right = width - std::min(names_width(chart) + 12, width * (narrow ? 0.24 : 0.2));
    layout.panel_height = chart.panels.size() > 2 ? 124 : chart.panels.size() == 2 ? 160 : narrow ? 200 : 250;
    layout.x = {0, to_seconds(chart.span.length()), layout.left, layout.right};
    std::tie(layout.least, layout.most) = range_of(chart);
    return layout;
}

std::string value_words(double value, double step)
{
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    std::string words = fmt::format("{:.{}f}", std::abs(value), decimals);
    for (std::size_t at = words.find('.') == std::string::npos ? words.size() : words.find('.'); at > 3;) {
        at -= 3;
        words.insert(at, "\u202F");
    }
    return value < 0 ? "−" + words : words;
}

void draw_heights(Svg& svg, const TimeChart& chart, const Layout& layout, const SvgScale& y, bool narrow)
{
    const std::vector<double> ticks = round_ticks(layout.least, layout.most, layout.panel_height > 150 ? 6 : 4);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    // The second unit stands where the first one has its lines: at numbers that are not round.
    const double second_apart = step * chart.second.per_first;
    const double second_step = second_apart < 1 ? 0.01 : second_apart < 100 ? 0.1 : 1;
    for (const double tick : ticks) {
        svg.line(layout.left, y(tick), layout.right, y(tick), chart.inside_below && tick == 0 ? "border" : "grid");
        svg.text(layout.left - (narrow ? 40 : 48), y(tick) + 4, value_words(tick, step), "axis first", "end");
        svg.text(layout.left - 4, y(tick) + 4,
                 tick == 0 ? "0" : value_words(tick * chart.second.per_first, second_step), "axis second", "end");
    }
}

void draw_times(Svg& svg, const TimeChart& chart, const Layout& layout, double top, double bottom, bool with_words)
{
    const int most = static_cast<int>((layout.right - layout.left) / 56) + 1;
    const std::vector<Time> ticks = clock_ticks(chart.span, most);
    const bool whole_minutes = std::all_of(ticks.begin(), ticks.end(), [](Time t) {
        return t.time_since_epoch() % std::chrono::minutes{1} == Duration::zero();
    });
    for (const Time t : ticks) {
        const double x = layout.x(to_seconds(t - chart.span.from));
        svg.line(x, top, x, bottom, "grid");
        if (with_words)
            svg.text(x, bottom + 16, format_time_of_day(t, 0).substr(0, whole_minutes ? 5 : 8), "axis", "middle");
    }
}

struct EndLabel {
    double y = 0;
    std::string name;
};

/// The names of lines at their right ends, pushed apart so that none covers another.
void draw_names(Svg& svg, const PagePanel& panel, const Layout& layout, const SvgScale& y, double bottom)
{
    std::vector<EndLabel> labels;
    for (const PageLine& line : panel.lines)
        if (!line.parts.empty() && !line.parts.back().empty())
            labels.push_back({y(line.parts.back().back().value) + 4, line.name});
    std::stable_sort(labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + label_height);
    if (!labels.empty()) {
        labels.back().y = std::min(labels.back().y, bottom + 2);
        for (std::size_t i = labels.size() - 1; i > 0; --i)
            labels[i - 1].y = std::min(labels[i - 1].y, labels[i].y - label_height);
    }
    for (const EndLabel& label : labels)
        svg.text(layout.right + 5, label.y, label.name, "name side " + fmt::format("side-{}", panel.side));
}

void draw_lines(Svg& svg, const TimeChart& chart, const PagePanel& panel, const Layout& layout, const SvgScale& y)
{
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
        std::vector<SvgLine> lines;
        for (const auto& part : panel.lines[i].parts) {
            SvgLine line;
            for (const PagePoint& point : part)
                line.push_back({layout.x(to_seconds(point.time - chart.span.from)), y(point.value)});
            lines.push_back(simplified(line, 0.2));
        }
        svg.path(lines, false, fmt::format("track side side-{} track-{}", panel.side, i % 6), panel.lines[i].name);
    }
}

void draw_panel(Svg& svg, const TimeChart& chart, const PagePanel& panel, const Layout& layout, double top,
                bool is_last, bool narrow)
{
    const double bottom = top + layout.panel_height;
    const SvgScale y{layout.least, layout.most, bottom, top};
    if (chart.inside_below && layout.least < 0)
        svg.rect(layout.left, y(0), layout.right - layout.left, bottom - y(0), "inside");
    for (const TimeSpan& visit : panel.visits) {
        const double x = layout.x(to_seconds(visit.from - chart.span.from));
        svg.rect(x, top, layout.x(to_seconds(visit.to - chart.span.from)) - x, bottom - top, "visit-band");
    }
    draw_times(svg, chart, layout, top, bottom, is_last);
    draw_heights(svg, chart, layout, y, narrow);
    svg.line(layout.left, bottom, layout.right, bottom, "frame");
    for (const Time call : panel.calls) {
        const double x = layout.x(to_seconds(call - chart.span.from));
        svg.line(x, bottom - 8, x, bottom, "call-tick");
    }
    draw_lines(svg, chart, panel, layout, y);
    draw_names(svg, panel, layout, y, bottom);
    if (!panel.title.empty())
        svg.text(layout.left, top - 6, panel.title, "name side " + fmt::format("side-{}", panel.side));
}

}  // namespace

std::string time_chart(const TimeChart& chart, double width, std::string_view id_end)
{
    const bool narrow = width < 500;
    const Layout layout = layout_of(chart, width);
    const double each = layout.panel_height + title_height + gap;
    const double height = head + each * static_cast<double>(chart.panels.size()) - gap + foot + 6;
    Svg svg{chart.id + std::string{id_end}, width, height, chart.title, chart.description};
    svg.text(layout.left - (narrow ? 40 : 48), head - 2, chart.first.name, "axis first", "end");
    svg.text(layout.left - 4, head - 2, chart.second.name, "axis second", "end");
    double top = head + title_height;
    for (std::size_t i = 0; i < chart.panels.size(); ++i) {
        draw_panel(svg, chart, chart.panels[i], layout, top, i + 1 == chart.panels.size(), narrow);
        top += each;
    }
    svg.text((layout.left + layout.right) / 2, height - 6, "time, UTC", "axis", "middle");
    return svg.markup();
}

}  // namespace incursion
