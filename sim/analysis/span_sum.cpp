#include "sim/analysis/span_sum.h"

#include <algorithm>

namespace incursion {

Duration total_length(const std::vector<TimeSpan>& spans)
{
    Duration sum{};
    for (const TimeSpan& s : spans)
        sum += s.length();
    return sum;
}

Duration covered_length(std::vector<TimeSpan> spans)
{
    std::sort(spans.begin(), spans.end());
    Duration sum{};
    Time until = Time::min();
    for (const TimeSpan& s : spans) {
        const Time from = std::max(s.from, until);
        if (from < s.to)
            sum += s.to - from;
        until = std::max(until, s.to);
    }
    return sum;
}

}  // namespace incursion
