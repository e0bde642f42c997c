#include "sim/training/entries.h"

#include <algorithm>
#include <iterator>

namespace incursion {

std::vector<Visit> true_entries(const TrackReport& report, const std::string& airspace)
{
    std::vector<Visit> visits;
    std::copy_if(report.visits.begin(), report.visits.end(), std::back_inserter(visits),
                 [&](const Visit& v) { return v.foreign && v.airspace == airspace && v.entry.by != CrossedBy::start; });
    return visits;
}

std::vector<Visit> true_exits(const TrackReport& report, const std::string& airspace)
{
    std::vector<Visit> visits;
    std::copy_if(report.visits.begin(), report.visits.end(), std::back_inserter(visits),
                 [&](const Visit& v) { return v.foreign && v.airspace == airspace && v.exit.by != CrossedBy::end; });
    std::stable_sort(visits.begin(), visits.end(),
                     [](const Visit& a, const Visit& b) { return a.exit.time < b.exit.time; });
    return visits;
}

}  // namespace incursion
