#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <oneapi/tbb/parallel_for.h>

#include "sim/border/border_index.h"
#include "sim/border/cell_geometry.h"
#include "sim/border/root_cells.h"

namespace incursion {

/// Fills a BorderIndex from its edges: columns of cells in parallel, each from the south pole north, each cell from
/// the top down. Columns are joined from west to east, so the index is the same for any number of threads.
class BorderIndexBuilder {
public:
    explicit BorderIndexBuilder(BorderIndex& index)
        : index_{index}, cells_{sorted_into_roots(index.edges_, columns, BorderIndex::rows)}
    {
    }

    void build();

private:
    using Node = BorderIndex::Node;
    using Leaf = BorderIndex::Leaf;
    using Kind = BorderIndex::Kind;
    class Column;

    /// Sets of airspaces, each once, in the order in which they were first met; the empty set first.
    class Sets {
    public:
        Sets() { place_of({}); }

        std::uint32_t place_of(const AirspaceSet& set)
        {
            if (last_ != places_.end() && last_->first == set)
                return last_->second;
            bool is_new = false;
            std::tie(last_, is_new) = places_.try_emplace(set, static_cast<std::uint32_t>(places_.size()));
            if (is_new) {
                values.insert(values.end(), set.begin(), set.end());
                begin.push_back(static_cast<std::uint32_t>(values.size()));
            }
            return last_->second;
        }

        std::vector<std::uint32_t> begin{0};
        std::vector<AirspaceId> values;

    private:
        std::map<AirspaceSet, std::uint32_t> places_;
        std::map<AirspaceSet, std::uint32_t>::iterator last_ = places_.end();
    };

    /// What an index is made of: of one column, or of all of them.
    struct Parts {
        std::vector<Node> nodes;
        std::vector<Leaf> leaves;
        std::vector<BorderEdgeId> leaf_edges;
        Sets sets;
    };

    static constexpr int columns = BorderIndex::columns, fan = BorderIndex::fan;
    static constexpr std::size_t child_count = std::size_t{fan} * fan;
    static constexpr std::size_t most_edges_in_leaf = 6;
    static constexpr int deepest = 9;  ///< cells of 4^-9 degrees, under half a metre

    void append(const Parts& part, int column);

    BorderIndex& index_;
    RootCells cells_;
    std::vector<Node> roots_;
    Parts all_;
};

/// Builds the cells of one column. Edges of cells on the way down are kept in one array that grows and shrinks like a
/// stack.
class BorderIndexBuilder::Column {
public:
    Column(const BorderEdges& edges, Parts& parts) : edges_{edges}, reading_{edges.reading()}, parts_{parts} {}

    /// From the south pole north: each cell's corner is one upright step from the corner below.
    void build(const RootCells& cells, int column, std::span<Node> roots)
    {
        AirspaceSet at_corner = edges_.at_south_pole();
        for (int row = 0; row < BorderIndex::rows; ++row) {
            const auto root = static_cast<std::size_t>(row * columns + column);
            const LonLatBox box = root_box(column, row);
            const auto inside = cells[root];
            stack_.assign(inside.begin(), inside.end());
            roots[root] = build_cell(box, {0, stack_.size()}, at_corner, 0);
            step(at_corner, inside, box, {box.west, box.south}, {box.west, box.north});
        }
    }

private:
    /// A part of stack_, which moves when it grows.
    struct Range {
        std::size_t begin, end;
        std::size_t size() const { return end - begin; }
    };

    std::span<const BorderEdgeId> at(Range range) const { return std::span{stack_}.subspan(range.begin, range.size()); }

    /// Carries a set along a level or an upright step within a cell.
    void step(AirspaceSet& set, std::span<const BorderEdgeId> inside, const LonLatBox& box, LonLat from,
              LonLat to) const
    {
        const bool upright = from.lon_deg == to.lon_deg;
        for (const BorderEdgeId id : inside) {
            const BorderEdge& e = edges_[id];
            const double turn = turns_into(e, box);
            const LonLat p{from.lon_deg + turn, from.lat_deg}, q{to.lon_deg + turn, to.lat_deg};
            if (upright ? upright_step_crosses(reading_, e, p, q) : level_step_crosses(reading_, e, p, q))
                toggle(set, edges_.owners(id));
        }
    }

    Node build_cell(const LonLatBox& box, Range inside, const AirspaceSet& at_corner, int depth)
    {
        if (inside.size() == 0)
            return Node::make(Kind::uniform, parts_.sets.place_of(at_corner));
        if (inside.size() <= most_edges_in_leaf || depth == deepest)
            return make_leaf(at(inside), at_corner);
        return make_branch(box, inside, at_corner, depth);
    }

    Node make_leaf(std::span<const BorderEdgeId> inside, const AirspaceSet& at_corner)
    {
        const auto begin = static_cast<std::uint32_t>(parts_.leaf_edges.size());
        parts_.leaf_edges.insert(parts_.leaf_edges.end(), inside.begin(), inside.end());
        const auto end = static_cast<std::uint32_t>(parts_.leaf_edges.size());
        parts_.leaves.push_back({parts_.sets.place_of(at_corner), begin, end});
        return Node::make(Kind::leaf, parts_.leaves.size() - 1);
    }

