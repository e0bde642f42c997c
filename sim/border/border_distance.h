#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <Eigen/Core>
#include <Eigen/Geometry>

#include "sim/border/border_edges.h"

namespace incursion {

struct NearestBorder {
    double distance_m = 0;
    LonLat place;          ///< the nearest point of the border
    BorderEdgeId edge;     ///< the edge it lies on
};

/// How far and where is the nearest border of one airspace (or of several taken together): a tree of boxes in
/// Earth-centred coordinates over its edges, searched best first. A chord through the Earth tells the
/// geodesic to within a metre at 300 km, so few edges are measured on the ellipsoid. Sides at a pole, which have no
/// length on the ground, are no border. Immutable; threads may share it. Keeps a reference to `edges`.
class BorderDistance {
public:
    /// To the edges of these airspaces: looks at every edge for its owners.
    BorderDistance(const BorderEdges& edges, const AirspaceSet& airspaces);
    /// To these edges: ascending, each once.
    BorderDistance(const BorderEdges& edges, std::span<const BorderEdgeId> wanted);

    /// True where there is no border at all: an airspace without edges.
    bool empty() const { return chords_.empty(); }

    /// The geodesic distance to the nearest border point, to 1e-6 m, or nothing where it is greater than
    /// `within_m`.
    std::optional<NearestBorder> nearest(LonLat place,
                                         double within_m = std::numeric_limits<double>::infinity()) const;

    /// The same for a place near one whose nearest edge is known, of this border: the nearer, the cheaper.
    NearestBorder nearest_from(LonLat place, BorderEdgeId near_by) const;

    /// The distance to one edge, for bounds along a path.
    NearestBorder to_edge(LonLat place, BorderEdgeId edge) const;
    /// How far an edge may run off the geodesic between its ends, in metres: a bound.
    double stray_m(BorderEdgeId edge) const;

private:
    using Box = Eigen::AlignedBox3d;

    /// An edge as a chord, thick enough to hold it.
    struct Chord {
        BorderEdgeId edge;
        Eigen::Vector3d a, b;
        double thickness_m;
        double distance_m(const Eigen::Vector3d& p) const;
        Box box() const;
    };

    /// Of what stands at a place in the list of all levels, but for the chords.
    const Box& box_at(std::size_t place) const { return boxes_[place - chords_.size()]; }
    NearestBorder to_edge(LonLat place, const Eigen::Vector3d& ecef, BorderEdgeId edge) const;
    /// Looks at what lies below a box, nearest first, and takes what is nearer than `best`.
    void descend(std::size_t level, std::size_t box, LonLat place, const Eigen::Vector3d& p, NearestBorder& best,
                 double& limit) const;
    void pack(std::size_t begin, std::size_t end);

    const BorderEdges& edges_;
    std::vector<Chord> chords_;                  ///< in the order of the leaves
    std::vector<Box> boxes_;                     ///< of the levels above, one behind the other; the root is the last
    std::vector<std::uint32_t> level_begin_;     ///< places of chords and boxes in one count, one more than levels
};

}  // namespace incursion
