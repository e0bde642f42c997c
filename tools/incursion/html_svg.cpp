#include "tools/incursion/html_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "tools/incursion/html_text.h"

namespace incursion {

std::string svg_number(double value)
{
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::vector<double> round_ticks(double from, double to, int most)
{
    if (!(to > from) || most < 1)
        return {};
    double step = std::pow(10, std::floor(std::log10((to - from) / most)));
    for (const double factor : {2.0, 2.5, 2.0})  // 1, 2, 5, 10
        if (std::floor(to / step) - std::ceil(from / step) + 1 > most)
            step *= factor;
    std::vector<double> ticks;
    for (double n = std::ceil(from / step); n <= std::floor(to / step); ++n)
        ticks.push_back(n * step + 0.0);  // no negative zero
    return ticks;
}

std::vector<Time> clock_ticks(TimeSpan span, int most)
{
    static constexpr std::array steps_s{1,   2,   5,    10,   15,   30,    60,    120,   300,
                                        600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};
    if (span.empty() || most < 1)
        return {};
    for (const int step_s : steps_s) {
        const Duration step = std::chrono::seconds{step_s};
        const Duration since = span.from.time_since_epoch();
        const Duration rest = (since % step + step) % step;
        const Time first = rest == Duration::zero() ? span.from : span.from + (step - rest);
        if (first > span.to)
            continue;
        if ((span.to - first) / step + 1 > most)
            continue;
        std::vector<Time> ticks;
        for (Time t = first; t <= span.to; t += step)
            ticks.push_back(t);
        return ticks;
    }
    return {};
}

Svg::Svg(std::string id, double width, double height, std::string title, std::string description) : id_{std::move(id)}
{
    head_ = fmt::format("<svg id=\"{0}\" viewBox=\"0 0 {1} {2}\" role=\"img\" aria-labelledby=\"{0}-title {0}-desc\">\n"
                        "<title id=\"{0}-title\">{3}</title>\n<desc id=\"{0}-desc\">{4}</desc>\n",
                        id_, svg_number(width), svg_number(height), html_escaped(title), html_escaped(description));
}

void Svg::shape(std::string element, std::string_view tip)
{
    if (tip.empty())
        content_ += element + "/>\n";
    else
        content_ += fmt::format("{}><title>{}</title></{}>\n", element, html_escaped(tip),
                                element.substr(1, element.find(' ') - 1));
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view style)
{
    shape(fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", style, svg_number(x1),
                      svg_number(y1), svg_number(x2), svg_number(y2)),
          {});
}

void Svg::rect(double x, double y, double width, double height, std::string_view style, std::string_view tip)
{
    shape(fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", style, svg_number(x),
                      svg_number(y), svg_number(std::max(width, 1.0)), svg_number(height)),
          tip);
}

void Svg::circle(double x, double y, double radius, std::string_view style, std::string_view tip)
{
    shape(fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"", style, svg_number(x), svg_number(y),
                      svg_number(radius)),
          tip);
}

void Svg::polyline(const std::vector<double>& points, std::string_view style)
{
    std::string places;
    for (std::size_t i = 0; i + 1 < points.size(); i += 2)
        places += fmt::format("{}{},{}", i == 0 ? "" : " ", svg_number(points[i]), svg_number(points[i + 1]));
    if (!places.empty())
        shape(fmt::format("<polyline class=\"{}\" points=\"{}\"", style, places), {});
}

void Svg::path(const std::vector<std::vector<SvgPoint>>& lines, bool closed, std::string_view style,
               std::string_view tip)
{
    std::string data;
    for (const std::vector<SvgPoint>& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            data += fmt::format("{}{},{}",
                                i == 0   ? "M"
                                : i == 1 ? "L"
                                         : " ",
                                svg_number(line[i].x), svg_number(line[i].y));
        if (closed && !line.empty())
            data += 'Z';
    }
    if (!data.empty())
        shape(fmt::format("<path class=\"{}\"{} d=\"{}\"", style, closed ? " fill-rule=\"evenodd\"" : "", data), tip);
}

void Svg::text(double x, double y, std::string_view words, std::string_view style, std::string_view anchor)
{
    content_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", style, svg_number(x),
                            svg_number(y), anchor, html_escaped(words));
}

std::string Svg::markup() const
{
    return head_ + content_ + "</svg>\n";
}

}  // namespace incursion
