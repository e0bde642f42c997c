#include "sim/geo/lon_lat.h"

#include <cmath>

namespace incursion {

bool is_valid(LonLat place)
{
    return std::isfinite(place.lon_deg) && std::isfinite(place.lat_deg) && std::abs(place.lat_deg) <= 90 &&
           std::abs(place.lon_deg) <= 540;
}

double wrapped_lon_beyond_turn(double lon_deg)
{
    const double lon = std::remainder(lon_deg, 360.0);  // exact by IEEE 754, section 5.3.1; in [-180, 180]
    return lon == 180 ? -180 : lon + 0.0;               // no -0
}

double lon_near_beyond_turn(double lon_deg, double reference_deg)
{
    double lon = lon_deg;
    if (std::abs(lon - reference_deg) > 1080)
        lon = reference_deg + std::remainder(lon - reference_deg, 360.0);
    while (lon - reference_deg > 180)
        lon -= 360;
    while (lon - reference_deg < -180)
        lon += 360;
    return lon;
}

}  // namespace incursion
