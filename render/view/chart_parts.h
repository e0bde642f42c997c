#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "render/view/panel_memory.h"

namespace incursion {

/// The four charts of a key, without what depends on the instant: distance to the border, altitude, ground speed,
/// dwell, each with a line for each track of the key, in that order, then lines of limits.
std::vector<Chart> draw_charts(const Replay& replay, const PanelMemory::ChartKey& key, PanelMemory& memory);

/// The values of the lines of limits at an instant.
void tell_limits_now(const Replay& replay, const PanelMemory::ChartKey& key, Time now, std::vector<Chart>& charts);

/// A curve over time as pieces within [0, 1] x [0, 1]. What lies above or below the range is cut off at its edge.
class ChartScale {
public:
    /// REQUIRES: the span is not empty; bottom < top.
    ChartScale(TimeSpan span, double bottom, double top) : span_{span}, bottom_{bottom}, top_{top} {}

    double bottom() const { return bottom_; }
    double top() const { return top_; }
    float share_of_value(double value) const;

    /// Of samples that have a value.
    std::vector<std::vector<Point>> pieces(const TrackSeries& series,
                                           const std::function<std::optional<double>(const TrackSample&)>& value) const;
    /// The same with the points that nobody can see left out: a chart a thousand pixels wide moves by a third of one.
    /// Where a piece has the value zero it keeps its points.
    std::vector<std::vector<Point>> thinned(const std::vector<std::vector<Point>>& pieces) const;

private:
    TimeSpan span_;
    double bottom_, top_;
};

}  // namespace incursion
