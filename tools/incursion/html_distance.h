#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/training/look_back.h"

namespace incursion {

/// How far one aircraft was from the airspace that is watched.
struct DistanceLine {
    std::string aircraft;  ///< id
    struct Point {
        Time time{};
        double distance_m = 0;  ///< to the nearest border of the airspace; negative while inside
    };
    std::vector<Point> points;  ///< ascending, evenly spaced but for its ends and entries and exits
};

/// Of every aircraft that flew and may not be in the airspace of the lesson's rules, as flown.
std::vector<DistanceLine> distance_lines(const Debrief& debrief);

/// Something that is marked on the chart of distances.
struct DistanceMark {
    enum class Kind { call, unheard, entry, exit, logged_entry, logged_exit };
    Kind kind = Kind::call;
    Time time{};
    std::optional<std::size_t> line;  ///< on which it stands; none: on the axis of time
    std::string label;
};
std::vector<DistanceMark> distance_marks(const Debrief& debrief, const std::vector<DistanceLine>& lines);

/// A line across the chart: `first call, 18.5 km`.
struct DistanceLimit {
    std::string title;
    double distance_m = 0;
};

/// The chart as SVG. REQUIRES: the span is not empty.
std::string distance_chart(TimeSpan span, const std::string& airspace, const std::vector<DistanceLine>& lines,
                           const std::vector<DistanceMark>& marks, const std::vector<DistanceLimit>& limits);

/// The distance of a line at an instant, between its points in proportion; none outside them.
std::optional<double> distance_at(const DistanceLine& line, Time time);

}  // namespace incursion
