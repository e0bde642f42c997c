#include "sim/training/track_parts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/analysis/track_path.h"

namespace incursion {

namespace {

/// Parts of a valid track are valid.
Track track_of(const std::string& id, AltitudeDatum datum, std::vector<Fix> fixes)
{
    auto track = Track::make(id, datum, std::move(fixes));
    return track ? std::move(track).value() : Track{};
}

}  // namespace

std::optional<Fix> fix_at(const Track& track, Time t, const CrossingOptions& reading)
{
    const auto fixes = track.fixes();
    const auto next =
        std::lower_bound(fixes.begin(), fixes.end(), t, [](const Fix& fix, Time x) { return fix.time < x; });
    if (next == fixes.end())
        return std::nullopt;
    if (next->time == t)
        return *next;
    if (next == fixes.begin() || (reading.max_gap && next->time - std::prev(next)->time > *reading.max_gap))
        return std::nullopt;
    const TrackPath path{track, reading.legs};
    Fix fix{t, path.at(t), path.altitude_at(t), {}};
    if (next->accuracy_m && std::prev(next)->accuracy_m)
        fix.accuracy_m = std::max(*next->accuracy_m, *std::prev(next)->accuracy_m);
    return fix;
}

Track part_of_track(const Track& track, const std::string& id, TimeSpan span, const CrossingOptions& reading)
{
    std::vector<Fix> fixes;
    if (const auto first = fix_at(track, span.from, reading))
        fixes.push_back(*first);
    for (const Fix& fix : track.fixes())
        if (span.from < fix.time && fix.time < span.to)
            fixes.push_back(fix);
    if (const auto last = fix_at(track, span.to, reading); last && span.from < span.to)
        fixes.push_back(*last);
    return track_of(id, track.datum(), std::move(fixes));
}

Track moved_track(const Track& track, Duration later, Time until, const CrossingOptions& reading)
{
    std::vector<Fix> fixes{track.fixes().begin(), track.fixes().end()};
    for (Fix& fix : fixes)
        fix.time += later;
    const Track moved = track_of(track.id(), track.datum(), std::move(fixes));
    return moved.fixes().empty() ? moved : part_of_track(moved, track.id(), {moved.span().from, until}, reading);
}

}  // namespace incursion
