#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "tools/incursion/html_distance.h"
#include "tools/incursion/html_labels.h"
#include "tools/incursion/html_svg.h"
#include "tools/incursion/text_debrief_words.h"

namespace incursion {

namespace {

constexpr double width = 900, height = 360;
constexpr double left = 64, right = 882, top = 14, bottom = 318;

struct Chart {
    SvgScale x, y;  ///< of seconds since the span's start, of kilometres
    TimeSpan span;
    double x_of(Time t) const { return x(to_seconds(t - span.from)); }
    double y_of(double m) const { return y(m / 1000); }
};

/// Kilometres from the deepest point, or the border, to the farthest, with some room.
SvgScale scale_of(const std::vector<DistanceLine>& lines, const std::vector<DistanceLimit>& limits)
{
    double least = 0, most = 1;
    for (const DistanceLine& line : lines)
        for (const DistanceLine::Point& point : line.points) {
            least = std::min(least, point.distance_m / 1000);
            most = std::max(most, point.distance_m / 1000);
        }
    for (const DistanceLimit& limit : limits)
        most = std::max(most, limit.distance_m / 1000);
    const double room = (most - least) * 0.05;
    return {least < 0 ? least - room : least, most + room, bottom, top};
}

void draw_axes(Svg& svg, const Chart& chart)
{
    for (const double km : round_ticks(chart.y.from, chart.y.to, 7)) {
        svg.line(left, chart.y(km), right, chart.y(km), km == 0 ? "border" : "grid");
        svg.text(left - 6, chart.y(km) + 4, fmt::format("{:g}", km), "axis", "end");
    }
    svg.text(left - 50, top + 2, "km", "axis");
    const std::vector<Time> ticks = clock_ticks(chart.span, 9);
    const bool whole_minutes = std::all_of(ticks.begin(), ticks.end(), [](Time t) {
        return t.time_since_epoch() % std::chrono::minutes{1} == Duration::zero();
    });
    for (const Time t : ticks) {
        svg.line(chart.x_of(t), top, chart.x_of(t), bottom, "grid");
        svg.text(chart.x_of(t), bottom + 16, format_time_of_day(t, 0).substr(0, whole_minutes ? 5 : 8), "axis",
                 "middle");
    }
    svg.text((left + right) / 2, bottom + 36, "time, UTC", "axis", "middle");
    svg.line(left, bottom, right, bottom, "frame");
}

void draw_limits(Svg& svg, const Chart& chart, const std::vector<DistanceLimit>& limits)
{
    for (const DistanceLimit& limit : limits) {
        svg.line(left, chart.y_of(limit.distance_m), right, chart.y_of(limit.distance_m), "limit");
        svg.text(right - 4, chart.y_of(limit.distance_m) - 4, limit.title, "label", "end");
    }
}

void draw_lines(Svg& svg, const Chart& chart, const std::vector<DistanceLine>& lines, LabelPlacer& labels)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<double> places;
        for (const DistanceLine::Point& point : lines[i].points) {
            places.push_back(chart.x_of(point.time));
            places.push_back(chart.y_of(point.distance_m));
        }
        svg.polyline(places, fmt::format("track track-{}", i % 6));
        if (lines[i].points.empty())
            continue;
        const DistanceLine::Point& first = lines[i].points.front();
        // Names of lines that begin at one place stand side by side.
        const double shift = 4 + 70 * static_cast<double>(i);
        if (const auto there = distance_at(lines[i], first.time + seconds(shift / (right - left) * chart.x.to)))
            labels.above_or_below(svg, {chart.x_of(first.time) + shift, chart.y_of(*there)}, lines[i].aircraft, "name");
    }
}

std::string tip_of(const DistanceMark& mark)
{
    using Kind = DistanceMark::Kind;
    const std::string at = clock_words(mark.time);
    switch (mark.kind) {
    case Kind::call: return fmt::format("call {} at {}", mark.label, at);
    case Kind::unheard: return fmt::format("call {} at {}, not heard", mark.label, at);
    case Kind::entry:
    case Kind::exit: return mark.label;
    case Kind::logged_entry:
    case Kind::logged_exit: break;
    }
    return fmt::format("{} at {}", mark.label, at);
}

std::string_view style_of(DistanceMark::Kind kind)
{
    using Kind = DistanceMark::Kind;
    switch (kind) {
    case Kind::call: return "call";
    case Kind::unheard: return "unheard";
    case Kind::entry:
    case Kind::exit: return "crossing";
    case Kind::logged_entry:
    case Kind::logged_exit: return "logged";
    }
    return "";
}

/// Where a mark stands; none outside the chart.
std::optional<std::pair<double, double>> place_of(const Chart& chart, const std::vector<DistanceLine>& lines,
                                                  const DistanceMark& mark)
{
    if (mark.time < chart.span.from || mark.time > chart.span.to)
        return std::nullopt;
    const auto distance = mark.line ? distance_at(lines[*mark.line], mark.time) : std::nullopt;
    return std::pair{chart.x_of(mark.time), distance ? chart.y_of(*distance) : chart.y.place_from};
}

void draw_marks(Svg& svg, const Chart& chart, const std::vector<DistanceLine>& lines,
                const std::vector<DistanceMark>& marks, LabelPlacer& labels)
{
    const auto is_call = [](const DistanceMark& mark) {
        return mark.kind == DistanceMark::Kind::call || mark.kind == DistanceMark::Kind::unheard;
    };
    for (const DistanceMark& mark : marks)
        if (const auto place = place_of(chart, lines, mark)) {
            svg.circle(place->first, place->second, is_call(mark) ? 4 : 4.5, style_of(mark.kind), tip_of(mark));
            labels.keep_free(SvgPoint{place->first, place->second});
        }
    for (const bool calls : {false, true})  // labels of crossings matter most
        for (const DistanceMark& mark : marks)
            if (const auto place = place_of(chart, lines, mark); place && is_call(mark) == calls)
                labels.above_or_below(svg, {place->first, place->second}, mark.label);
}

std::string description_of(const std::string& airspace, const std::vector<DistanceLine>& lines,
                           const std::vector<DistanceMark>& marks)
{
    std::string words = fmt::format("Distance to the border of {} over time, below zero inside.", airspace);
    for (const DistanceLine& line : lines) {
        const auto nearest = std::min_element(line.points.begin(), line.points.end(),
                                              [](const auto& a, const auto& b) { return a.distance_m < b.distance_m; });
        if (nearest != line.points.end())
            words += fmt::format(" {}: least {:.1f} km at {}.", line.aircraft, nearest->distance_m / 1000,
                                 clock_words(nearest->time));
    }
    for (const DistanceMark& mark : marks)
        words += " " + tip_of(mark) + ".";
    return words;
}

}  // namespace

std::string distance_chart(TimeSpan span, const std::string& airspace, const std::vector<DistanceLine>& lines,
                           const std::vector<DistanceMark>& marks, const std::vector<DistanceLimit>& limits)
{
    const Chart chart{{0, to_seconds(span.length()), left, right}, scale_of(lines, limits), span};
    Svg svg{"distances", width, height, "Distance to the border", description_of(airspace, lines, marks)};
    if (chart.y.from < 0)
        svg.rect(left, chart.y(0), right - left, bottom - chart.y(0), "inside");
    draw_axes(svg, chart);
    draw_limits(svg, chart, limits);
    LabelPlacer labels{{left, top - 12, right, bottom + 2}};
    draw_lines(svg, chart, lines, labels);
    draw_marks(svg, chart, lines, marks, labels);
    return svg.markup();
}

}  // namespace incursion
