#pragma once

#include <vector>

#include "sim/analysis/border_distances.h"
#include "sim/analysis/crossings.h"
#include "sim/analysis/foreign.h"
#include "sim/analysis/track_path.h"

namespace incursion {

/// A visit and the airspace by its place in the list.
struct PlacedVisit {
    AirspaceId airspace;
    Visit visit;
};

/// Pairs the crossings of a track into visits, in order of entry, then of airspace, with the path flown and
/// the greatest depth of each. Depth is the geodesic distance to the nearest border of that airspace;
/// floor and ceiling are no border. Without `distances` depths are left out: 0, at no instant.
/// REQUIRES: `crossings` as find_crossings returns them.
std::vector<PlacedVisit> visits_of(const std::vector<Crossing>& crossings, const TrackPath& path, const Airspaces& airspaces,
                             const Belonging& belonging, const BorderDistances* distances);

}  // namespace incursion
