#include "sim/geo/lon_lat.h"

#include <cmath>

namespace incursion {

bool is_valid(LonLat place)
{
    return std::isfinite(place.lon_deg) && std::isfinite(place.lat_deg) && std::abs(place.lat_deg) <= 90 &&
           std::abs(place.lon_deg) <= 540;
}

}  // namespace incursion
