#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/border/border_edges.h"
#include "sim/border/leg_path.h"
#include "sim/border/shared_array.h"

namespace incursion {

/// A rectangle of longitude and latitude in degrees, both ends included.
struct LonLatBox {
    double west = 0, south = 0, east = 0, north = 0;
};

/// Which airspaces hold this point, and which border edges can this leg meet: for two million edges at
/// once. Built once, then immutable; threads may share it.
///
/// A tree over the Earth: cells of one degree, each cut into four by four where more than a few edges meet
/// it. A cell that no edge meets knows its set of airspaces; any other knows the set at its south-western
/// corner and its edges. From that corner east along the cell's foot and north to the point, every edge
/// crossed toggles its owners: no repair of invalid polygons is needed, and the predicates are those of
/// side_of.
class BorderIndex {
public:
    explicit BorderIndex(const Airspaces& airspaces);

    const BorderEdges& edges() const { return edges_; }

    /// The airspaces that hold a point horizontally. Exact for straight edges; see side_of.
    /// REQUIRES: is_valid(place).
    AirspaceSet airspaces_at(LonLat place) const;
    /// The same for a point that is known to lie on the lines of some edges, whatever its rounded
    /// coordinates say: they count as passed on the north.
    AirspaceSet airspaces_at(LonLat place, std::span<const BorderEdgeId> on) const;
    /// The same into a set that is kept from point to point; replaces what it held.
    void airspaces_at(LonLat place, std::span<const BorderEdgeId> on, AirspaceSet& inside) const;

    /// The cell around a point, if no edge meets it: the same airspaces hold all of it.
    std::optional<LonLatBox> empty_cell_at(LonLat place) const;
    /// A box around a point that no edge meets or touches: its empty cell, else what the edges leave of the cell
    /// around the point. None for a point nearer to an edge than some 10 cm, and none where the cell is smaller
    /// than `least_deg`, for whom a small one is of no use. Longitudes in [-180, 180].
    std::optional<LonLatBox> free_box_at(LonLat place, double least_deg = 0) const;

    /// Appends the edges that meet a cell which the box meets, each at least once. A box may reach over 180
    /// degrees (longitudes in [-540, 540]). With a `chord`, cells farther than `margin_deg` from the line
    /// through its two points are passed over.
    struct Chord {
        LonLat from, to;
        double margin_deg = 0;
    };
    void collect(const LonLatBox& box, std::vector<BorderEdgeId>& edges) const;
    void collect(const LonLatBox& box, const Chord& chord, std::vector<BorderEdgeId>& edges) const;

    /// For the curious and for benchmarks.
    struct Size {
        std::size_t edges = 0, nodes = 0, leaves = 0, leaf_edges = 0, sets = 0, bytes = 0;
    };
    Size size() const;

private:
    friend class BorderIndexBuilder;
    friend class BorderImageMaker;

    BorderIndex() = default;

    static constexpr int columns = 360, rows = 180;
    static constexpr int fan = 4;  ///< a branch has fan x fan children, row by row from the south-west

    /// What a cell is, in 32 bits: kind in the two highest, then a place in sets_, leaves_ or nodes_.
    enum class Kind : std::uint32_t { uniform = 0, leaf = 1, branch = 2 };
    struct Node {
        std::uint32_t bits = 0;
        static Node make(Kind kind, std::size_t place)
        {
            return {static_cast<std::uint32_t>(kind) << 30 | static_cast<std::uint32_t>(place)};
        }
        Kind kind() const { return static_cast<Kind>(bits >> 30); }
        std::uint32_t place() const { return bits & 0x3fffffffU; }
    };
    struct Leaf {
        std::uint32_t set = 0;             ///< at the south-western corner
        std::uint32_t begin = 0, end = 0;  ///< leaf_edges_
    };
    struct Found {
        Node node;
        LonLatBox box;
    };

    /// To the last cell that is no branch, or to the first smaller than `least_deg`.
    Found descend(LonLat place, double least_deg = 0) const;
    template <class Meets>
    void collect_below(Node node, const LonLatBox& box, const Meets& meets, std::vector<BorderEdgeId>& edges) const;
    template <class Meets>
    void collect_where(const LonLatBox& box, const Meets& meets, std::vector<BorderEdgeId>& edges) const;

    BorderEdges edges_;
    SharedArray<Node> roots_;  ///< columns x rows, row by row from the south-west
    SharedArray<Node> nodes_;
    SharedArray<Leaf> leaves_;
    SharedArray<BorderEdgeId> leaf_edges_;
    SharedLists<AirspaceId> sets_;
};

}  // namespace incursion
