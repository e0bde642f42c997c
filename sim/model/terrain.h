#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/geo/lon_lat.h"

namespace incursion {

/// Heights of the ground above mean sea level on a regular grid of longitude and latitude, metres.
struct Terrain {
    double west_deg = 0;   ///< of the first column
    double south_deg = 0;  ///< of the first row
    double step_deg = 0;   ///< between neighbours, the same in both directions; above zero
    std::size_t columns = 0, rows = 0;
    std::vector<float>
        heights_m;  ///< row after row from the south, each from the west; columns * rows of them; NaN: unknown

    /// Where a place lies on the grid, in steps from its first column and row; by whole turns as near to the grid as can be.
    struct Position {
        double column = 0, row = 0;
    };
    Position position_of(LonLat place) const;
    /// Bilinear between the four nodes about a place; none outside the grid, or where one of them is not known.
    std::optional<double> height_m(LonLat place) const;
};

}  // namespace incursion
