#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/analysis/track_report.h"

namespace incursion {

/// The aircraft that a call was made to.
struct CalledAircraft {
    const Track& track;
    Belonging belonging;
    std::optional<Time> first_foreign_entry;
};

/// Calls in order of time with the intervals between them. Where a call names an aircraft and was made
/// during an observed part of its track: the distance to the nearest border of a foreign airspace (negative
/// inside) and the time until the aircraft would meet it, as TrackOutlook tells them.
///
/// `before_first_entry` counts the calls made before their aircraft's first foreign entry, all of them where
/// it never entered or where nobody is named.
CallsReport analyse_calls(std::vector<Call> calls, const std::map<std::string, CalledAircraft>& aircraft,
                          const AnalysisGround& ground);

}  // namespace incursion
