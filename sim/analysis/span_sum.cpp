#include "sim/analysis/span_sum.h"

#include <algorithm>
#include <utility>

namespace incursion {

Duration total_length(const std::vector<TimeSpan>& spans)
{
    Duration sum{};
    for (const TimeSpan& s : spans)
        sum += s.length();
    return sum;
}

std::vector<TimeSpan> joined(std::vector<TimeSpan> spans)
{
    std::erase_if(spans, [](const TimeSpan& span) { return span.empty(); });
    std::sort(spans.begin(), spans.end());
    std::vector<TimeSpan> all;
    for (const TimeSpan& span : spans)
        if (!all.empty() && span.from <= all.back().to)
            all.back().to = std::max(all.back().to, span.to);
        else
            all.push_back(span);
    return all;
}

Duration covered_length(std::vector<TimeSpan> spans)
{
    return total_length(joined(std::move(spans)));
}

}  // namespace incursion
