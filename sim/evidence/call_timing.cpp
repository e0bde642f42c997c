#include "sim/evidence/call_timing.h"

#include <algorithm>

#include "sim/analysis/track_path.h"

namespace incursion {

namespace {

void add_entry(CallTiming& timing, Time call, const TrackReport& track, std::span<const Avoidance> avoidances)
{
    const auto visit = std::find_if(track.visits.begin(), track.visits.end(), [&](const Visit& v) {
        return v.foreign && v.entry.by != CrossedBy::start && v.entry.time > call;
    });
    if (visit == track.visits.end())
        return;
    timing.airspace = visit->airspace;
    timing.before_entry_s = to_seconds(visit->entry.time - call);
    for (const Avoidance& a : avoidances)
        if (a.track == track.track && a.airspace == visit->airspace && a.entry == visit->entry.time && a.call)
            timing.before_last_call_s = to_seconds(*a.call - call);
}

}  // namespace

std::vector<CallTiming> time_calls(std::span<const Track> tracks, const Report& report,
                                   std::span<const Avoidance> avoidances, const AnalysisGround& ground)
{
    std::vector<CallTiming> timings;
    for (std::size_t i = 0; i < report.calls.list.size(); ++i) {
        const CallReport& call = report.calls.list[i];
        const auto called = std::find_if(report.tracks.begin(), report.tracks.end(),
                                         [&](const TrackReport& t) { return t.track == call.call.to; });
        if (called == report.tracks.end())
            continue;
        CallTiming timing;
        timing.call = i;
        timing.heading_for_border = call.time_to_border_s && call.distance_to_border_m.value_or(-1) >= 0;
        const Track& track = tracks[static_cast<std::size_t>(called - report.tracks.begin())];
        const Time at = call.call.time;
        if (track.fixes().size() > 1 && track.span().from <= at && at <= track.span().to) {
            const TrackPath path{track, ground.options.legs};
            timing.place = path.at(at);
            timing.altitude_m = path.altitude_at(at);
        }
        add_entry(timing, at, *called, avoidances);
        timings.push_back(timing);
    }
    return timings;
}

}  // namespace incursion
