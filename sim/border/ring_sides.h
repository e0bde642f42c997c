#pragma once

#include <cstdint>
#include <vector>

#include "sim/geo/lon_lat.h"
#include "sim/model/airspace.h"

namespace incursion {

/// One side of a ring in its stored form (see BorderEdge), and the next of the sides that are the very same.
struct RingSide {
    static constexpr std::uint32_t none = 0xffffffffU;

    LonLat a, b;
    AirspaceId owner;
    std::uint32_t next_same = none;  ///< a later place in RingSides::sides
};

/// Every side of every ring, airspace by airspace and ring by ring, with equal ones linked to each other.
struct RingSides {
    std::vector<RingSide> sides;
    /// Of each side 1 where no earlier one is the same; 0 where one is, or where the side has no length.
    std::vector<std::uint8_t> is_first;
};

/// Works in parallel; the result is the same for any number of threads.
RingSides linked_sides(const Airspaces& airspaces);

}  // namespace incursion
