#pragma once

#include <string>
#include <vector>

#include "sim/training/look_back.h"

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
};

/// What was shown and flown, said, done, injected and due in one run. Lanes with nothing in them are left out.
std::vector<TimelineLane> timeline_lanes(const Debrief& debrief);

/// The lanes one below the other as SVG. REQUIRES: the span is not empty.
std::string timeline_chart(TimeSpan span, const std::vector<TimelineLane>& lanes);

}  // namespace incursion
