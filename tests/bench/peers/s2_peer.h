#pragma once

#include <memory>
#include <vector>

#include <s2/mutable_s2shape_index.h>

#include "sim/model/airspace.h"
#include "sim/model/track.h"
#include "tests/bench/peers/peer_visit.h"

namespace incursion::bench {

/// S2: all sides as great circles in one S2 index, asked for crossings with each leg, which is a great circle too; who
/// holds the first fix is asked of S2, and each crossing of one of an airspace's sides then turns inside to outside and
/// back. So rings are even-odd and need no repair.
///
/// The sphere has the ellipsoid's latitudes as they are, so sides and legs run a little off the geodesics of WGS-84.
class S2Peer {
public:
    /// REQUIRES: no ring winds round a pole, no side is a half turn long; no airspace has a floor or a ceiling.
    explicit S2Peer(const Airspaces& airspaces);

    std::vector<PeerVisit> visits_of(const Track& track) const;

private:
    MutableS2ShapeIndex index_;
};

}  // namespace incursion::bench
