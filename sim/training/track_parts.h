#pragma once

#include <optional>
#include <string>

#include "sim/analysis/crossings.h"
#include "sim/model/track.h"

namespace incursion {

/// Where a track is at an instant; its own fix where it has one then. None outside the track and within a gap.
std::optional<Fix> fix_at(const Track& track, Time t, const CrossingOptions& reading);

/// The part of a track within a span, both ends included, with a fix at each end at which it is observed, called `id`.
/// May have no fix.
Track part_of_track(const Track& track, const std::string& id, TimeSpan span, const CrossingOptions& reading);

/// The same flight later by a time (or earlier), as far as `until`.
Track moved_track(const Track& track, Duration later, Time until, const CrossingOptions& reading);

}  // namespace incursion
