#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/analysis/report.h"
#include "sim/border/border_index.h"
#include "sim/model/airspace.h"
#include "sim/model/height_reading.h"
#include "sim/model/track.h"

namespace incursion {

enum class Way { in, out };

/// The instant and place at which a track enters or leaves an airspace; also its being inside when the
/// observation begins (`by` start) or ends (`by` end).
struct Crossing {
    AirspaceId airspace;
    Way way = Way::in;
    CrossedBy by = CrossedBy::side;
    Time time{};
    double error_s = 0;      ///< half the width of a bracket that contains the true instant
    LonLat place;            ///< longitude in [-180, 180)
    std::optional<double> altitude_m;
    std::size_t leg = 0;     ///< from fix `leg` to fix `leg + 1`
};

struct CrossingOptions {
    LegReading legs = LegReading::geodesic;
    std::optional<Duration> max_gap;  ///< a longer leg is not observed
    HeightReading heights{};
};

/// Every crossing of a track with every airspace.
/// REQUIRES: the index was built from `airspaces`; limits_problem finds none.
/// PROMISES: for each airspace the crossings strictly ascend and alternate, in first; all are sorted by
/// time, then airspace. Between two of them the set of airspaces that hold the track is that of the
/// exact predicate (side_of) at a point between them, so over a tiling of airspaces each instant belongs
/// to one. A touch without entry is none; a stretch along a side counts for the airspace that the side's
/// points belong to. `error_s` is at most 1e-6 at 70 m/s or more across a side met at more than 0.04 degrees:
/// 44 nm of noise over the speed square to the side. Through a limit above ground it is a micrometre over the speed at
/// which the height above the ground changes.
std::vector<Crossing> find_crossings(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                     const CrossingOptions& options);

/// The observed parts of a track: between gaps. Half-open, ascending.
std::vector<TimeSpan> observed_spans(const Track& track, std::optional<Duration> max_gap);

/// Why heights cannot be compared, if they cannot: an airspace with limits and a track without altitudes, a limit above
/// ground without terrain or where the track flies over ground that is not known, heights above the ellipsoid without a
/// geoid. Looks along the track only where limits are above ground.
/// REQUIRES: the index was built from `airspaces`.
std::optional<Problem> limits_problem(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                      const CrossingOptions& options);
/// The same without a look along the track: for callers that ask their CrossingFinder for unknown ground afterwards.
std::optional<Problem> datums_problem(const Track& track, const Airspaces& airspaces, const HeightReading& heights);

}  // namespace incursion
