#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/track_report.h"

namespace incursion {

/// One coming of an aircraft to a protected airspace: it ends with a visit or, where the aircraft stayed out, when it
/// is farther away than the buffer again.
struct Approach {
    std::string airspace;            ///< key
    TimeSpan calls;                  ///< a call made in here belongs to it; begins where an earlier approach ended
    Time near{};                     ///< nearer than the buffer, or (without one) on its way, from here on
    std::optional<TimeSpan> inside;  ///< the visit; none: it stayed out
    bool seen_coming = true;         ///< false: already inside when the observation began
    bool seen_leaving = true;        ///< false: still inside when the observation ended
    double closest_m = 0;            ///< 0 where it came in
};

/// Every approach of a track to the foreign airspaces with that key, or with any where the key is empty. Without a
/// buffer each visit is one. With a buffer, what is nearer than it at one time hangs together: each visit in there ends
/// an approach, and a time near without any visit is one too; what follows the last visit belongs to none. Visits that
/// overlap or follow each other without a pause (two airspaces of one key) are one.
/// Times at the buffer are good to 10 ms, and a shorter stay within it may be overlooked. Gaps are near nothing.
/// REQUIRES: `report` is that of the track, with its closest approaches to each key.
/// PROMISES: in the order of their ends, then of their keys.
std::vector<Approach> find_approaches(const Track& track, const TrackReport& report, const std::string& airspace,
                                      std::optional<double> buffer_m, const AnalysisGround& ground);

/// When an aircraft has to be called again and again: from `near` on while it heads for the airspace (with its velocity
/// held it would be inside within five minutes, as long as an avoiding flight has to stay out), and while it is inside.
/// An aircraft that has turned away is not called. Looked for each second, then to 10 ms.
/// REQUIRES: the approach is one of the track.
std::vector<TimeSpan> spans_to_call(const Approach& approach, const Track& track, const AnalysisGround& ground);

}  // namespace incursion
