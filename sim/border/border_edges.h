#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/id.h"
#include "sim/border/shared_array.h"
#include "sim/geo/lon_lat.h"
#include "sim/model/airspace.h"

namespace incursion {

struct BorderEdgeTag;
using BorderEdgeId = Id<BorderEdgeTag>;  ///< place in BorderEdges::edges

/// One side of a ring, in its one stored form: `a` is the western end (the southern, where both have one
/// longitude), its longitude in [-180, 180); `b` lies at most a turn to the east of it.
struct BorderEdge {
    LonLat a, b;
    double stray_deg = 0;  ///< how far it may run off the straight line between its ends, in the lon/lat plane
    friend constexpr bool operator==(const BorderEdge&, const BorderEdge&) = default;
};

/// A set of airspaces, ascending and without repetition.
using AirspaceSet = std::vector<AirspaceId>;

/// Puts in what is not there and takes out what is: the symmetric difference.
void toggle(AirspaceSet& set, std::span<const AirspaceId> airspaces);

/// Every side of every airspace once, with the airspaces whose border it is. A side that one airspace has
/// twice (two parts of it that touch) is no border of it and is left out: even-odd reading.
///
/// Geodesic sides longer than half a degree are cut into shorter ones, at their highest or lowest
/// latitude among others, so that each stays within the box of its ends; the cuts lie within 20 nm of the side.
class BorderEdges {
public:
    explicit BorderEdges(const Airspaces& airspaces);

    std::size_t size() const { return edges_.size(); }
    const BorderEdge& operator[](BorderEdgeId id) const { return edges_[id.index]; }
    std::span<const AirspaceId> owners(BorderEdgeId id) const { return owners_[id.index]; }
    EdgeReading reading() const { return reading_; }
    /// The airspaces that hold the south pole by winding round it (see Ring).
    const AirspaceSet& at_south_pole() const { return at_south_pole_; }

private:
    friend class BorderIndex;
    friend class BorderImageMaker;

    BorderEdges() = default;

    EdgeReading reading_ = EdgeReading::straight;
    SharedArray<BorderEdge> edges_;
    SharedLists<AirspaceId> owners_;  ///< of each edge
    AirspaceSet at_south_pole_;
};

/// The edges of each airspace up to the last that has any, ascending.
SharedLists<BorderEdgeId> edges_by_airspace(const BorderEdges& edges);

}  // namespace incursion
