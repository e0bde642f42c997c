#pragma once

#include <memory>
#include <vector>

#include <s2/mutable_s2shape_index.h>

#include "sim/model/airspace.h"
#include "sim/model/track.h"
#include "tests/bench/peers/peer_visit.h"

namespace incursion::bench {

/// How far the WGS-84 geodesic between two places strays off the great circle between the same latitudes and
/// longitudes on a sphere, at most, in metres, where they are `length_m` apart; less than a quarter turn.
///
/// On that sphere the geodesic has the curvature (e2/2) sin(2 lat) sin(azimuth): by Clairaut's relation, with
/// N cos(lat) sin(azimuth) constant on the ellipsoid and terms of e^4 left out. A curve of curvature k at most, between
/// two points L apart on the unit sphere, strays k (1/cos(L/2) - 1) at most. Along the way the two run apart by three
/// times that at most, since the scale from sphere to ellipsoid changes by (3/2) e2 sin(2 lat) cos(azimuth) a radian.
double most_stray_m(double length_m);

/// S2: all sides as great circles in one S2 index, asked for crossings with each leg, which is a great circle too; who
/// holds the first fix is asked of S2, and each crossing of one of an airspace's sides then turns inside to outside and
/// back. So rings are even-odd and need no repair.
///
/// The sphere has the ellipsoid's latitudes as they are, so sides and legs run most_stray_m off the geodesics; the
/// doubt of each instant is that of leg (three times, along it) and side together over the speed across the side.
class S2Peer {
public:
    /// REQUIRES: no ring winds round a pole, no side is a half turn long; no airspace has a floor or a ceiling.
    explicit S2Peer(const Airspaces& airspaces);

    std::vector<PeerVisit> visits_of(const Track& track) const;

private:
    MutableS2ShapeIndex index_;
};

}  // namespace incursion::bench
