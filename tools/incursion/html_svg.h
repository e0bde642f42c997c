#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"

namespace incursion {

/// From values to places along a picture, both ways of either.
struct SvgScale {
    double from = 0, to = 1;  ///< values; not equal
    double place_from = 0, place_to = 1;

    double operator()(double value) const
    {
        return place_from + (value - from) / (to - from) * (place_to - place_from);
    }
};

/// Round values within [from, to], at most `most` of them, at a step of 1, 2 or 5 times a power of ten.
std::vector<double> round_ticks(double from, double to, int most);

/// Whole instants within a span, at most `most`, at a step that clocks have: 1, 2, 5, 10, 15, 30 s, 1, 2, 5, 10, 15,
/// 30 min, 1, 2, 3, 6, 12 h.
std::vector<Time> clock_ticks(TimeSpan span, int most);

/// A place in a picture, in its units; y grows downwards.
struct SvgPoint {
    double x = 0, y = 0;
    friend bool operator==(const SvgPoint&, const SvgPoint&) = default;
};

/// A number as pictures have it: to a tenth of a unit, finer is nothing that a reader sees.
std::string svg_number(double value);

/// A picture within a page. Its colours are those of the page's classes; whoever cannot see it is told its title and
/// description.
class Svg {
public:
    Svg(std::string id, double width, double height, std::string title, std::string description);

    void line(double x1, double y1, double x2, double y2, std::string_view style);
    void rect(double x, double y, double width, double height, std::string_view style, std::string_view tip = {});
    void circle(double x, double y, double radius, std::string_view style, std::string_view tip = {});
    /// Points x, y, x, y...
    void polyline(const std::vector<double>& points, std::string_view style);
    /// Lines from point to point, each list by itself; closed ones are filled even-odd.
    void path(const std::vector<std::vector<SvgPoint>>& lines, bool closed, std::string_view style,
              std::string_view tip = {});
    /// `anchor`: start, middle or end.
    void text(double x, double y, std::string_view words, std::string_view style, std::string_view anchor = "start");

    std::string markup() const;

private:
    void shape(std::string element, std::string_view tip);

    std::string id_, head_, content_;
};

}  // namespace incursion
