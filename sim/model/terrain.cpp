#include "sim/model/terrain.h"

#include <algorithm>
#include <cmath>

namespace incursion {

Terrain::Position Terrain::position_of(LonLat place) const
{
    const double width_deg = step_deg * static_cast<double>(columns - 1);
    return {(lon_near(place.lon_deg, west_deg + width_deg / 2) - west_deg) / step_deg,
            (place.lat_deg - south_deg) / step_deg};
}

std::optional<double> Terrain::height_m(LonLat place) const
{
    if (columns < 2 || rows < 2)
        return std::nullopt;
    const auto [x, y] = position_of(place);
    if (!(x >= 0 && y >= 0 && x <= static_cast<double>(columns - 1) && y <= static_cast<double>(rows - 1)))
        return std::nullopt;
    const std::size_t column = std::min(static_cast<std::size_t>(x), columns - 2);
    const std::size_t row = std::min(static_cast<std::size_t>(y), rows - 2);
    const double u = x - static_cast<double>(column), v = y - static_cast<double>(row);
    const auto node = [&](std::size_t right, std::size_t up) {
        return static_cast<double>(heights_m[(row + up) * columns + column + right]);
    };
    const double height_m =
        (1 - v) * ((1 - u) * node(0, 0) + u * node(1, 0)) + v * ((1 - u) * node(0, 1) + u * node(1, 1));
    return std::isnan(height_m) ? std::nullopt : std::optional{height_m};
}

}  // namespace incursion
