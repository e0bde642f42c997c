#pragma once

#include <vector>

#include "sim/border/border_index.h"
#include "sim/model/airspace.h"
#include "sim/model/track.h"
#include "tests/bench/peers/peer_visit.h"

namespace incursion::bench {

/// What find_crossings says, in the peers' form. REQUIRES: the index was built from `airspaces`.
std::vector<PeerVisit> own_visits(const Track& track, const Airspaces& airspaces, const BorderIndex& index,
                                  LegReading legs);

}  // namespace incursion::bench
