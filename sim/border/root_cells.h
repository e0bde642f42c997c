#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/border/border_edges.h"
#include "sim/border/border_index.h"

namespace incursion {

/// The edges of a BorderIndex sorted into its cells of one degree, `columns` times `rows` of them row by row from the
/// south-west.
struct RootCells {
    std::vector<std::uint32_t> begin;  ///< into edges: one more than there are cells
    std::vector<BorderEdgeId> edges;   ///< ascending in each cell

    std::span<const BorderEdgeId> operator[](std::size_t cell) const
    {
        return std::span{edges}.subspan(begin[cell], begin[cell + 1] - begin[cell]);
    }
};

/// Every edge in every cell that it may meet. Works in parallel; the result is the same for any number of threads.
RootCells sorted_into_roots(const BorderEdges& edges, int columns, int rows);

inline LonLatBox root_box(int column, int row)
{
    return {-180.0 + column, -90.0 + row, -179.0 + column, -89.0 + row};
}

}  // namespace incursion
