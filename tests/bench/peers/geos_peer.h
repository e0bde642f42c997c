#pragma once

#include <geos_c.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sim/model/airspace.h"
#include "sim/model/track.h"
#include "tests/bench/peers/peer_visit.h"

namespace incursion::bench {

struct GeosContextCloser {
    void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
};
using GeosContext = std::unique_ptr<GEOSContextHandle_HS, GeosContextCloser>;

/// Deletes what GEOS made; all of it needs the context that it was made in.
struct GeosCloser {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    void operator()(const GEOSPreparedGeometry* prepared) const { GEOSPreparedGeom_destroy_r(context, prepared); }
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context, tree); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosCloser>;

/// The way of most planar tools: GEOS prepared polygons in an STR-tree, asked once for each leg. A leg that a polygon
/// contains is inside all along; one that it is disjoint from is outside; any other is laid over it, and instants come
/// from where the pieces begin and end.
///
/// Sides and legs are straight in longitude and latitude. A polygon that is not valid goes through GEOSMakeValid
/// (its reading by lines, which is even-odd). One thread at a time: GEOS 3.11 keeps envelopes when first asked.
/// Throws std::runtime_error where GEOS fails.
class GeosPeer {
public:
    /// REQUIRES: no side of a ring hops over 180 degrees, and no ring winds round a pole (a border file cut at 180
    /// degrees has neither); no airspace has a floor or a ceiling.
    explicit GeosPeer(const Airspaces& airspaces);

    std::vector<PeerVisit> visits_of(const Track& track);
    /// How many airspaces were no valid polygons.
    std::size_t repaired() const { return repaired_; }

private:
    struct Part {
        std::uint32_t airspace = 0;
        GeosGeometry polygon;
        std::unique_ptr<const GEOSPreparedGeometry, GeosCloser> prepared;
    };
    /// A piece of a leg that does not hop over 180 degrees, from second to second after the first fix.
    struct Segment {
        LonLat from, to;
        double from_s = 0, to_s = 0;
    };

    GeosGeometry line_of(const Segment& segment) const;
    void add_parts(std::uint32_t airspace, const GEOSGeometry* geometry);
    void add_visits(const Segment& segment, std::vector<PeerVisit>& visits);
    void add_overlay(const Segment& segment, const Part& part, const GEOSGeometry* line,
                     std::vector<PeerVisit>& visits) const;

    GeosContext context_;
    std::vector<Part> parts_;
    std::unique_ptr<GEOSSTRtree, GeosCloser> tree_;
    std::size_t repaired_ = 0;
    std::vector<std::size_t> near_;  ///< parts whose boxes a leg meets
};

}  // namespace incursion::bench
