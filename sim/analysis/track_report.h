#pragma once

#include "sim/analysis/border_distances.h"
#include "sim/analysis/crossings.h"
#include "sim/analysis/foreign.h"
#include "sim/analysis/report.h"

namespace incursion {

/// To whom closest approaches are sought.
enum class ClosestTo {
    each_key,  ///< every foreign key, one search each
    nearest,   ///< the nearest of all foreign airspaces taken together: one search, for many tracks in a wide world
};

/// What every track of a run is set against. Keeps references.
struct AnalysisGround {
    const Airspaces& airspaces;
    const BorderIndex& index;
    const BorderDistances& distances;
    CrossingOptions options;
    ClosestTo closest = ClosestTo::each_key;
};

/// Visits, dwell, depth, foreign time, closest approaches and gaps of one track. Who flew it (account, title,
/// type, state) is left to the caller.
/// REQUIRES: limits_problem finds none. A track of fewer than two fixes has no visits and no duration.
/// PROMISES: dwell of a tiling, dwell of "" and gaps add up to the duration, to the nanosecond.
TrackReport analyse_track(const Track& track, const Belonging& belonging, const AnalysisGround& ground);

}  // namespace incursion
