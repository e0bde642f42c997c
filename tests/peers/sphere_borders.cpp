#include "tests/peers/sphere_borders.h"

#include <cmath>

#include "sim/geo/geodesic.h"
#include "tests/bench/peers/s2_shape.h"

namespace incursion::test {

double most_stray(double length)
{
    const double curvature = wgs84_e2 / 2 * 1.01;
    return curvature * (1 / std::cos(length / 2) - 1);
}

double most_lag(double length)
{
    return 3 * most_stray(length);
}

SphereBorders::Nearest SphereBorders::nearest(std::uint32_t airspace, const S2Point& place)
{
    Border& border = borders_[airspace];
    if (!border.query) {
        border.index.Add(std::make_unique<bench::AirspaceShape>(airspaces_.list[airspace]));
        border.query = std::make_unique<S2ClosestEdgeQuery>(&border.index);
        border.query->mutable_options()->set_include_interiors(false);
    }
    S2ClosestEdgeQuery::PointTarget target{place};
    const auto found = border.query->FindClosestEdge(&target);
    const S2Shape::Edge side = border.query->GetEdge(found);
    return {found.distance().ToAngle().radians(), side.v0.Angle(side.v1)};
}

}  // namespace incursion::test
