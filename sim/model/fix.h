#pragma once

#include <optional>

#include "sim/base/time.h"
#include "sim/geo/lon_lat.h"

namespace incursion {

/// One timed position.
struct Fix {
    Time time{};
    LonLat place;
    std::optional<double> altitude_m;  ///< from the zero that the track names
    std::optional<double> accuracy_m;  ///< one standard deviation of the horizontal position
};

}  // namespace incursion
