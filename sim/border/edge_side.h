#pragma once

#include "sim/base/angle.h"
#include "sim/border/border_edges.h"
#include "sim/geo/lon_lat.h"
#include "sim/geo/ring.h"

namespace incursion {

/// On which side of the line through an edge a point lies: +1 north (west, where the edge is a meridian),
/// -1 south (east) or on the line. A point on a line counts as south of it, as if every point were moved
/// south by an infinitesimal and east by a far smaller one ("simulation of simplicity", Edelsbrunner and
/// Mücke 1990): so a point on a shared side belongs to exactly one of two neighbours, the one to the
/// south (east), and so does a path along it.
///
/// Straight edges, and geodesic ones along a meridian or the equator: exact. Other geodesic edges: right
/// for points farther than 30 nm from the line, and one answer for all that ask nearer by.
/// REQUIRES: `p` has its longitude in the edge's range of turns.
int side_of(EdgeReading reading, const BorderEdge& edge, LonLat p);

/// How far a point is off the line through an edge, and how far along it, both with sign (off: north
/// positive; along: from a). In degrees of the lon/lat plane for straight edges, in metres for geodesic.
struct EdgeOffset {
    double off = 0;
    double along = 0;
};

/// Measures offsets from one edge; what they have in common is worked out once.
/// Straight: error below 1e-15 of the distance from a. Geodesic: error below 30 nm, for points within 200 km.
class EdgeRuler {
public:
    EdgeRuler(EdgeReading reading, const BorderEdge& edge);

    EdgeOffset offset(LonLat p) const;
    /// Of the edge, in the unit of its offsets.
    double length() const { return length_; }

private:
    EdgeOffset geodesic_offset(LonLat p) const;

    EdgeReading reading_;
    BorderEdge edge_;
    double length_ = 0;
    Angle azimuth_at_a_;  ///< towards b, and from b towards a; of geodesic edges
    Angle azimuth_at_b_;
};

}  // namespace incursion
