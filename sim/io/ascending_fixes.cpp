#include "sim/io/ascending_fixes.h"

#include <algorithm>
#include <cstddef>

namespace incursion {

std::vector<char> ascending_fixes(std::span<const Fix> fixes)
{
    // From the back: how many fixes the longest ascending choice has that begins with each (Schensted, "Longest
    // increasing and decreasing subsequences", Canadian J. Math. 13 (1961), 179-191). latest_start[k] is the latest
    // instant with which one of k + 1 fixes can begin.
    std::vector<std::size_t> length(fixes.size());
    std::vector<Time> latest_start;
    for (std::size_t i = fixes.size(); i-- > 0;) {
        const Time time = fixes[i].time;
        const auto place = !latest_start.empty() && latest_start.back() > time
                               ? latest_start.end()
                               : std::partition_point(latest_start.begin(), latest_start.end(),
                                                      [&](Time start) { return start > time; });
        length[i] = static_cast<std::size_t>(place - latest_start.begin()) + 1;
        if (place == latest_start.end())
            latest_start.push_back(time);
        else
            *place = time;
    }
    std::vector<char> stays(fixes.size(), 0);
    std::size_t wanted = latest_start.size();
    Time last = Time::min();
    for (std::size_t i = 0; i < fixes.size() && wanted > 0; ++i) {
        if (length[i] != wanted || (wanted < latest_start.size() && fixes[i].time <= last))
            continue;
        stays[i] = 1;
        last = fixes[i].time;
        --wanted;
    }
    return stays;
}

}  // namespace incursion
