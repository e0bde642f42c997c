#include "sim/border/root_cells.h"

#include <algorithm>
#include <cmath>

#include <oneapi/tbb/parallel_for.h>

#include "sim/border/cell_geometry.h"

namespace incursion {

namespace {

/// Edges are worked on in chunks of this many, whatever the number of threads: so what comes of it is the same.
constexpr std::size_t edges_in_chunk = 1U << 15;

struct EdgeInCell {
    std::uint32_t cell;
    BorderEdgeId edge;
};

void find_cells(const BorderEdge& e, BorderEdgeId id, int columns, int rows, std::vector<EdgeInCell>& found)
{
    const double low = std::min(e.a.lat_deg, e.b.lat_deg), high = std::max(e.a.lat_deg, e.b.lat_deg);
    // Closed cells: an edge on the line between two belongs to both.
    const int south = std::max(0, static_cast<int>(std::ceil(low + 90)) - 1);
    const int north = std::min(rows - 1, static_cast<int>(std::floor(high + 90)));
    const int west = static_cast<int>(std::ceil(e.a.lon_deg + 180)) - 1;
    const int east = std::min(static_cast<int>(std::floor(e.b.lon_deg + 180)),
                              west + columns - 1);  // once round: no cell twice
    const bool one_cell = south == north && west == east;
    for (int row = south; row <= north; ++row)
        for (int c = west; c <= east; ++c) {
            const int column = (c + columns) % columns;
            if (one_cell || may_meet(e, root_box(column, row)))
                found.push_back({static_cast<std::uint32_t>(row * columns + column), id});
        }
}

}  // namespace

RootCells sorted_into_roots(const BorderEdges& edges, int columns, int rows)
{
    std::vector<std::vector<EdgeInCell>> chunks((edges.size() + edges_in_chunk - 1) / edges_in_chunk);
    oneapi::tbb::parallel_for(std::size_t{0}, chunks.size(), [&](std::size_t i) {
        const std::size_t end = std::min((i + 1) * edges_in_chunk, edges.size());
        for (std::size_t k = i * edges_in_chunk; k < end; ++k) {
            const BorderEdgeId id{static_cast<std::uint32_t>(k)};
            find_cells(edges[id], id, columns, rows, chunks[i]);
        }
    });
    // Counting sort: how many edges per cell, then the edges.
    RootCells cells;
    cells.begin.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) + 1, 0);
    for (const auto& chunk : chunks)
        for (const EdgeInCell& e : chunk)
            ++cells.begin[e.cell + 1];
    for (std::size_t i = 1; i < cells.begin.size(); ++i)
        cells.begin[i] += cells.begin[i - 1];
    cells.edges.resize(cells.begin.back());
    std::vector<std::uint32_t> next(cells.begin.begin(), cells.begin.end() - 1);
    for (const auto& chunk : chunks)
        for (const EdgeInCell& e : chunk)
            cells.edges[next[e.cell]++] = e.edge;
    return cells;
}

}  // namespace incursion
