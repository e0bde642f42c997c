#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "sim/border/border_index.h"
#include "sim/border/cell_geometry.h"

namespace incursion {

/// Fills a BorderIndex from its edges, cell by cell from the top down.
class BorderIndexBuilder {
public:
    explicit BorderIndexBuilder(BorderIndex& index) : index_{index}, reading_{index.edges_.reading()} { intern({}); }

    void build()
    {
        sort_into_roots();
        roots_.assign(root_count, BorderIndex::Node{});
        for (int column = 0; column < BorderIndex::columns; ++column)
            build_column(column);
        nodes_.shrink_to_fit();
        leaves_.shrink_to_fit();
        leaf_edges_.shrink_to_fit();
        index_.roots_ = SharedArray{std::move(roots_)};
        index_.nodes_ = SharedArray{std::move(nodes_)};
        index_.leaves_ = SharedArray{std::move(leaves_)};
        index_.leaf_edges_ = SharedArray{std::move(leaf_edges_)};
        index_.sets_ = {SharedArray{std::move(sets_begin_)}, SharedArray{std::move(sets_)}};
    }

private:
    using Node = BorderIndex::Node;
    using Kind = BorderIndex::Kind;
    using EdgeList = std::vector<BorderEdgeId>;

    static constexpr std::size_t root_count = std::size_t{BorderIndex::columns} * BorderIndex::rows;
    static constexpr int fan = BorderIndex::fan;
    static constexpr std::size_t most_edges_in_leaf = 6;
    static constexpr int deepest = 9;  ///< cells of 4^-9 degrees, under half a metre

    std::uint32_t intern(const AirspaceSet& set)
    {
        const auto [at, is_new] = set_ids_.try_emplace(set, static_cast<std::uint32_t>(set_ids_.size()));
        if (is_new) {
            sets_.insert(sets_.end(), set.begin(), set.end());
            sets_begin_.push_back(static_cast<std::uint32_t>(sets_.size()));
        }
        return at->second;
    }

    static LonLatBox root_box(int column, int row)
    {
        return {-180.0 + column, -90.0 + row, -179.0 + column, -89.0 + row};
    }

    /// Counting sort: how many edges per root cell, then the edges.
    void sort_into_roots()
    {
        root_begin_.assign(root_count + 1, 0);
        for_each_root_of_each_edge([&](std::size_t root, BorderEdgeId) { ++root_begin_[root + 1]; });
        for (std::size_t i = 0; i < root_count; ++i)
            root_begin_[i + 1] += root_begin_[i];
        root_edges_.resize(root_begin_.back());
        std::vector<std::uint32_t> next(root_begin_.begin(), root_begin_.end() - 1);
        for_each_root_of_each_edge([&](std::size_t root, BorderEdgeId id) { root_edges_[next[root]++] = id; });
    }

    template <class Use>
    void for_each_root_of_each_edge(Use use) const
    {
        for (std::uint32_t i = 0; i < index_.edges_.size(); ++i) {
            const BorderEdge& e = index_.edges_[{i}];
            const double low = std::min(e.a.lat_deg, e.b.lat_deg), high = std::max(e.a.lat_deg, e.b.lat_deg);
            // Closed cells: an edge on the line between two belongs to both.
            const int south = std::max(0, static_cast<int>(std::ceil(low + 90)) - 1);
            const int north = std::min(BorderIndex::rows - 1, static_cast<int>(std::floor(high + 90)));
            const int west = static_cast<int>(std::ceil(e.a.lon_deg + 180)) - 1;
            const int east = std::min(static_cast<int>(std::floor(e.b.lon_deg + 180)),
                                      west + BorderIndex::columns - 1);  // once round: no cell twice
            const bool one_cell = south == north && west == east;
            for (int row = south; row <= north; ++row)
                for (int c = west; c <= east; ++c) {
                    const int column = (c + BorderIndex::columns) % BorderIndex::columns;
                    if (one_cell || may_meet(e, root_box(column, row)))
                        use(static_cast<std::size_t>(row * BorderIndex::columns + column), BorderEdgeId{i});
                }
        }
    }

