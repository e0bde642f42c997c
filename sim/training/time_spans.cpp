#include "sim/training/time_spans.h"

#include <algorithm>

#include "sim/analysis/span_sum.h"

namespace incursion {

std::vector<TimeSpan> without(const std::vector<TimeSpan>& spans, const std::vector<TimeSpan>& others)
{
    const std::vector<TimeSpan> holes = joined(others);
    std::vector<TimeSpan> left;
    for (TimeSpan span : joined(spans)) {
        for (const TimeSpan& hole : holes) {
            left.push_back({span.from, std::min(span.to, hole.from)});
            span.from = std::max(span.from, hole.to);
        }
        left.push_back(span);
    }
    std::erase_if(left, [](const TimeSpan& span) { return span.empty(); });
    return left;
}

std::vector<TimeSpan> within(const std::vector<TimeSpan>& spans, const std::vector<TimeSpan>& others)
{
    const std::vector<TimeSpan> all = joined(others);
    std::vector<TimeSpan> inside;
    for (const TimeSpan& span : joined(spans))
        for (const TimeSpan& other : all)
            if (const TimeSpan both{std::max(span.from, other.from), std::min(span.to, other.to)}; !both.empty())
                inside.push_back(both);
    return inside;
}

Time after_waiting(Time from, Duration time, const std::vector<TimeSpan>& spans)
{
    Time t = from + time;
    for (const TimeSpan& span : joined(spans))
        if (span.to > from && span.from <= t)
            t += span.to - std::max(span.from, from);
    return t;
}

Duration waited(Time from, Time to, const std::vector<TimeSpan>& spans)
{
    if (to < from)
        return to - from;
    return to - from - total_length(within(spans, {{from, to}}));
}

}  // namespace incursion
