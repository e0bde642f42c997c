#pragma once

#include <cstdint>
#include <map>
#include <memory>

#include <s2/mutable_s2shape_index.h>
#include <s2/s2closest_edge_query.h>

#include "sim/model/airspace.h"

namespace incursion::test {

/// How far the WGS-84 geodesic between two places strays off the great circle between the same latitudes and
/// longitudes on a sphere, at most. All angles in radians on that sphere; `length` is the great circle's, below pi.
///
/// On the sphere the geodesic has the curvature (e2/2) sin(2 lat) sin(azimuth): from Clairaut's relation on the
/// ellipsoid, N cos(lat) sin(azimuth) = const, leaving out terms of e^4 (a hundredth of it, allowed for). A curve of
/// curvature k at most between two points on the sphere strays k (1/cos(length/2) - 1) at most.
double most_stray(double length);

/// The same for two aircraft that fly the two lines, each at a constant speed of its own Earth: three times as much,
/// for the scale from sphere to ellipsoid changes by (3/2) e2 sin(2 lat) cos(azimuth) a radian along the way.
double most_lag(double length);

/// Distances to the borders of airspaces, with great circles for sides, asked of S2.
class SphereBorders {
public:
    /// REQUIRES: `airspaces` outlives this.
    explicit SphereBorders(const Airspaces& airspaces) : airspaces_{airspaces} {}

    struct Nearest {
        double distance = 0;  ///< radians to the nearest side
        double side = 0;      ///< radians from end to end of that side
    };
    Nearest nearest(std::uint32_t airspace, const S2Point& place);

private:
    struct Border {
        MutableS2ShapeIndex index;
        std::unique_ptr<S2ClosestEdgeQuery> query;
    };
    const Airspaces& airspaces_;
    std::map<std::uint32_t, Border> borders_;  ///< those that were asked for
};

}  // namespace incursion::test