    /// From the south pole north: each cell's corner is one upright step from the corner below.
    void build_column(int column)
    {
        AirspaceSet at_corner = index_.edges_.at_south_pole();
        for (int row = 0; row < BorderIndex::rows; ++row) {
            const auto root = static_cast<std::size_t>(row * BorderIndex::columns + column);
            const LonLatBox box = root_box(column, row);
            const EdgeList edges(root_edges_.begin() + root_begin_[root], root_edges_.begin() + root_begin_[root + 1]);
            roots_[root] = build_cell(box, edges, at_corner, 0);
            step(at_corner, edges, box, {box.west, box.south}, {box.west, box.north});
        }
    }

    /// Carries a set along a level or an upright step within a cell.
    void step(AirspaceSet& set, const EdgeList& edges, const LonLatBox& box, LonLat from, LonLat to) const
    {
        const bool upright = from.lon_deg == to.lon_deg;
        for (const BorderEdgeId id : edges) {
            const BorderEdge& e = index_.edges_[id];
            const double turn = turns_into(e, box);
            const LonLat p{from.lon_deg + turn, from.lat_deg}, q{to.lon_deg + turn, to.lat_deg};
            if (upright ? upright_step_crosses(reading_, e, p, q) : level_step_crosses(reading_, e, p, q))
                toggle(set, index_.edges_.owners(id));
        }
    }

    Node build_cell(const LonLatBox& box, const EdgeList& edges, const AirspaceSet& at_corner, int depth)
    {
        if (edges.empty())
            return Node::make(Kind::uniform, intern(at_corner));
        if (edges.size() <= most_edges_in_leaf || depth == deepest)
            return make_leaf(edges, at_corner);
        return make_branch(box, edges, at_corner, depth);
    }

    Node make_leaf(const EdgeList& edges, const AirspaceSet& at_corner)
    {
        const auto begin = static_cast<std::uint32_t>(leaf_edges_.size());
        leaf_edges_.insert(leaf_edges_.end(), edges.begin(), edges.end());
        leaves_.push_back({intern(at_corner), begin, static_cast<std::uint32_t>(leaf_edges_.size())});
        return Node::make(Kind::leaf, leaves_.size() - 1);
    }

    Node make_branch(const LonLatBox& box, const EdgeList& edges, const AirspaceSet& at_corner, int depth)
    {
        const std::size_t first = nodes_.size();
        nodes_.resize(first + fan * fan);
        AirspaceSet at_row = at_corner;
        for (int j = 0; j < fan; ++j) {
            AirspaceSet at_child = at_row;
            for (int i = 0; i < fan; ++i) {
                const LonLatBox part = child_box(box, fan, i, j);
                EdgeList inside;
                for (const BorderEdgeId id : edges)
                    if (may_meet(index_.edges_[id], part))
                        inside.push_back(id);
                // Not into nodes_[...] directly: building below may move the vector.
                const Node child = build_cell(part, inside, at_child, depth + 1);
                nodes_[first + static_cast<std::size_t>(j * fan + i)] = child;
                step(at_child, inside, part, {part.west, part.south}, {part.east, part.south});
                if (i == 0)
                    step(at_row, inside, part, {part.west, part.south}, {part.west, part.north});
            }
        }
        return Node::make(Kind::branch, first);
    }

    BorderIndex& index_;
    EdgeReading reading_;
    std::vector<std::uint32_t> root_begin_;
    EdgeList root_edges_;
    std::map<AirspaceSet, std::uint32_t> set_ids_;
    // What the index is made of, while it grows.
    std::vector<BorderIndex::Node> roots_, nodes_;
    std::vector<BorderIndex::Leaf> leaves_;
    EdgeList leaf_edges_;
    std::vector<std::uint32_t> sets_begin_{0};
    std::vector<AirspaceId> sets_;
};

BorderIndex::BorderIndex(const Airspaces& airspaces) : edges_{airspaces}
{
    BorderIndexBuilder{*this}.build();
}

}  // namespace incursion
