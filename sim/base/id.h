#pragma once

#include <compare>
#include <cstdint>

namespace incursion {

/// The place of something in its list, as a type of its own: an AirspaceId is no EdgeId.
template <class Tag>
struct Id {
    std::uint32_t index = 0;
    friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace incursion
