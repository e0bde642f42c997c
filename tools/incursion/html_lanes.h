#pragma once

#include <string>
#include <vector>

#include "sim/base/time.h"

namespace incursion {

/// One lane of the time line: bars and marks, each with words for who points at it or cannot see it.
struct TimelineLane {
    struct Bar {
        TimeSpan span;
        std::string style;  ///< class of the page
        std::string words;
    };
    struct Mark {
        Time time{};
        std::string style;
        std::string words;
        std::string label;  ///< written beside it where there is room; may be empty
    };
    std::string title;
    std::vector<Bar> bars;
    std::vector<Mark> marks;
    std::string summary{};  ///< told instead of every bar and mark to who cannot see them; may be empty
};

struct LaneChart {
    std::string id, title;
    TimeSpan span;  ///< not empty
    std::vector<TimelineLane> lanes;
    double width = 900;  ///< where it is narrow, the lanes' titles stand above them
};

/// The lanes one below the other as SVG.
std::string lane_chart(const LaneChart& chart);

}  // namespace incursion
