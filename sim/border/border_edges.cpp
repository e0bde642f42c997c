#include "sim/border/border_edges.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <oneapi/tbb/parallel_for.h>

#include "sim/border/geodesic_split.h"
#include "sim/border/ring_sides.h"

namespace incursion {

namespace {

/// Sides are worked on in chunks of this many, whatever the number of threads: so what comes of it is the same.
constexpr std::size_t sides_in_chunk = 1U << 15;

/// The edges that one chunk of sides gives.
struct Chunk {
    std::vector<BorderEdge> edges;
    std::vector<std::uint32_t> owners_end;  ///< of each edge, into owners
    std::vector<AirspaceId> owners;
};

/// Owners that have the side an odd number of times.
void find_owners(const std::vector<RingSide>& sides, std::uint32_t first, AirspaceSet& owners)
{
    owners.clear();
    for (std::uint32_t at = first; at != RingSide::none; at = sides[at].next_same)
        toggle(owners, std::span{&sides[at].owner, 1});
}

Chunk edges_of(const RingSides& all, std::size_t begin, std::size_t end, EdgeReading reading)
{
    Chunk chunk;
    AirspaceSet owners;
    const auto add = [&](const BorderEdge& edge) {
        chunk.edges.push_back(edge);
        chunk.owners.insert(chunk.owners.end(), owners.begin(), owners.end());
        chunk.owners_end.push_back(static_cast<std::uint32_t>(chunk.owners.size()));
    };
    for (std::size_t i = begin; i < end; ++i) {
        if (all.is_first[i] == 0)
            continue;
        find_owners(all.sides, static_cast<std::uint32_t>(i), owners);
        if (owners.empty())
            continue;
        const BorderEdge edge{all.sides[i].a, all.sides[i].b, 0};
        if (reading == EdgeReading::geodesic)
            for_each_geodesic_part(edge, add);
        else
            add(edge);
    }
    return chunk;
}

std::vector<Chunk> chunks_of(const Airspaces& airspaces)
{
    const RingSides all = linked_sides(airspaces);
    std::vector<Chunk> chunks((all.sides.size() + sides_in_chunk - 1) / sides_in_chunk);
    oneapi::tbb::parallel_for(std::size_t{0}, chunks.size(), [&](std::size_t i) {
        const std::size_t begin = i * sides_in_chunk, end = std::min(begin + sides_in_chunk, all.sides.size());
        chunks[i] = edges_of(all, begin, end, airspaces.edges);
    });
    return chunks;
}

AirspaceSet holders_of_south_pole(const Airspaces& airspaces)
{
    AirspaceSet holders;
    for (std::size_t i = 0; i < airspaces.list.size(); ++i)
        for (const Ring& ring : airspaces.list[i].rings)
            if (pole_held_by(ring) == Pole::south) {
                const AirspaceId owner{static_cast<std::uint32_t>(i)};
                toggle(holders, std::span{&owner, 1});
            }
    return holders;
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

BorderEdges::BorderEdges(const Airspaces& airspaces)
    : reading_{airspaces.edges}, at_south_pole_{holders_of_south_pole(airspaces)}
{
    std::vector<Chunk> chunks = chunks_of(airspaces);
    std::size_t edge_count = 0, owner_count = 0;
    for (const Chunk& chunk : chunks) {
        edge_count += chunk.edges.size();
        owner_count += chunk.owners.size();
    }
    std::vector<BorderEdge> edges;
    std::vector<std::uint32_t> owners_begin{0};
    std::vector<AirspaceId> owners;
    edges.reserve(edge_count);
    owners_begin.reserve(edge_count + 1);
    owners.reserve(owner_count);
    for (Chunk& chunk : chunks) {
        const auto before = static_cast<std::uint32_t>(owners.size());
        edges.insert(edges.end(), chunk.edges.begin(), chunk.edges.end());
        owners.insert(owners.end(), chunk.owners.begin(), chunk.owners.end());
        for (const std::uint32_t end : chunk.owners_end)
            owners_begin.push_back(before + end);
        chunk = {};  // so that the world is not in memory twice
    }
    edges_ = SharedArray{std::move(edges)};
    owners_ = {SharedArray{std::move(owners_begin)}, SharedArray{std::move(owners)}};
}

SharedLists<BorderEdgeId> edges_by_airspace(const BorderEdges& edges)
{
    // Counting sort: how many edges each has, then the edges.
    std::vector<std::uint32_t> begin{0};
    for (std::uint32_t i = 0; i < edges.size(); ++i)
        for (const AirspaceId owner : edges.owners({i})) {
            if (owner.index + 2 > begin.size())
                begin.resize(owner.index + 2);
            ++begin[owner.index + 1];
        }
    for (std::size_t i = 1; i < begin.size(); ++i)
        begin[i] += begin[i - 1];
    std::vector<BorderEdgeId> values(begin.back());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (std::uint32_t i = 0; i < edges.size(); ++i)
        for (const AirspaceId owner : edges.owners({i}))
            values[next[owner.index]++] = {i};
    return {SharedArray{std::move(begin)}, SharedArray{std::move(values)}};
}

}  // namespace incursion
