#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"

namespace incursion {

struct PagePoint {
    Time time{};
    double value = 0;  ///< in the chart's first unit
};

/// A line in parts: between them nothing is known.
struct PageLine {
    std::string name;
    std::vector<std::vector<PagePoint>> parts;
};

/// What one party says, with its own lines over the axes that all panels share.
struct PagePanel {
    std::string title;  ///< may be empty
    std::size_t side = 0;
    std::vector<PageLine> lines;
    std::vector<TimeSpan> visits;  ///< shaded
    std::vector<Time> calls;       ///< as strokes at its foot
};

struct ChartUnit {
    std::string name;
    double per_first = 1;  ///< how many of it are one of the first unit
};

/// Panels one below the other, all with the same time and the same scale.
struct TimeChart {
    std::string id, title, description;
    TimeSpan span;  ///< not empty
    std::vector<PagePanel> panels;
    ChartUnit first, second;    ///< in which its heights are told, side by side
    bool from_zero = false;     ///< the scale holds 0
    bool inside_below = false;  ///< below 0 is inside: tinted, with 0 as the border
};

/// As SVG, `width` units wide.
std::string time_chart(const TimeChart& chart, double width, std::string_view id_end);

}  // namespace incursion