    Node make_branch(const LonLatBox& box, Range inside, const AirspaceSet& at_corner, int depth)
    {
        const std::size_t first = parts_.nodes.size();
        parts_.nodes.resize(first + child_count);
        const std::size_t before = stack_.size();
        const std::array<Range, child_count> ranges = share_out(box, inside);
        AirspaceSet at_row = at_corner, at_child;
        for (int j = 0; j < fan; ++j) {
            at_child = at_row;
            for (int i = 0; i < fan; ++i) {
                const auto child = static_cast<std::size_t>(j * fan + i);
                const LonLatBox part = child_box(box, fan, i, j);
                // Not into nodes[...] directly: building below may move the vector.
                const Node node = build_cell(part, ranges[child], at_child, depth + 1);
                parts_.nodes[first + child] = node;
                step(at_child, at(ranges[child]), part, {part.west, part.south}, {part.east, part.south});
                if (i == 0)
                    step(at_row, at(ranges[child]), part, {part.west, part.south}, {part.west, part.north});
            }
        }
        stack_.resize(before);
        return Node::make(Kind::branch, first);
    }

    /// Appends to the stack the edges of each child of a cell, child by child, each in the order of the cell.
    std::array<Range, child_count> share_out(const LonLatBox& box, Range inside)
    {
        std::array<LonLatBox, child_count> boxes;
        for (int j = 0; j < fan; ++j)
            for (int i = 0; i < fan; ++i)
                boxes[static_cast<std::size_t>(j * fan + i)] = child_box(box, fan, i, j);
        std::array<std::size_t, child_count> counts{};
        met_.clear();
        for (std::size_t k = inside.begin; k < inside.end; ++k) {
            const BorderEdge& e = edges_[stack_[k]];
            std::uint32_t met = 0;
            for (std::size_t child = 0; child < child_count; ++child)
                if (may_meet(e, boxes[child])) {
                    met |= 1U << child;
                    ++counts[child];
                }
            met_.push_back(met);
        }
        std::array<Range, child_count> ranges{};
        std::size_t end = stack_.size();
        for (std::size_t child = 0; child < child_count; ++child) {
            ranges[child] = {end, end};
            end += counts[child];
        }
        stack_.resize(end);
        for (std::size_t k = 0; k < met_.size(); ++k)
            for (std::uint32_t left = met_[k]; left != 0; left &= left - 1)
                stack_[ranges[static_cast<std::size_t>(std::countr_zero(left))].end++] = stack_[inside.begin + k];
        return ranges;
    }

    const BorderEdges& edges_;
    EdgeReading reading_;
    Parts& parts_;
    std::vector<BorderEdgeId> stack_;
    std::vector<std::uint32_t> met_;  ///< of each edge of a cell, a bit for each child that it meets
};

void BorderIndexBuilder::build()
{
    roots_.resize(static_cast<std::size_t>(columns) * BorderIndex::rows);
    std::vector<Parts> parts(columns);
    oneapi::tbb::parallel_for(0, columns, [&](int column) {
        Column{index_.edges_, parts[static_cast<std::size_t>(column)]}.build(cells_, column, roots_);
    });
    for (int column = 0; column < columns; ++column) {
        append(parts[static_cast<std::size_t>(column)], column);
        parts[static_cast<std::size_t>(column)] = {};
    }
    all_.nodes.shrink_to_fit();
    all_.leaves.shrink_to_fit();
    all_.leaf_edges.shrink_to_fit();
    index_.roots_ = SharedArray{std::move(roots_)};
    index_.nodes_ = SharedArray{std::move(all_.nodes)};
    index_.leaves_ = SharedArray{std::move(all_.leaves)};
    index_.leaf_edges_ = SharedArray{std::move(all_.leaf_edges)};
    index_.sets_ = {SharedArray{std::move(all_.sets.begin)}, SharedArray{std::move(all_.sets.values)}};
}

/// Appends what a column is made of: its places move behind those of the columns before it.
void BorderIndexBuilder::append(const Parts& part, int column)
{
    std::vector<std::uint32_t> sets;
    for (std::size_t i = 0; i + 1 < part.sets.begin.size(); ++i) {
        const auto set =
            std::span{part.sets.values}.subspan(part.sets.begin[i], part.sets.begin[i + 1] - part.sets.begin[i]);
        sets.push_back(all_.sets.place_of({set.begin(), set.end()}));
    }
    const std::size_t nodes = all_.nodes.size(), leaves = all_.leaves.size();
    const auto leaf_edges = static_cast<std::uint32_t>(all_.leaf_edges.size());
    const auto moved = [&](Node node) {
        switch (node.kind()) {
        case Kind::uniform: return Node::make(Kind::uniform, sets[node.place()]);
        case Kind::leaf: return Node::make(Kind::leaf, leaves + node.place());
        case Kind::branch: return Node::make(Kind::branch, nodes + node.place());
        }
        return node;
    };
    for (const Node node : part.nodes)
        all_.nodes.push_back(moved(node));
    for (const Leaf& leaf : part.leaves)
        all_.leaves.push_back({sets[leaf.set], leaf_edges + leaf.begin, leaf_edges + leaf.end});
    all_.leaf_edges.insert(all_.leaf_edges.end(), part.leaf_edges.begin(), part.leaf_edges.end());
    for (std::size_t root = static_cast<std::size_t>(column); root < roots_.size(); root += columns)
        roots_[root] = moved(roots_[root]);
}

BorderIndex::BorderIndex(const Airspaces& airspaces) : edges_{airspaces}
{
    BorderIndexBuilder{*this}.build();
}

}  // namespace incursion
