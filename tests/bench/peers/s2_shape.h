#pragma once

#include <vector>

#include <s2/s2latlng.h>
#include <s2/s2shape.h>

#include "sim/model/airspace.h"

namespace incursion::bench {

/// The place's latitude and longitude on the unit sphere. The two spellings of the 180th meridian are one point, and
/// all of a pole's are.
S2Point s2_point(LonLat place);

/// The rings of an airspace as one S2 shape, read even-odd: who holds S2's origin (near the north pole) is found by
/// counting sides, and S2 counts on from there.
class AirspaceShape : public S2Shape {
public:
    explicit AirspaceShape(const Airspace& airspace);

    int num_edges() const override { return starts_.back(); }
    Edge edge(int e) const override;
    int dimension() const override { return 2; }
    ReferencePoint GetReferencePoint() const override { return ReferencePoint::Contained(holds_origin_); }
    int num_chains() const override { return static_cast<int>(rings_.size()); }
    Chain chain(int c) const override;
    Edge chain_edge(int c, int offset) const override;
    ChainPosition chain_position(int e) const override;

private:
    std::vector<std::vector<S2Point>> rings_;
    std::vector<int> starts_{0};  ///< the first edge of each ring, and how many there are
    bool holds_origin_ = false;
};

}  // namespace incursion::bench
