#include "sim/border/border_edges.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "sim/border/geodesic_split.h"

namespace incursion {

namespace {

struct OwnedEdge {
    BorderEdge edge;
    AirspaceId owner;
};

/// A hash that brings equal edges together, and where the edge stood among all sides.
struct Entry {
    std::uint64_t hash;
    std::uint32_t place;
};

std::optional<BorderEdge> stored_form(LonLat from, LonLat to)
{
    LonLat a = from;
    LonLat b{side_end_lon(from.lon_deg, to.lon_deg), to.lat_deg};
    if (a == b)
        return std::nullopt;
    if (std::tie(b.lon_deg, b.lat_deg) < std::tie(a.lon_deg, a.lat_deg))
        std::swap(a, b);
    const double turn = wrapped_lon(a.lon_deg) - a.lon_deg;
    a.lon_deg = wrapped_lon(a.lon_deg);
    b.lon_deg += turn;
    return BorderEdge{a, b, 0};
}

std::uint64_t hash_of(const BorderEdge& e)
{
    std::uint64_t hash = 0;
    for (const double x : {e.a.lon_deg, e.a.lat_deg, e.b.lon_deg, e.b.lat_deg}) {
        hash ^= std::bit_cast<std::uint64_t>(x + 0.0);  // -0 and 0 are one place
        hash *= 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 29;
    }
    return hash;
}

std::vector<OwnedEdge> all_sides(const Airspaces& airspaces)
{
    std::vector<OwnedEdge> sides;
    for (std::size_t i = 0; i < airspaces.list.size(); ++i) {
        const AirspaceId owner{static_cast<std::uint32_t>(i)};
        for (const Ring& ring : airspaces.list[i].rings)
            for (std::size_t k = 0; k < ring.points.size(); ++k) {
                const LonLat to = ring.points[k + 1 < ring.points.size() ? k + 1 : 0];
                if (const auto edge = stored_form(ring.points[k], to))
                    sides.push_back({*edge, owner});
            }
    }
    return sides;
}

/// Entries sorted so that equal edges are neighbours, earliest first. A hash shared by different edges is
/// told apart by the coordinates.
std::vector<Entry> grouped(const std::vector<OwnedEdge>& sides)
{
    std::vector<Entry> entries(sides.size());
    for (std::size_t i = 0; i < sides.size(); ++i)
        entries[i] = {hash_of(sides[i].edge), static_cast<std::uint32_t>(i)};
    const auto key = [&](const Entry& e) {
        const BorderEdge& edge = sides[e.place].edge;
        return std::tuple{edge.a.lon_deg, edge.a.lat_deg, edge.b.lon_deg, edge.b.lat_deg, e.place};
    };
    std::sort(entries.begin(), entries.end(), [&](const Entry& p, const Entry& q) {
        return p.hash != q.hash ? p.hash < q.hash : key(p) < key(q);
    });
    return entries;
}

/// Owners that have the edge an odd number of times.
AirspaceSet owners_of(std::span<const Entry> group, const std::vector<OwnedEdge>& sides)
{
    AirspaceSet owners;
    for (const Entry& e : group)
        toggle(owners, std::span{&sides[e.place].owner, 1});
    return owners;
}

struct Group {
    std::uint32_t first_place;  ///< of its earliest side: groups keep the order of the rings
    std::uint32_t begin, end;   ///< entries
};

std::vector<Group> groups_in_ring_order(const std::vector<Entry>& entries, const std::vector<OwnedEdge>& sides)
{
    std::vector<Group> groups;
    for (std::uint32_t begin = 0; begin < entries.size();) {
        std::uint32_t end = begin + 1;
        while (end < entries.size() && entries[end].hash == entries[begin].hash &&
               sides[entries[end].place].edge == sides[entries[begin].place].edge)
            ++end;
        groups.push_back({entries[begin].place, begin, end});
        begin = end;
    }
    std::sort(groups.begin(), groups.end(),
              [](const Group& p, const Group& q) { return p.first_place < q.first_place; });
    return groups;
}

}  // namespace

void toggle(AirspaceSet& set, std::span<const AirspaceId> airspaces)
{
    for (const AirspaceId id : airspaces) {
        const auto at = std::lower_bound(set.begin(), set.end(), id);
        if (at != set.end() && *at == id)
            set.erase(at);
        else
            set.insert(at, id);
    }
}

BorderEdges::BorderEdges(const Airspaces& airspaces) : reading_{airspaces.edges}
{
    const std::vector<OwnedEdge> sides = all_sides(airspaces);
    const std::vector<Entry> entries = grouped(sides);
    std::vector<BorderEdge> edges;
    std::vector<AirspaceId> owners_of_edges;
    std::vector<std::uint32_t> owners_begin{0};
    for (const Group& group : groups_in_ring_order(entries, sides)) {
        const AirspaceSet owners = owners_of(std::span{entries}.subspan(group.begin, group.end - group.begin), sides);
        if (owners.empty())
            continue;
        const auto add = [&](const BorderEdge& edge) {
            edges.push_back(edge);
            owners_of_edges.insert(owners_of_edges.end(), owners.begin(), owners.end());
            owners_begin.push_back(static_cast<std::uint32_t>(owners_of_edges.size()));
        };
        const BorderEdge& edge = sides[group.first_place].edge;
        if (reading_ == EdgeReading::geodesic)
            for_each_geodesic_part(edge, add);
        else
            add(edge);
    }
    edges_ = SharedArray{std::move(edges)};
    owners_ = {SharedArray{std::move(owners_begin)}, SharedArray{std::move(owners_of_edges)}};
    for (std::size_t i = 0; i < airspaces.list.size(); ++i)
        for (const Ring& ring : airspaces.list[i].rings)
            if (pole_held_by(ring) == Pole::south) {
                const AirspaceId owner{static_cast<std::uint32_t>(i)};
                toggle(at_south_pole_, std::span{&owner, 1});
            }
}

}  // namespace incursion
