#include "sim/border/border_index.h"

#include <algorithm>
#include <cmath>

#include "sim/border/cell_geometry.h"
#include "sim/border/free_box.h"

namespace incursion {

namespace {

/// A valid place as the tree stores it: longitude in [-180, 180), and never at the south pole itself,
/// which lies "south of" every side along it.
LonLat in_tree(LonLat place)
{
    return {wrapped_lon(place.lon_deg), place.lat_deg == -90 ? std::nextafter(-90.0, 0.0) : place.lat_deg};
}

/// Which of `count` cells of a size from `low` on holds a value, the outermost where none does. Sizes are powers of
/// two, and so are their reciprocals. Rounding may put the product one too high just west of a line, which is exact.
int clamped_cell(double value, double low, double size, double per_size, int count)
{
    const int cell = static_cast<int>((value - low) * per_size);
    return std::clamp(value < low + cell * size ? cell - 1 : cell, 0, count - 1);
}

}  // namespace

BorderIndex::Found BorderIndex::descend(LonLat place, double least_deg) const
{
    const int column = clamped_cell(place.lon_deg, -180, 1, 1, columns);
    const int row = clamped_cell(place.lat_deg, -90, 1, 1, rows);
    Found found{roots_[static_cast<std::size_t>(row * columns + column)],
                {-180.0 + column, -90.0 + row, -179.0 + column, -89.0 + row}};
    double size = 1, per_size = 1;
    while (found.node.kind() == Kind::branch && size >= least_deg) {
        size /= fan;
        per_size *= fan;
        const int i = clamped_cell(place.lon_deg, found.box.west, size, per_size, fan);
        const int j = clamped_cell(place.lat_deg, found.box.south, size, per_size, fan);
        found.node = nodes_[found.node.place() + static_cast<std::size_t>(j * fan + i)];
        found.box = child_box(found.box, fan, i, j);
    }
    return found;
}

std::optional<LonLatBox> BorderIndex::empty_cell_at(LonLat place) const
{
    const Found found = descend(in_tree(place));
    return found.node.kind() == Kind::uniform ? std::optional{found.box} : std::nullopt;
}

std::optional<LonLatBox> BorderIndex::free_box_at(LonLat place, double least_deg) const
{
    const LonLat p = in_tree(place);
    const Found found = descend(p, least_deg);
    if (found.node.kind() == Kind::uniform)
        return found.box;
    if (found.node.kind() == Kind::branch || found.box.east - found.box.west < least_deg)
        return std::nullopt;
    const Leaf& leaf = leaves_[found.node.place()];
    LonLatBox box = found.box;
    for (std::uint32_t i = leaf.begin; i < leaf.end; ++i)
        if (!keep_free_of(edges_[leaf_edges_[i]], p, box))
            return std::nullopt;
    return box;
}

AirspaceSet BorderIndex::airspaces_at(LonLat place) const
{
    return airspaces_at(place, {});
}

AirspaceSet BorderIndex::airspaces_at(LonLat place, std::span<const BorderEdgeId> on) const
{
    AirspaceSet inside;
    airspaces_at(place, on, inside);
    return inside;
}

void BorderIndex::airspaces_at(LonLat place, std::span<const BorderEdgeId> on, AirspaceSet& inside) const
{
    const LonLat p = in_tree(place);
    const Found found = descend(p);
    const bool uniform = found.node.kind() == Kind::uniform;
    const auto known = sets_[uniform ? found.node.place() : leaves_[found.node.place()].set];
    inside.assign(known.begin(), known.end());
    if (uniform)
        return;
    const Leaf& leaf = leaves_[found.node.place()];
    const EdgeReading reading = edges_.reading();
    for (std::uint32_t i = leaf.begin; i < leaf.end; ++i) {
        const BorderEdgeId id = leaf_edges_[i];
        const BorderEdge& e = edges_[id];
        const double turn = turns_into(e, found.box);
        const LonLat corner{found.box.west + turn, found.box.south};
        const LonLat foot{p.lon_deg + turn, found.box.south};
        const LonLat point{p.lon_deg + turn, p.lat_deg};
        bool crossed = level_step_crosses(reading, e, corner, foot);
        if (std::find(on.begin(), on.end(), id) == on.end())
            crossed ^= upright_step_crosses(reading, e, foot, point);
        else if (e.a.lon_deg <= foot.lon_deg && foot.lon_deg < e.b.lon_deg)
            crossed ^= side_of(reading, e, foot) > 0;
        if (crossed)
            toggle(inside, edges_.owners(id));
    }
}

template <class Meets>
void BorderIndex::collect_below(Node node, const LonLatBox& box, const Meets& meets,
                                std::vector<BorderEdgeId>& edges) const
{
    if (node.kind() == Kind::leaf) {
        const Leaf& leaf = leaves_[node.place()];
        edges.insert(edges.end(), leaf_edges_.begin() + leaf.begin, leaf_edges_.begin() + leaf.end);
    } else if (node.kind() == Kind::branch) {
        for (int j = 0; j < fan; ++j)
            for (int i = 0; i < fan; ++i) {
                const Node child = nodes_[node.place() + static_cast<std::size_t>(j * fan + i)];
                if (child.kind() == Kind::uniform)
                    continue;
                const LonLatBox part = child_box(box, fan, i, j);
                if (meets(part))
                    collect_below(child, part, meets, edges);
            }
    }
}

template <class Meets>
void BorderIndex::collect_where(const LonLatBox& box, const Meets& meets, std::vector<BorderEdgeId>& edges) const
{
    const int first_row = clamped_cell(box.south, -90, 1, 1, rows), last_row = clamped_cell(box.north, -90, 1, 1, rows);
    const int first = static_cast<int>(std::floor(box.west)) + 180;
    const int last = std::min(static_cast<int>(std::floor(box.east)) + 180, first + columns - 1);
    for (int row = first_row; row <= last_row; ++row)
        for (int c = first; c <= last; ++c) {
            const int column = ((c % columns) + columns) % columns;
            const Node root = roots_[static_cast<std::size_t>(row * columns + column)];
            // Boxes keep the turn they were asked with, so that `meets` needs no unwrapping.
            const LonLatBox cell{-180.0 + c, -90.0 + row, -179.0 + c, -89.0 + row};
            if (root.kind() != Kind::uniform && meets(cell))
                collect_below(root, cell, meets, edges);
        }
}

void BorderIndex::collect(const LonLatBox& box, std::vector<BorderEdgeId>& edges) const
{
    collect_where(
        box,
        [&](const LonLatBox& c) {
            return c.west <= box.east && c.east >= box.west && c.south <= box.north && c.north >= box.south;
        },
        edges);
}

void BorderIndex::collect(const LonLatBox& box, const Chord& chord, std::vector<BorderEdgeId>& edges) const
{
    const double dx = chord.to.lon_deg - chord.from.lon_deg, dy = chord.to.lat_deg - chord.from.lat_deg;
    const double slack = std::sqrt(dx * dx + dy * dy) * (chord.margin_deg + 1e-12);
    collect_where(
        box,
        [&](const LonLatBox& c) {
            if (c.west > box.east || c.east < box.west || c.south > box.north || c.north < box.south)
                return false;
            const double off = dx * ((c.south + c.north) / 2 - chord.from.lat_deg) -
                               dy * ((c.west + c.east) / 2 - chord.from.lon_deg);
            const double reach = (std::abs(dx) * (c.north - c.south) + std::abs(dy) * (c.east - c.west)) / 2;
            return std::abs(off) <= reach + slack;
        },
        edges);
}

BorderIndex::Size BorderIndex::size() const
{
    const std::size_t set_bytes = sets_.begin.size() * sizeof(std::uint32_t) + sets_.values.size() * sizeof(AirspaceId);
    return {edges_.size(),
            roots_.size() + nodes_.size(),
            leaves_.size(),
            leaf_edges_.size(),
            sets_.size(),
            edges_.size() * (sizeof(BorderEdge) + sizeof(std::uint32_t) + sizeof(AirspaceId)) +
                (roots_.size() + nodes_.size()) * sizeof(Node) + leaves_.size() * sizeof(Leaf) +
                leaf_edges_.size() * sizeof(BorderEdgeId) + set_bytes};
}

}  // namespace incursion
